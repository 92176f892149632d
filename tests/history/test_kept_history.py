"""A history that goes on from what is kept says what a history from the beginning says: on random branches, in real git."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest

from congbo.errors import CongboError
from congbo.history import FileHistory, branch, read_history
from congbo.history.kept import A_FEW, changed_since, kept_history
from congbo.history.versions import versions
from congbo.store import Store
from support.pasts import Past, made
from support.repositories import git

CODE = "this program"


def told(files: Mapping[str, FileHistory], known: Mapping[str, Past]) -> None:
    assert files.keys() == known.keys()
    for path, past in known.items():
        moments = past.moments
        found = files[path]
        assert found[:5] == (moments[0], moments[-1], past.people, past.earlier, moments), path
        assert [name for name, _ in found.forms] == [name for name, _ in past.forms], path


@pytest.mark.parametrize("seed", range(24))
def test_any_branch_in_any_steps(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(branch, "_AT_ONCE", 7)
    commits, after = made(tmp_path / "kho", seed, 30)
    dice, store, last = random.Random(seed), Store(tmp_path / "facts.sqlite"), 0  # noqa: S311
    for at in sorted(dice.sample(range(30), 6)):
        files = kept_history(tmp_path / "kho", commits[at], store, CODE).files
        some = dice.sample(sorted(after[at]), min(3, len(after[at])))
        assert [files[path].changes for path in some] == [after[at][path].moments for path in some]
        told(files, after[at])
        assert store.rows("history").all(f"{CODE} {commits[at]}") is not None
        since = changed_since(tmp_path / "kho", commits[last], commits[at])
        names = after[last].keys() | after[at].keys()
        assert since is not None
        assert {path for path in names if after[last].get(path) != after[at].get(path)} <= since
        last = at
    assert read_history(tmp_path / "kho", commits[last]).files == files


@pytest.mark.parametrize("seed", range(3))
def test_every_earlier_form_is_read_back(tmp_path: Path, seed: int) -> None:
    commits, after = made(tmp_path / "kho", seed, 30)
    found = versions(tmp_path / "kho", read_history(tmp_path / "kho", commits[-1]).files)
    for path, past in after[-1].items():
        wanted = [
            (when, name, data)
            for when, (name, data) in zip(past.moments, past.forms, strict=True)
            if name in (path, *past.earlier)
        ]
        assert [tuple(one) for one in found[path]] == wanted


@pytest.fixture
def grown(tmp_path: Path) -> tuple[Path, list[str], list[dict[str, Past]]]:
    commits, after = made(tmp_path / "kho", 99, 20)
    return tmp_path / "kho", commits, after


Grown = tuple[Path, list[str], list[dict[str, Past]]]


class Counted:
    """How many steps git was asked to compare."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps = 0
        real = branch.git_text

        def counting(root: Path, *words: str, given: bytes = b"", nothing: int | None = None) -> str:
            self.steps += given.count(b"\n")
            return real(root, *words, given=given, nothing=nothing)

        monkeypatch.setattr(branch, "git_text", counting)


