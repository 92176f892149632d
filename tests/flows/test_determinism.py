"""Two builds of one commit, in other folders, time zones, locales and hash seeds, give the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from support.repositories import ROOT, TODAY, git, snapshot

SURROUNDINGS = (
    {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4711"},
)


def build(repository: Path, out: Path, surroundings: dict[str, str]) -> None:
    words = ["-C", str(repository), "build", "--today", TODAY, "--out", str(out)]
    done = subprocess.run(
        [sys.executable, "-m", "congbo", *words],
        env=os.environ | surroundings,
        cwd=out.parent,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_same_commit_same_bytes(tmp_path: Path) -> None:
    builds = []
    for number, surroundings in enumerate(SURROUNDINGS):
        folder = tmp_path / f"{'sau' * number}nơi {number}"
        folder.mkdir()
        git(tmp_path, "clone", "-q", str(ROOT), str(folder / "kho"))
        os.umask(0o022 if number else 0o077)
        build(folder / "kho", folder / "site", surroundings)
        builds.append(snapshot(folder / "site"))
    os.umask(0o022)
    assert builds[0].keys() == builds[1].keys()
    assert [path for path in builds[0] if builds[0][path] != builds[1][path]] == []
