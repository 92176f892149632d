"""Building: this repository beside stock Pelican on the same texts."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from timing import ROOT, TODAY, Run, Timed, congbo, process, timed


def measured(scratch: Path) -> list[Timed]:
    """Return the figures; the last line is the peer."""
    items = sum(1 for _ in (ROOT / "content").rglob("*.md"))
    texts, count = stock_content(scratch / "stock")
    built = ("--today", TODAY, "--out")
    return [
        timed("`congbo rules --format json`", "515 clauses", congbo("rules", "--format", "json")),
        timed(
            "`congbo build --portal dl`", "1 portal", congbo("build", "--portal", "dl", *built, str(scratch / "ward"))
        ),
        timed("`congbo build`", f"13 editions, {items} items", congbo("build", *built, str(scratch / "site"))),
        timed(
            "stock Pelican",
            f"the same {count} Vietnamese texts as articles, its own theme",
            stock(texts, scratch / "stock-site"),
        ),
    ]


def stock(texts: Path, out: Path) -> Run:
    """Return a run of stock Pelican."""

    def run() -> None:
        shutil.rmtree(out, ignore_errors=True)
        # Not in this repository: Pelican would take the settings that lie there.
        process([sys.executable, "-m", "pelican", str(texts), "-o", str(out), "--fatal", "errors"], texts)()

    return run


def stock_content(folder: Path) -> tuple[Path, int]:
    """Write each Vietnamese body as an article that stock Pelican understands; return the folder and the count."""
    folder.mkdir(parents=True)
    count = 0
    for file in sorted((ROOT / "content").rglob("*.md")):
        if file.name.count(".") > 1:
            continue
        body = file.read_text("utf-8").split("\n---\n", 1)[1]
        count += 1
        date = f"2018-01-{count % 28 + 1:02d}"
        head = f"Title: Bài {count}\nDate: {date}\nCategory: {file.parts[-3]}\nSlug: bai-{count}\n\n"
        (folder / f"{count:05d}.md").write_text(head + body, "utf-8")
    return folder, count