def test_one_more_commit_is_all_that_is_compared(grown: Grown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, commits, after = grown
    store = Store(tmp_path / "facts.sqlite")
    kept_history(root, commits[18], store, CODE)
    counted = Counted(monkeypatch)
    told(kept_history(root, commits[19], store, CODE).files, after[19])
    assert counted.steps == 1
    told(kept_history(root, commits[19], store, CODE).files, after[19])
    assert counted.steps == 1


def test_facts_of_another_program_are_not_used(grown: Grown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, commits, after = grown
    store = Store(tmp_path / "facts.sqlite")
    kept_history(root, commits[18], store, "an older program")
    counted = Counted(monkeypatch)
    told(kept_history(root, commits[19], store, CODE).files, after[19])
    assert counted.steps == 20


def test_a_branch_that_does_not_go_on_is_worked_out_anew(grown: Grown, tmp_path: Path) -> None:
    root, commits, after = grown
    store = Store(tmp_path / "facts.sqlite")
    kept_history(root, commits[15], store, CODE)
    told(kept_history(root, commits[4], store, CODE).files, after[4])  # back
    told(kept_history(root, commits[9], store, CODE).files, after[9])
    other = git(root, "commit-tree", "-p", commits[3], "-m", "x", f"{commits[12]}^{{tree}}").strip()
    assert kept_history(root, other, store, CODE).files == read_history(root, other).files
    assert changed_since(root, commits[9], other) is None
    assert changed_since(root, "0123456789" * 4, other) is None
    # A merge whose second parent is what is known: the branch shows all of it at once.
    merge = git(root, "commit-tree", "-p", commits[3], "-p", commits[12], "-m", "x", f"{commits[12]}^{{tree}}").strip()
    kept_history(root, commits[12], store, CODE)
    assert kept_history(root, merge, store, CODE).files == read_history(root, merge).files


def test_what_is_known_holds_when_the_store_goes_on(grown: Grown, tmp_path: Path) -> None:
    root, commits, after = grown
    store = Store(tmp_path / "facts.sqlite")
    before = kept_history(root, commits[10], store, CODE).files
    kept_history(root, commits[19], store, CODE)
    told(before, after[10])
    assert store.rows("history").state() == f"{CODE} {commits[19]}", "what is newer stays"


def test_without_a_place_to_keep_it_all_is_worked_out(grown: Grown) -> None:
    root, commits, after = grown
    told(kept_history(root, commits[19], Store(None), CODE).files, after[19])
    told(kept_history(root, commits[19], Store(Path("/proc/nowhere/x.sqlite")), CODE).files, after[19])


@pytest.mark.parametrize(
    "damage", ["cut", "emptied", "no database", "a byte", "a row lost", "a row changed", "the state"]
)
def test_a_damaged_file_is_made_anew(grown: Grown, tmp_path: Path, damage: str) -> None:
    root, commits, after = grown
    file = tmp_path / "facts.sqlite"
    kept_history(root, commits[19], Store(file), CODE)
    _damage(file, damage)
    files = kept_history(root, commits[19], Store(file), CODE).files
    path = min(after[19])
    assert files[path].changes == after[19][path].moments
    told(files, after[19])
    again = kept_history(root, commits[19], Store(file), CODE).files
    assert Store(file).rows("history").all(f"{CODE} {commits[19]}") is not None, "healed"
    told(again, after[19])


def _damage(file: Path, damage: str) -> None:
    data = file.read_bytes()
    if damage == "cut":
        file.write_bytes(data[: len(data) // 2])
    elif damage == "emptied":
        file.write_bytes(b"")
    elif damage == "no database":
        file.write_bytes(b"x" * 5000)
    elif damage == "a byte":
        at = data.index(b"content/dl", len(data) // 2)
        file.write_bytes(data[:at] + b"C" + data[at + 1 :])
    else:
        statement = {
            "a row lost": "DELETE FROM history WHERE key = (SELECT min(key) FROM history)",
            "a row changed": "UPDATE history SET value = (SELECT max(value) FROM history)",
            "the state": "UPDATE states SET count = count + 1",
        }[damage]
        with sqlite3.connect(file) as database:
            database.execute(statement)


def test_a_damage_that_shows_only_at_the_next_merge(grown: Grown, tmp_path: Path) -> None:
    root, commits, after = grown
    file = tmp_path / "facts.sqlite"
    for at in range(5, 19):
        kept_history(root, commits[at], Store(file), CODE)
        _damage(file, "a row changed")
        told(kept_history(root, commits[at + 1], Store(file), CODE).files, after[at + 1])


def test_files_that_nobody_knows_are_not_there(grown: Grown, tmp_path: Path) -> None:
    root, commits, after = grown
    files = kept_history(root, commits[19], Store(tmp_path / "facts.sqlite"), CODE).files
    assert files.get("content/dl/không có.md") is None
    assert all(files.get(f"content/{number}") is None for number in range(A_FEW + 5))
    told(files, after[19])


def test_a_shallow_clone_is_refused(grown: Grown, tmp_path: Path) -> None:
    root, commits, _ = grown
    clone = tmp_path / "nông"
    git(tmp_path, "clone", "-q", "--depth", "2", root.as_uri(), str(clone))
    with pytest.raises(CongboError) as refused:
        kept_history(clone, commits[19], Store(tmp_path / "facts.sqlite"), CODE)
    assert refused.value.message.key == "history.shallow"
