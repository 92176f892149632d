"""Objects written beside every branch, and refs moved from a known place to another: on real repositories."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest

from congbo.errors import CongboError
from congbo.history import repository_root
from congbo.history.commits import commit_facts
from congbo.history.objects import blob_at, blobs, files_at, tree_with, write_blob, write_commit
from congbo.history.refs import move_ref, ref_at, refs_under
from support.repositories import git

NAME = "policies/phê duyệt/quyết định.yml"
NFD = unicodedata.normalize("NFD", "policies/phê duyệt/tách dấu.yml")
FILES = {NAME: "một: 1\r\n".encode(), NFD: b"\x00\xff", "a\nb.txt": b"", "policies/c.yml": b"c"}
NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)


@pytest.fixture(params=["working", "bare"])
def repo(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    git(tmp_path, "init", "-q", "-b", "main", *(["--bare"] if request.param == "bare" else []), "r")
    return tmp_path / "r"


def made(repo: Path) -> str:
    return write_commit(repo, tree_with(repo, "", FILES), [], "Đầu tiên\n", "Máy chủ", "may-chu@donglac.example", NOW)


def key_of(caught: pytest.ExceptionInfo[CongboError]) -> str:
    return caught.value.message.key


def test_what_is_written_is_read_back_byte_for_byte(repo: Path) -> None:
    git(repo, "config", "core.autocrlf", "true")
    git(repo, "config", "user.useConfigOnly", "true")
    git(repo, "config", "commit.gpgSign", "true")
    commit = made(repo)
    assert files_at(repo, commit, "") == FILES
    assert files_at(repo, commit, "policies") == {
        path: data for path, data in FILES.items() if path.startswith("policies")
    }
    assert files_at(repo, commit, "policies/khong-co") == {}
    assert {path: blob_at(repo, commit, path) for path in FILES} == FILES
    assert blob_at(repo, commit, unicodedata.normalize("NFC", NFD)) is None
    assert blob_at(repo, commit, "policies") is None
    assert blob_at(repo, commit, ":(glob)**") is None
    facts = commit_facts(repo, commit)
    assert (facts.author, facts.committed, facts.parents) == ("may-chu@donglac.example", NOW, ())
    assert git(repo, "log", "--format=%an|%s|%cI", commit).strip() == "Máy chủ|Đầu tiên|2026-11-22T10:00:00+07:00"
    assert refs_under(repo, "refs/") == {}


def test_a_tree_is_added_to_and_replaced_in(repo: Path) -> None:
    commit = made(repo)
    tree = tree_with(repo, commit, {"policies/c.yml": b"moi", "d/e/f.md": b"f"})
    child = write_commit(repo, tree, [commit], "x", "Máy chủ", "may-chu@donglac.example", NOW)
    assert files_at(repo, child, "") == {**FILES, "policies/c.yml": b"moi", "d/e/f.md": b"f"}
    assert commit_facts(repo, child).parents == (commit,)
    assert tree_with(repo, commit, {}) == commit_facts(repo, commit).tree


@pytest.mark.parametrize("path", ["../x", ".git/config", "a/../b", "/x", ""])
def test_a_path_that_git_cannot_keep_is_refused(repo: Path, path: str) -> None:
    with pytest.raises(CongboError):
        tree_with(repo, "", {path: b"x"})


def test_the_index_and_the_working_folder_stay(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "x").write_text("x")
    git(tmp_path, "add", "x")
    before = (tmp_path / ".git/index").read_bytes()
    tree_with(tmp_path, "", FILES)
    assert (tmp_path / ".git/index").read_bytes() == before
    assert [file.name for file in tmp_path.iterdir() if file.name != ".git"] == ["x"]


def test_links_are_no_files(repo: Path) -> None:
    blob = write_blob(repo, b"/etc/passwd")
    tree = git_in(repo, f"120000 blob {blob}\tl\n100755 blob {blob}\tp\n".encode(), "mktree")
    commit = write_commit(repo, tree, [], "x", "n", "e", NOW)
    assert (blob_at(repo, commit, "l"), blob_at(repo, commit, "p")) == (None, b"/etc/passwd")
    assert list(files_at(repo, commit, "")) == ["p"]


def git_in(repo: Path, data: bytes, *words: str) -> str:
    return (
        subprocess.run(["git", *words], cwd=repo, input=data, check=True, capture_output=True).stdout.decode().strip()
    )


def test_a_missing_blob_is_said_so_and_not_left_out(repo: Path) -> None:
    there = write_blob(repo, b"x")
    with pytest.raises(CongboError) as caught:
        list(blobs(repo, [there, "1" * 40]))
    assert key_of(caught) == "history.failed"
    assert list(blobs(repo, [])) == []


def test_a_ref_moves_from_where_it_is_known_to_be(repo: Path) -> None:
    first = made(repo)
    second = write_commit(repo, commit_facts(repo, first).tree, [first], "hai", "n", "e", NOW)
    name = "refs/congbo/receipts"
    move_ref(repo, name, first, "")
    assert (ref_at(repo, name), refs_under(repo, "refs/congbo/")) == (first, {name: first})
    for old in ("", second):
        with pytest.raises(CongboError) as caught:
            move_ref(repo, name, second, old)
        assert key_of(caught) == "history.ref_moved"
        assert ref_at(repo, name) == first
    move_ref(repo, name, second, first)
    assert ref_at(repo, name) == second
    assert ref_at(repo, "refs/congbo") == ""
    assert len(git(repo, "reflog", "show", name).splitlines()) == 2


def test_a_ref_that_is_locked_counts_as_moved(repo: Path) -> None:
    first = made(repo)
    move_ref(repo, "refs/congbo/receipts", first, "")
    lock = repository_root(repo) / (".git" if (repo / ".git").is_dir() else "") / "refs/congbo/receipts.lock"
    lock.write_text("")
    with pytest.raises(CongboError) as caught:
        move_ref(repo, "refs/congbo/receipts", first, first)
    assert key_of(caught) == "history.ref_moved"


@pytest.mark.parametrize(
    "name", ["main", "HEAD", "heads/main", "refs", "refs/heads/a..b", "refs/heads/x.lock", "--stdin", ""]
)
def test_a_ref_is_named_in_full(repo: Path, name: str) -> None:
    first = made(repo)
    with pytest.raises(CongboError) as caught:
        move_ref(repo, name, first, "")
    assert key_of(caught) == "history.ref_name"
    assert refs_under(repo, "refs/") == {}


@pytest.mark.parametrize("prefix", ["congbo", "refs/*/x", "refs/[a]", "HEAD"])
def test_a_prefix_is_no_pattern(repo: Path, prefix: str) -> None:
    with pytest.raises(CongboError):
        refs_under(repo, prefix)


def test_nothing_is_pointed_at_what_is_not_there(repo: Path) -> None:
    for new in ("1" * 40, "", "HEAD"):
        with pytest.raises(CongboError):
            move_ref(repo, "refs/congbo/receipts", new, "")
    assert refs_under(repo, "refs/") == {}


def test_a_bare_repository_has_a_root(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "k.git")
    assert repository_root(tmp_path / "k.git") == tmp_path / "k.git"
    assert repository_root(tmp_path / "k.git/refs") == tmp_path / "k.git"


def test_a_hook_reads_what_is_still_in_quarantine(tmp_path: Path) -> None:
    """The pushed commit is in no branch yet, and its objects lie in a folder that only the hook's environment names."""
    kho, desk = tmp_path / "kho.git", tmp_path / "desk"
    git(tmp_path, "init", "-q", "--bare", "kho.git")
    git(tmp_path, "init", "-q", "-b", "tin", "desk")
    (desk / "tin.md").write_text("tin\n")
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "tin")
    hook = kho / "hooks/pre-receive"
    hook.write_text(
        f"#!{sys.executable}\nimport sys\nfrom pathlib import Path\n"
        "from congbo.history.objects import files_at\nfrom congbo.history.commits import commits_between\n"
        "old, new, name = sys.stdin.readline().split()\n"
        "seen = files_at(Path(), new, ''), len(commits_between(Path(), '', new))\n"
        f"Path({str(tmp_path / 'seen')!r}).write_text(repr(seen))\n"
        "sys.exit(1)\n"
    )
    hook.chmod(0o755)
    pushed = subprocess.run(
        ["git", "push", "-q", str(kho), "tin"], cwd=desk, capture_output=True, env=dict(os.environ), check=False
    )
    assert pushed.returncode == 1
    assert (tmp_path / "seen").read_text() == repr(({"tin.md": b"tin\n"}, 1))
    assert refs_under(kho, "refs/") == {}
    assert "does not exist" not in pushed.stderr.decode()
