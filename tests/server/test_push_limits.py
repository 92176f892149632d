"""What no push may bring: on real commits, with names that a disk of another system would confuse."""

from __future__ import annotations

import subprocess
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest

from congbo.history.objects import write_blob, write_commit
from congbo.server.push_limits import over_limits
from support.repositories import git

NOW = datetime(2026, 11, 22, tzinfo=UTC)
NFC = "content/dl/văn-bản.md"


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "--bare")
    return tmp_path


def commit(repo: Path, *entries: tuple[str, str], parent: str = "") -> str:
    """Write a commit whose tree holds these paths with these modes, whatever a client of git would say to them."""
    index = {"GIT_INDEX_FILE": str(repo / "index.test")}
    blob = write_blob(repo, b"x")
    given = b"".join(f"{mode} {blob if mode != '160000' else '1' * 40}\t{path}\0".encode() for mode, path in entries)
    if parent:
        subprocess.run(["git", "read-tree", parent], cwd=repo, env=index, check=True)
    subprocess.run(["git", "update-index", "-z", "--index-info"], cwd=repo, env=index, input=given, check=True)
    tree = subprocess.run(["git", "write-tree", "--missing-ok"], cwd=repo, env=index, check=True, capture_output=True)
    (repo / "index.test").unlink()
    return write_commit(repo, tree.stdout.decode().strip(), [parent] if parent else [], "x", "n", "e@x.example", NOW)


def codes(repo: Path, *entries: tuple[str, str], base: str = "") -> list[tuple[str, str]]:
    return [(one.code, one.path) for one in over_limits(repo, base, commit(repo, *entries, parent=base))]


def test_good_files_come_in(repo: Path) -> None:
    good = (
        ("100644", NFC),
        ("100644", ".gitattributes"),
        ("100755", "scripts/dung.sh"),
        ("100644", "content/dl/Hội làng.md"),
    )
    assert codes(repo, *good) == []


@pytest.mark.parametrize(
    ("mode", "path", "code"),
    [
        ("120000", "content/dl/l.md", "limit.link"),
        ("120000", "scripts/l", "limit.link"),
        ("160000", "content/kho", "limit.submodule"),
        ("100755", "content/dl/p.md", "limit.mode"),
        ("100755", "policies/p.yml", "limit.mode"),
        ("100644", unicodedata.normalize("NFD", NFC), "limit.name"),
        ("100644", "content/dl/CON.md", "limit.name"),
        ("100644", "content/aux/x.md", "limit.name"),
        ("100644", "content/dl/x.md.", "limit.name"),
        ("100644", "content/dl /x.md", "limit.name"),
        ("100644", "content/dl/a:b.md", "limit.name"),
        ("100644", "content/dl/a\\b.md", "limit.name"),
        ("100644", "content/dl/a\u202eb.md", "limit.name"),
        ("100644", "content/dl/a\u200bb.md", "limit.name"),
        ("100644", "content/dl/a\nb.md", "limit.name"),
        ("100644", "content/dl/" + "x" * 201, "limit.name"),
        ("100644", "/".join("abcdefghijklm"), "limit.name"),
        ("100644", "content/.gitattributes", "limit.git_file"),
        ("100644", "policies/.GitModules", "limit.git_file"),
    ],
)
def test_what_never_comes_in(repo: Path, mode: str, path: str, code: str) -> None:
    assert codes(repo, (mode, path)) == [(code, path)]


@pytest.mark.parametrize("other", ["content/dl/Tin.md", "Content/dl/x.md", "content/dl/tin.MD"])
def test_names_that_are_one_on_another_disk(repo: Path, other: str) -> None:
    base = commit(repo, ("100644", "content/dl/tin.md"))
    assert {code for code, _ in codes(repo, ("100644", other), base=base)} == {"limit.collision"}


def test_what_collided_before_does_not_stop_others(repo: Path) -> None:
    base = commit(repo, ("100644", "a/tin.md"), ("100644", "a/Tin.md"))
    assert codes(repo, ("100644", "b/x.md"), base=base) == []


def test_what_a_later_commit_takes_back_counts(repo: Path) -> None:
    base = commit(repo, ("100644", "a.md"))
    bad = commit(repo, ("120000", "content/l"), parent=base)
    again = write_commit(repo, git(repo, "rev-parse", f"{base}^{{tree}}").strip(), [bad], "x", "n", "e@x.example", NOW)
    assert [one.code for one in over_limits(repo, base, again)] == ["limit.link"]
