"""Facts of commits, digests of changes, merges worked out again: on real repositories, against stock git."""

from __future__ import annotations

import os
import subprocess
import unicodedata
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from congbo.dates import VIETNAM
from congbo.errors import CongboError
from congbo.history.commits import commit_facts, commits_between, is_ancestor
from congbo.history.digests import change_digest, content_digest, policy_digest, touched_paths
from congbo.history.merging import difference, merged_tree
from congbo.history.model import ZERO
from support.repositories import git

NAME = "content/dl/tin-tức/Hội làng Đông Lạc.md"
NFD = unicodedata.normalize("NFD", "content/dl/văn bản.md")
OWN = "policies/approvals/2026/11/20261122-tin-1a2b3c4d"


def raw(folder: Path, *words: str) -> bytes:
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True).stdout


def write(folder: Path, path: str, text: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, "utf-8")


def commit(folder: Path) -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", "thay đổi")
    return git(folder, "rev-parse", "HEAD").strip()


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main", "r")
    folder = tmp_path / "r"
    write(folder, NAME, "một\n")
    write(folder, "policies/a.yml", "a: 1\n")
    write(folder, f"{OWN}/x.stmt", "cũ\n")
    commit(folder)
    return folder


def refused(caught: pytest.ExceptionInfo[CongboError]) -> str:
    return caught.value.message.key


def test_commits_carry_the_mails_as_written_and_aware_times(repo: Path) -> None:
    first = git(repo, "rev-parse", "HEAD").strip()
    write(repo, ".mailmap", "Ai khác <ai-khac@donglac.example> <vanphong@donglac.example>\n")
    second = commit(repo)
    git(repo, "config", "log.mailmap", "true")
    (only,) = commits_between(repo, first, "refs/heads/main")
    assert (only.id, only.parents, only.author, only.committer) == (
        second, (first,), "vanphong@donglac.example", "vanphong@donglac.example",
    )  # fmt: skip
    assert only.committed == datetime(2026, 11, 20, 8, tzinfo=VIETNAM)
    assert only.tree == git(repo, "rev-parse", "HEAD^{tree}").strip()
    assert commit_facts(repo, second) == only
    assert [one.id for one in commits_between(repo, "", "HEAD")] == [first, second]
    assert commits_between(repo, second, second) == ()
    assert is_ancestor(repo, first, second)
    assert is_ancestor(repo, first, first)
    assert not is_ancestor(repo, second, first)


def test_no_commits_and_unknown_ones_are_said_so(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    for ask in (lambda: commit_facts(tmp_path, "HEAD"), lambda: commits_between(tmp_path, "", "refs/heads/main")):
        with pytest.raises(CongboError) as caught:
            ask()
        assert refused(caught) == "history.unknown_revision"
    with pytest.raises(CongboError) as caught:
        commit_facts(tmp_path / "khong-co", "HEAD")
    assert refused(caught) == "history.none"


def test_a_revision_cannot_be_an_option(repo: Path) -> None:
    with pytest.raises(CongboError) as caught:
        commits_between(repo, "", f"--output={repo}/x")
    assert refused(caught) == "history.unknown_revision"
    assert not (repo / "x").exists()


def test_a_shallow_clone_is_refused(repo: Path, tmp_path: Path) -> None:
    commit(repo)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repo}", "nong")
    for ask in (
        commit_facts,
        lambda root, head: commits_between(root, "", head),
        lambda root, h: is_ancestor(root, h, h),
    ):
        with pytest.raises(CongboError) as caught:
            ask(tmp_path / "nong", "HEAD")
        assert refused(caught) == "history.shallow"


def test_replacements_and_grafts_do_not_mislead(repo: Path) -> None:
    first = git(repo, "rev-parse", "HEAD").strip()
    write(repo, NAME, "hai\n")
    second = commit(repo)
    known = commits_between(repo, "", second), change_digest(repo, first, second, OWN)
    git(repo, "replace", "--graft", second)
    (repo / ".git/info/grafts").write_text(f"{second}\n")
    assert "replace" in git(repo, "for-each-ref")
    assert (commits_between(repo, "", second), change_digest(repo, first, second, OWN)) == known
    assert is_ancestor(repo, first, second)


