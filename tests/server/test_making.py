"""A server that cannot be made, and one that is not there: whose fault it is, in a sentence, and nothing is left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from congbo.__main__ import main
from support.repositories import git


def init(server: Path, *words: str) -> int:
    return main(["server", "init", str(server), *words])


def test_a_source_that_is_not_there_is_blamed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert init(tmp_path / "xa" / "kho.git", "--from", "/khong/co") == 2
    told = capsys.readouterr().err
    assert "/khong/co" in told
    assert "kho.git" not in told
    assert not list(tmp_path.iterdir())


def test_a_source_without_the_main_branch_is_blamed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(tmp_path, "init", "-q", "-b", "khac", "nguon")
    assert init(tmp_path / "kho.git", "--from", str(tmp_path / "nguon")) == 2
    assert "nhánh main" in capsys.readouterr().err
    assert not (tmp_path / "kho.git").exists()


@pytest.mark.parametrize("name", ["tep", "tep/kho.git", "tep/xa/kho.git"])
def test_a_file_is_no_folder(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tep").write_text("x")
    assert init(tmp_path / name) == 2
    assert "Không lập được máy chủ trong thư mục này" in capsys.readouterr().err
    assert (tmp_path / "tep").read_text() == "x"


def test_what_fails_half_way_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty folder that somebody has made for the server stays as it was."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("congbo.server.init.new_key", full)
    (tmp_path / "trong").mkdir()
    for name in ("trong", "xa/moi"):
        assert init(tmp_path / name) == 2
        assert "đĩa đã đầy" in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["trong"]
    assert not list((tmp_path / "trong").iterdir())


def test_a_server_to_publish_from_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["server", "publish", "/khong/co"]) == 2
    assert "kho trên máy chủ /khong/co" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
