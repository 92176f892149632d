"""What was drawn once is not drawn again; what is kept is believed as far as its sum goes; a child dies alone."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from congbo.pictures import Kept, UndrawnError, apart, drawn, kept
from congbo.pictures.apart import apart as work_apart
from congbo.pictures.framed import joined, parted
from support.photos import jpeg


def only_file(folder: Path) -> Path:
    (file,) = (one for one in folder.rglob("*") if one.is_file())
    return file


def only_recipe(folder: Path) -> str:
    (name,) = (one.name for one in folder.iterdir() if len(one.name) == len("0" * 32))
    return name


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a picture was kept."""
    Kept(tmp_path).sized(jpeg(400, 300))
    return tmp_path


def refused(_: bytes) -> list[bytes]:
    raise AssertionError


def test_a_picture_is_drawn_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["360.webp", "400.webp", "400.jpg"]
    known = dict(zip(names, drawn.drawn(jpeg(400, 300)), strict=True))
    monkeypatch.setattr(drawn, "drawn", refused)
    assert Kept(folder).sized(jpeg(400, 300)) == known
    with pytest.raises(UndrawnError, match="AssertionError"):
        Kept(folder).sized(jpeg(401, 300))


@pytest.mark.parametrize("spoilt", [b"", b"other", None])
def test_what_was_altered_is_drawn_again(folder: Path, spoilt: bytes | None) -> None:
    known, file = Kept(folder).sized(jpeg(400, 300)), only_file(folder)
    whole = file.read_bytes()
    file.write_bytes(whole[:-9] + b"X" + whole[-8:] if spoilt is None else spoilt)
    assert Kept(folder).sized(jpeg(400, 300)) == known
    assert file.read_bytes() == whole


def test_another_recipe_clears_what_the_one_before_has_drawn(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "ab").mkdir()  # as older programs kept them
    (folder / "ab" / "abcd").write_bytes(b"cu")
    before = only_recipe(folder)
    monkeypatch.setattr(kept, "_recipe", lambda: "0" * 32)
    Kept(folder).sized(jpeg(401, 300))
    Kept(folder).sized(jpeg(402, 300))
    assert [one.name for one in folder.iterdir()] == ["0" * 32]
    assert len([one for one in folder.rglob("*") if one.is_file()]) == 2
    monkeypatch.undo()
    Kept(folder).sized(jpeg(400, 300))
    assert only_recipe(folder) == before


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "tep").write_bytes(b"")
    assert list(Kept(tmp_path / "tep").sized(jpeg(400, 300))) == ["360.webp", "400.webp", "400.jpg"]
    assert Kept(None).sized(jpeg(400, 300))


def test_what_is_no_picture_is_told(tmp_path: Path) -> None:
    with pytest.raises(UndrawnError, match="header"):
        Kept(tmp_path).sized(b"<svg/>")
    with pytest.raises(UndrawnError, match="OSError"):
        Kept(tmp_path).sized(jpeg(400, 300)[:9000])
    assert not list(tmp_path.iterdir())


def test_a_child_answers_and_its_faults_are_named() -> None:
    assert work_apart(lambda data: [data, b"", data * 2], b"ab") == [b"ab", b"", b"abab"]
    with pytest.raises(UndrawnError, match="ZeroDivisionError"):
        work_apart(lambda _: [bytes(1 // 0)], b"")
    with pytest.raises(UndrawnError, match="signal -9"):
        work_apart(lambda _: os.kill(os.getpid(), signal.SIGKILL) or [], b"")


def test_a_child_has_no_more_memory_and_time_than_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UndrawnError, match="MemoryError"):
        work_apart(lambda _: [bytes(2 * apart.MEMORY)][1:], b"")
    monkeypatch.setattr(apart, "SECONDS", 1)
    with pytest.raises(UndrawnError, match="signal"):
        work_apart(lambda _: [b"" for _ in iter(int, 1)], b"")


def test_pieces_come_back_as_they_were() -> None:
    assert parted(joined([b"", b"a", b"\0" * 300])) == [b"", b"a", b"\0" * 300]
