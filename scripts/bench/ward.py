"""A repository of one portal, this repository's ward, with as many articles as wanted and the history of their posting."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from articles import Article
from corpus import commit
from timing import ROOT

sys.path.insert(0, str(ROOT / "tests"))
from support.repositories import ward_repository

PORTAL = "dl"
A_COMMIT = 5  # articles
ITEM = """---
id: dl-bai-{number:05d}
type: tin_bai
title: "{title}"
summary: "{summary}"
tags: [{tags}]
authors: [Công chức văn hóa - thông tin]
nguon: Bộ phận văn hóa - thông tin
nguon_goc: tu_viet
don_vi: dl-van-hoa-thong-tin
phan_loai_mat: khong_mat
pho_bien: true
the_loai: tin
---
{body}"""


def path_of(article: Article) -> str:
    """Return where an article lies in the repository."""
    return f"content/{PORTAL}/{article.section}/{article.published.year}/{article.name}.md"


def item_of(article: Article) -> str:
    """Return an article as an item of the portal."""
    summary = article.summary.replace('"', "")
    tags = ", ".join(article.tags)
    return ITEM.format(number=article.number, title=article.title, summary=summary, tags=tags, body=article.body)


def make_ward(folder: Path, every: Iterable[Article]) -> Path:
    """Make the repository with its working folder, and return it: the ward's own items first, then five at a time."""
    base = ward_repository(folder / "base")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=base, capture_output=True, check=True).stdout
    first = [(name, (base / name).read_bytes()) for name in listed.decode().split("\0") if name]
    made = folder / "ward"
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(made)], check=True)
    told = b"".join(_stream(first, every))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=made, input=told, check=True)
    subprocess.run(["git", "checkout", "--quiet", "main"], cwd=made, check=True)
    return made


def _stream(first: list[tuple[str, bytes]], every: Iterable[Article]) -> Iterator[bytes]:
    rest = iter(every)
    some = list(islice(rest, A_COMMIT))
    yield from commit(int(some[0].published.timestamp()) - 3600, "Nội dung ban đầu", first)
    while some:
        files = [(path_of(one), item_of(one).encode()) for one in some]
        yield from commit(int(some[-1].published.timestamp()), "Đăng tin", files)
        some = list(islice(rest, A_COMMIT))
