"""Which changes a commit merged, told by the records that it brought."""

from __future__ import annotations

from pathlib import Path

import pytest

from congbo.errors import CongboError
from congbo.register.approved import approved_by
from support.repositories import git

FOLDER = "policies/approvals/2026/11"


def commit(root: Path, *paths: str) -> str:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "x", "--allow-empty")
    return git(root, "rev-parse", "HEAD").strip()


def test_what_a_merge_brought(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    first = commit(tmp_path, f"{FOLDER}/20261120-cu-1a2b3c4d/a.stmt")
    git(tmp_path, "checkout", "-q", "-b", "moi")
    commit(tmp_path, "content/a.md", f"{FOLDER}/20261122-moi-5a2b3c4d/a.stmt", f"{FOLDER}/20261122-moi-5a2b3c4d/a.sig")
    git(tmp_path, "checkout", "-q", "main")
    plain = commit(tmp_path, "content/b.md")
    git(tmp_path, "merge", "-q", "--no-ff", "-m", "x", "moi")
    assert approved_by(tmp_path, first) == {"20261120-cu-1a2b3c4d": f"{FOLDER}/20261120-cu-1a2b3c4d"}
    assert approved_by(tmp_path, plain) == {}
    assert approved_by(tmp_path, "HEAD") == {"20261122-moi-5a2b3c4d": f"{FOLDER}/20261122-moi-5a2b3c4d"}
    with pytest.raises(CongboError):
        approved_by(tmp_path, "f" * 40)
