"""Publishing: how long the public waits for what was merged, beside whole builds of the same articles by Hugo and by Pelican.

Every run is a whole process on a repository of one portal with its history; its articles are those of the peers. What is new
in a run is committed before it, untimed, as a merge would have left it.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

from articles import Article, articles
from live import pushed_live
from rivals import hugo, hugo_page, hugo_site, hugo_text, pelican_site
from timing import TODAY, Run, Timed, command, congbo, memory_of, process, timed
from ward import item_of, make_ward, path_of

from congbo.frozen import replace
from support.repositories import git

SIZES = (1_000, 10_000, 50_000)
HUGO, PELICAN = "Hugo, whole site", "stock Pelican, whole site"
NOTE = """\
Every size is a ward's own items and as many made articles: 12 sections, 60 keywords, eight years, about 450 syllables each.
Each program writes a page an article, fronts of the sections with the newest 20, archives by month (Pelican: of the whole
site, and all articles of a section 20 a page), feeds of 20 and a sitemap, in pages of one size (10 to 11 kB). `processor` is
seconds of all processors together, `memory` the most that all processes held (shared pages counted once); ratios are to the
whole builds of Hugo and of Pelican in the same run. The peers check nothing, keep no earlier release and prove nothing."""
NEW = 200  # articles that are there to be merged
TWENTY = 20
OFTEN = 3  # runs of what takes seconds
FORGET = (".git/congbo", ".congbo", "public")
PUBLISH = ("publish", "--target", "local", "--today", TODAY)


def measured(scratch: Path) -> list[Timed]:
    """Return the figures of every size: ours, then those of the peers."""
    return [row for size in SIZES for row in Bench(scratch / f"{size}", size).rows()]


@dataclass
class Bench:
    """The sites of one size in a folder of their own, which goes when it has been measured."""

    folder: Path
    items: int

    @property
    def size(self) -> str:
        """Return the size as the tables say it."""
        return f"{self.items:,} items"

    @property
    def runs(self) -> int:
        """Return how often each line is measured: what takes minutes, once."""
        return OFTEN if self.items < 50_000 else 1

    def rows(self) -> Iterator[Timed]:
        """Measure and yield every line."""
        print(f"making {self.size}", file=sys.stderr)
        every = list(articles(self.items + NEW))
        old, new = every[: self.items], iter(every[self.items :])
        self.folder.mkdir()
        yield from self._ours(make_ward(self.folder, old), new)
        yield from self._hugo(hugo_site(self.folder / "hugo", old), next(new))
        yield self._pelican(pelican_site(self.folder / "pelican", old))
        shutil.rmtree(self.folder)

    def _ours(self, root: Path, new: Iterator[Article]) -> Iterator[Timed]:
        publish = congbo(*PUBLISH, at=root)
        whole = timed("`congbo publish`, from nothing", self.size, publish, self.runs, _forgotten(root))
        _forgotten(root)()
        yield replace(whole, memory=memory_of(command(*PUBLISH, at=root), root))
        yield timed("`congbo publish`, one item merged", self.size, publish, OFTEN, _merged(root, new, 1))
        yield timed("`congbo publish`, 20 items in one change", self.size, publish, OFTEN, _merged(root, new, TWENTY))
        yield timed("`congbo publish`, the theme changed", self.size, publish, self.runs, _repainted(root))
        yield from pushed_live(self.folder, root, new, self.size, OFTEN)

    def _hugo(self, site: Path, more: Article) -> Iterator[Timed]:
        out = self.folder / "hugo-out"
        words = [str(hugo()), "--quiet", "--source", str(site), "--destination", str(out)]
        whole = timed(HUGO, self.size, process(words, site), self.runs, _gone(out))
        _gone(out)()
        yield replace(whole, memory=memory_of(words, site))
        page = hugo_page(site, more)
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(hugo_text(more), "utf-8")
        yield timed("Hugo, one item more", self.size, process(words, site), 1)

    def _pelican(self, site: Path) -> Timed:
        words = [sys.executable, "-m", "pelican", "--settings", "settings.py", "--quiet", "--fatal", "errors"]
        whole = timed(PELICAN, self.size, process(words, site), min(self.runs, 2), _gone(site / "output"))
        if self.items >= max(SIZES):
            return whole  # minutes more, for a figure that the smaller sizes show
        _gone(site / "output")()
        return replace(whole, memory=memory_of(words, site))


def table(name: str, note: str, rows: Sequence[Timed]) -> str:
    """Return the table as Markdown, with the ratios to the peers of each size."""
    lines = [f"## {name}", "", note, ""]
    lines += [
        "| work | size | seconds | processor | memory | to Hugo | to Pelican |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    whole = {(row.name, row.size): row.median for row in rows}
    return "\n".join([*lines, *(_row(row, whole) for row in rows)]) + "\n"


def _row(row: Timed, whole: dict[tuple[str, str], float]) -> str:
    ratios = [f"{row.median / whole[peer, row.size]:.2f}" for peer in (HUGO, PELICAN)]
    memory = f"{row.memory:.0f} MB" if row.memory else ""
    work = f"{row.work:.2f}" if row.work else ""
    return f"| {row.name} | {row.size} | {row.median:.2f} | {work} | {memory} | {ratios[0]} | {ratios[1]} |"


def _gone(folder: Path) -> Run:
    return lambda: shutil.rmtree(folder, ignore_errors=True)


def _forgotten(root: Path) -> Run:
    """As on the first day: no facts, no release."""

    def run() -> None:
        (root / "public").unlink(missing_ok=True)
        for name in FORGET[:2]:
            shutil.rmtree(root / name, ignore_errors=True)

    return run


def _merged(root: Path, new: Iterator[Article], how_many: int) -> Run:
    def run() -> None:
        for one in islice(new, how_many):
            page = root / path_of(one)
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(item_of(one), "utf-8")
        _committed(root)

    return run


def _repainted(root: Path) -> Run:
    numbers = count(1)

    def run() -> None:
        base = root / "theme" / "templates" / "base.html"
        base.write_text(base.read_text("utf-8").replace("</body>", f"<!-- {next(numbers)} -->\n</body>"), "utf-8")
        _committed(root)

    return run


def _committed(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Hợp nhất", when="2026-11-21T08:00:00+07:00")
