"""A revision read from git itself: the bytes that were stored, whatever lies in the working folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from congbo.errors import CongboError
from congbo.history.digests import touched_paths
from congbo.history.parting import changed_paths, merge_base
from congbo.history.repository import commit_of
from congbo.history.revision import RevisionTree
from support.repositories import git

DATA = b"\xff\x00\r\n" + "Đồng Lạc\n".encode()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    for name in ("content/dl/a.md", 'content/dl/Một "hai"\tba.md', "content/.an/x.md", "content/dl/.an.md", "khac/a"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(DATA)
    (tmp_path / "content/dl/chay.sh").write_bytes(DATA)
    (tmp_path / "content/dl/chay.sh").chmod(0o755)
    (tmp_path / "content/dl/noi.md").symlink_to("a.md")
    (tmp_path / ".gitattributes").write_text("*.md text eol=crlf export-ignore\n")
    git(tmp_path, "add", "-A")
    git(tmp_path, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},content/dl/kho-khac")
    git(tmp_path, "commit", "-qm", "một")
    return tmp_path


def tree(repository: Path, revision: str = "HEAD") -> RevisionTree:
    return RevisionTree(repository, commit_of(repository, revision))


def test_files_are_listed_by_name_and_links_by_their_own(repository: Path) -> None:
    assert tree(repository).paths("content") == [
        'content/dl/Một "hai"\tba.md',
        "content/dl/a.md",
        "content/dl/chay.sh",
        "content/dl/noi.md",
    ]
    assert tree(repository).paths("content/dl/a") == []


def test_bytes_are_those_that_were_stored(repository: Path) -> None:
    stored = git(repository, "rev-parse", "HEAD:content/dl/chay.sh").strip()
    assert tree(repository).read("content/dl/chay.sh") == DATA
    (repository / "content/dl/chay.sh").write_bytes(b"other")
    assert tree(repository).read("content/dl/chay.sh") == DATA
    assert tree(repository).entries["content/dl/chay.sh"].blob == stored


def test_a_link_is_no_file(repository: Path) -> None:
    assert not tree(repository).has("content/dl/noi.md")
    with pytest.raises(CongboError) as refused:
        tree(repository).read("content/dl/noi.md")
    assert refused.value.message.key == "tree.symbolic_link"


def test_what_the_commit_lacks_is_refused(repository: Path) -> None:
    (repository / "content/dl/moi.md").write_bytes(DATA)
    assert not tree(repository).has("content/dl/moi.md")
    with pytest.raises(CongboError) as refused:
        tree(repository).read("content/dl/moi.md")
    assert refused.value.message.key == "tree.absent"


def test_a_lost_blob_is_said(repository: Path) -> None:
    known = tree(repository)
    blob = known.entries["content/dl/a.md"].blob
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(CongboError) as refused:
        known.read("content/dl/a.md")
    assert refused.value.message.key == "history.failed"


def test_an_earlier_revision_is_read_as_it_was(repository: Path) -> None:
    git(repository, "rm", "-q", "content/dl/a.md")
    git(repository, "commit", "-qm", "hai")
    assert not tree(repository).has("content/dl/a.md")
    assert tree(repository, "HEAD~1").has("content/dl/a.md")


def test_what_differs_is_named_whatever_happened_to_it(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path.parent / "gitconfig"
    config.write_text(
        "[diff]\n\tnoprefix = true\n\trelative = true\n\texternal = false\n[status]\n\tshowUntrackedFiles = no\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    since = commit_of(repository, "HEAD")
    git(repository, "mv", "content/dl/chay.sh", "content/dl/đi.sh")
    (repository / "content/dl/mới.md").write_bytes(DATA)
    (repository / ".gitignore").write_text("bo-qua.md\n")
    (repository / "content/dl/bo-qua.md").write_bytes(DATA)
    told = changed_paths(repository / "content", since)
    assert {path for path in told if path.startswith("content/dl/") and path != "content/dl/kho-khac"} == {
        "content/dl/chay.sh",
        "content/dl/đi.sh",
        "content/dl/mới.md",
    }
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "hai")
    assert {"content/dl/chay.sh", "content/dl/đi.sh", "content/dl/mới.md"} <= {
        one.path for one in touched_paths(repository, since, "HEAD", "")
    }


def test_the_common_commit_of_two_branches(repository: Path) -> None:
    first = commit_of(repository, "HEAD")
    git(repository, "commit", "-qm", "hai", "--allow-empty")
    git(repository, "checkout", "-q", "-b", "khac", first)
    git(repository, "commit", "-qm", "ba", "--allow-empty")
    assert merge_base(repository, "main", "khac") == first
    git(repository, "checkout", "-q", "--orphan", "la")
    git(repository, "commit", "-qm", "bốn")
    assert merge_base(repository, "main", "la") == ""
