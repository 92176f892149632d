"""Real git and real folders for the stories."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-22"

NEWS = """---
id: dl-2026-9001
type: tin_bai
title: {title}
summary: Tóm tắt một câu cho người đọc.
authors: [Công chức văn hóa - thông tin]
nguon: Bộ phận văn hóa - thông tin
nguon_goc: tu_viet
don_vi: dl-van-hoa-thong-tin
phan_loai_mat: khong_mat
pho_bien: true
the_loai: tin
{more}---
Nội dung.
"""  # a news item of the ward: title, and further lines of its header

GIT = {
    "GIT_AUTHOR_NAME": "Công chức văn phòng",
    "GIT_AUTHOR_EMAIL": "vanphong@donglac.example",
    "GIT_COMMITTER_NAME": "Công chức văn phòng",
    "GIT_COMMITTER_EMAIL": "vanphong@donglac.example",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


WHEN = "2026-11-20T08:00:00+07:00"


def dated(when: str = WHEN) -> dict[str, str]:
    """Return the environment of a commit that is made at a given time, so that no test hangs on the day it runs."""
    return {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}


def git(folder: Path, *words: str, when: str = WHEN) -> str:
    """Run git in a folder as a clerk, at a given time."""
    env = os.environ | GIT | dated(when)
    done = subprocess.run(["git", *words], cwd=folder, env=env, check=True, capture_output=True, text=True)
    return done.stdout


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes, in folders that links lead to as well, unless they lead back."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(_files(folder, ()))}


def _files(folder: Path, above: tuple[Path, ...]) -> Iterator[Path]:
    here = folder.resolve()
    for entry in folder.iterdir() if here not in above else ():
        if entry.is_dir():
            yield from _files(entry, (*above, here))
        elif entry.is_file():
            yield entry


def _without_others(policies: Path) -> None:
    """Leave out what speaks of other portals: hosts that their boards have looked at, and their records."""
    (policies / "hosts.yml").unlink(missing_ok=True)
    for record in (policies / "records").rglob("*.yml"):
        if "\nportal: dl\n" not in record.read_text("utf-8"):
            record.unlink()


def ward_repository(folder: Path) -> Path:
    """Make a repository of the ward alone in ``folder``, committed: its content, the policies, the theme."""
    for name in ("policies", "theme", "content/dl"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pelicanconf.py", folder)
    for kind in ("portals", "boards"):
        for file in (folder / "policies" / kind).iterdir():
            if file.stem != "dl":
                file.unlink()
    _without_others(folder / "policies")
    (folder / ".gitignore").write_text("/.congbo/\n/public\n/output/\n")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Nội dung ban đầu")
    return folder