def test_a_time_that_is_none_is_said_so(repo: Path) -> None:
    body = git(repo, "cat-file", "commit", "HEAD").replace(
        "\ncommitter ", "\ncommitter X <x@donglac.example> 9" + "9" * 17 + " +0000\nx-", 1
    )
    made = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"],
        cwd=repo,
        input=body.encode(),
        capture_output=True,
        check=True,
    )
    with pytest.raises(CongboError) as caught:
        commit_facts(repo, made.stdout.decode().strip())
    assert refused(caught) == "history.bad_time"


def test_a_change_is_digested_as_stock_git_prints_it(repo: Path) -> None:
    base = git(repo, "rev-parse", "HEAD").strip()
    write(repo, NFD, "tệp tên tách dấu\n")
    write(repo, f"{OWN}/y.stmt", "mới\n")
    (repo / NAME).chmod(0o755)
    head = commit(repo)
    words = ("diff-tree", "-r", "-z", "--no-renames", "--full-index", base, head, "--", ".")
    assert change_digest(repo, base, head, OWN) == sha256(raw(repo, *words, f":(exclude){OWN}")).hexdigest()
    assert change_digest(repo, base, head, "") == sha256(raw(repo, *words)).hexdigest()
    assert [
        (one.path, one.old_mode, one.new_mode, bool(one.old_blob)) for one in touched_paths(repo, base, head, OWN)
    ] == [
        (NAME, "100644", "100755", True),
        (NFD, ZERO, "100644", False),
    ]
    assert len(touched_paths(repo, base, head, "")) == 3
    assert change_digest(repo, base, head, OWN) == change_digest(repo / "content", base, head, OWN)


def test_the_digest_ignores_configuration_and_what_else_moved(repo: Path) -> None:
    base = git(repo, "rev-parse", "HEAD").strip()
    git(repo, "checkout", "-qb", "tin")
    write(repo, "content/dl/moi.md", "mới\n")
    head = commit(repo)
    wanted = change_digest(repo, base, head, OWN)
    git(repo, "checkout", "-q", "main")
    write(repo, "content/dl/khac.md", "khác\n")
    tip = commit(repo)
    git(repo, "merge", "-q", "--no-ff", "-m", "trộn", "tin")
    for key, value in {
        "diff.renames": "copies",
        "diff.orderFile": "x",
        "diff.noprefix": "true",
        "diff.external": "false",
    }.items():
        git(repo, "config", key, value)
    assert change_digest(repo, tip, "HEAD", OWN) == wanted
    assert change_digest(repo, base, head, OWN) == wanted


def test_a_submodule_cannot_hide(repo: Path) -> None:
    base = git(repo, "rev-parse", "HEAD").strip()
    git(repo, "update-index", "--add", "--cacheinfo", f"160000,{base},content/kho")
    write(repo, ".gitmodules", '[submodule "content/kho"]\n\tpath = content/kho\n\turl = ./kho\n\tignore = all\n')
    git(repo, "add", ".gitmodules")
    git(repo, "config", "diff.ignoreSubmodules", "all")
    git(repo, "commit", "-qm", "thêm")
    paths = [(one.path, one.new_mode) for one in touched_paths(repo, base, "HEAD", "")]
    assert paths == [(".gitmodules", "100644"), ("content/kho", "160000")]
    assert len(content_digest(repo, base, "HEAD")) == 64


def test_the_policy_is_digested_without_approvals(repo: Path) -> None:
    first = policy_digest(repo, "HEAD")
    listed = raw(repo, "ls-tree", "-r", "-z", "HEAD", "--", "policies/a.yml")
    assert first == sha256(listed).hexdigest()
    write(repo, f"{OWN}/z.stmt", "thêm\n")
    commit(repo)
    assert policy_digest(repo, "HEAD") == policy_digest(repo / "policies", "HEAD") == first
    write(repo, "policies/approvals.yml", "x: 1\n")
    commit(repo)
    assert policy_digest(repo, "HEAD") != first


