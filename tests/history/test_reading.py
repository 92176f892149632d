"""What one process of git answers is what a process for each question answers."""

from __future__ import annotations

import os
import subprocess
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest

from congbo.errors import CongboError
from congbo.history.commits import commit_facts, commit_id
from congbo.history.objects import blob_at, blobs, files_at, new_tree, tree_with, write_blob, write_commit
from congbo.history.reading import Reader, one_process, reader_of
from congbo.history.sparse import SparseTree
from support.repositories import git

NFD = unicodedata.normalize("NFD", "policies/phê duyệt/hoà.yml")
FILES = {
    "policies/phê duyệt/quyết định.yml": "một: 1\r\n".encode(),
    NFD: b"\x00\xff",
    "a\nb.txt": b"",
    "policies/c.yml": b"c",
    "content/uỷ ban/đ.md": "Đ".encode(),
}
ASKED = (*FILES, "policies", "policies/", "khong-co", "policies/c.yml/x", "l", "p", "sub", "content/uỷ ban")
NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)


@pytest.fixture(params=["sha1", "sha256"])
def repo(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    git(tmp_path, "init", "-q", "-b", "main", f"--object-format={request.param}", "r")
    return tmp_path / "r"


def made(repo: Path) -> str:
    """A commit with plain files, a link, a program and a submodule."""
    tree = tree_with(repo, "", FILES)
    blob = write_blob(repo, b"/etc/passwd")
    length = len(blob)
    more = f"120000 blob {blob}\tl\n100755 blob {blob}\tp\n160000 commit {'1' * length}\tsub\n"
    lines = git(repo, "ls-tree", tree) + more
    both = subprocess.run(["git", "mktree"], cwd=repo, input=lines.encode(), capture_output=True, check=True)
    return write_commit(repo, both.stdout.decode().strip(), [], "x", "Máy chủ", "may-chu@donglac.example", NOW)


def answers(repo: Path, commit: str) -> list[object]:
    tree = SparseTree(repo, commit)
    return [
        [blob_at(repo, commit, path) for path in ASKED],
        [tree.has(path) for path in ASKED],
        files_at(repo, commit, "policies"),
        commit_id(repo, commit),
        commit_facts(repo, commit),
        list(blobs(repo, [f"{commit}:policies/c.yml", write_blob(repo, b"x")])),
    ]


def test_one_process_answers_as_many_do(repo: Path) -> None:
    commit = made(repo)
    before = answers(repo, commit)
    forget()
    with one_process(repo):
        assert reader_of(repo) is not None
        assert answers(repo, commit) == before
    assert reader_of(repo) is None


def forget() -> None:
    """What this process remembers of ids that never change would else answer in the reader's place."""
    from congbo.history import commits, objects

    for known in (objects._known_blob, commits._known_id, commits._seen):
        known.cache_clear()


def test_what_is_written_later_is_found_and_what_is_missing_is_said_so(repo: Path) -> None:
    with one_process(repo):
        commit = made(repo)
        length = len(commit)
        with pytest.raises(CongboError) as caught:
            commit_id(repo, "2" * length)
        assert caught.value.message.key == "history.unknown_revision"
        with pytest.raises(CongboError) as caught:
            list(blobs(repo, ["2" * length]))
        assert caught.value.message.key == "history.failed"
        with pytest.raises(CongboError):
            list(blobs(repo, [f"{commit}:policies"]))  # a folder is no file
        later = write_commit(repo, commit_facts(repo, commit).tree, [commit], "hai", "n", "e", NOW)
        assert commit_facts(repo, later).parents == (commit,)
        assert blob_at(repo, later, "policies/c.yml") == b"c"


@pytest.mark.parametrize("name", ["a\nb", ""])
def test_what_git_cannot_be_asked_is_not_answered(repo: Path, name: str) -> None:
    commit = made(repo)
    with one_process(repo):
        reader = reader_of(repo)
        assert reader is not None
        if name:
            with pytest.raises(CongboError):
                reader.object(name)
        else:
            assert reader.object(name) is None
        assert reader.object(commit) is not None  # and the next question gets its own answer


def test_a_child_does_not_ask_the_process_of_its_parent(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with one_process(repo):
        monkeypatch.setattr(os, "getpid", lambda: -1)
        assert reader_of(repo) is None


def test_a_process_that_ended_is_no_answer(repo: Path) -> None:
    commit = made(repo)
    reader = Reader(repo)
    assert reader.object(commit) is not None
    assert reader._git is not None
    reader._git.kill()
    reader._git.wait()
    with pytest.raises(CongboError) as caught:
        reader.object(commit)
    assert caught.value.message.key == "history.failed"
    reader.close()


def test_a_folder_that_is_none_is_said_so(tmp_path: Path) -> None:
    with one_process(tmp_path / "khong-co"), pytest.raises(CongboError) as caught:
        commit_id(tmp_path / "khong-co", "1" * 40)
    assert caught.value.message.key == "history.none"


def test_a_tree_of_plain_names_is_the_one_that_git_makes_of_them(repo: Path) -> None:
    files = {"receipt.sig": b"\x00", "receipt": b"x", "genesis": b""}
    assert new_tree(repo, files) == tree_with(repo, "", files)


@pytest.mark.parametrize("name", ["..", ".git", "a/b", "", "A", "a\tb", "a..b", ".a", "a."])
def test_a_tree_of_plain_names_takes_no_other(repo: Path, name: str) -> None:
    with pytest.raises(ValueError):  # the name is what it says
        new_tree(repo, {name: b"x"})