def test_the_content_is_digested_over_the_bytes(repo: Path) -> None:
    base = git(repo, "rev-parse", "HEAD").strip()
    (repo / NAME).unlink()
    write(repo, NFD, "tệp\n")
    write(repo, "content/b.md", "b\n")
    head = commit(repo)
    lines = {
        NAME: (ZERO, b""), NFD: ("100644", "tệp\n".encode()), "content/b.md": ("100644", b"b\n"),
    }  # fmt: skip
    wanted = b"".join(
        f"{mode} {sha256(data).hexdigest()} ".encode() + path.encode() + b"\0"
        for path, (mode, data) in sorted(lines.items(), key=lambda line: line[0].encode())
    )
    assert content_digest(repo, base, head) == sha256(wanted).hexdigest()


def test_a_merge_is_worked_out_again(repo: Path) -> None:
    git(repo, "checkout", "-qb", "tin")
    write(repo, NFD, "mới\n")
    theirs = commit(repo)
    git(repo, "checkout", "-q", "main")
    write(repo, "content/khac.md", "khác\n")
    ours = commit(repo)
    tree = merged_tree(repo, ours, theirs)
    git(repo, "merge", "-q", "--no-ff", "-m", "trộn", "tin")
    assert tree == git(repo, "rev-parse", "HEAD^{tree}").strip()
    write(repo, "content/lén.md", "lén\n")
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "--amend", "-m", "trộn")
    assert tree is not None
    assert [one.path for one in difference(repo, tree, "HEAD")] == ["content/lén.md"]


@pytest.mark.parametrize("bare", [False, True])
def test_a_conflict_stays_one_whatever_the_attributes_say(repo: Path, tmp_path: Path, bare: bool) -> None:
    write(repo, ".gitattributes", "*.md merge=union\n")
    commit(repo)
    git(repo, "checkout", "-qb", "tin")
    write(repo, NAME, "hai\n")
    commit(repo)
    git(repo, "checkout", "-q", "main")
    write(repo, NAME, "ba\n")
    commit(repo)
    if bare:
        git(tmp_path, "clone", "-q", "--bare", str(repo), "kho.git")
        repo = tmp_path / "kho.git"
    assert merged_tree(repo, "refs/heads/main", "refs/heads/tin") is None
    assert merged_tree(repo, "refs/heads/main", "refs/heads/main") is not None


def test_unrelated_commits_cannot_be_merged(repo: Path) -> None:
    git(repo, "checkout", "-q", "--orphan", "la")
    write(repo, "la.md", "lạ\n")
    commit(repo)
    with pytest.raises(CongboError) as caught:
        merged_tree(repo, "refs/heads/main", "refs/heads/la")
    assert refused(caught) == "history.failed"


def test_what_a_callers_environment_says_of_git_does_not_reach_it(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = commits_between(repo, "", "HEAD")
    git(tmp_path, "init", "-q", "khac")
    for name, text in {
        "GIT_CONFIG_PARAMETERS": "'core.worktree'='/nowhere'", "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "alias.log",
        "GIT_CONFIG_VALUE_0": "!false", "GIT_NAMESPACE": "x", "GIT_DIR": str(tmp_path / "khac/.git"),
        "GIT_OBJECT_DIRECTORY": str(tmp_path), "GIT_LITERAL_PATHSPECS": "1", "GIT_INDEX_FILE": "x",
        "GIT_SHALLOW_FILE": os.devnull,
    }.items():  # fmt: skip
        monkeypatch.setenv(name, text)
    assert commits_between(repo, "", "HEAD") == base
    assert change_digest(repo, "HEAD", "HEAD", OWN) == sha256(b"").hexdigest()
