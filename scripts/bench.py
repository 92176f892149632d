"""``make bench``: times the program on this repository beside stock Pelican on the same texts, and writes .github/bench.md.

Each figure is the median of RUNS whole processes, as wall seconds; ratios are against stock Pelican in the same run.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLE = ROOT / ".github" / "bench.md"
RUNS = 5
TODAY = "2026-11-22"
ENV = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}


@dataclass(frozen=True)
class Timed:
    """One line of the table: what was run, on how much, and the wall seconds of each run."""

    name: str
    size: str
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """Return the median of the runs."""
        return statistics.median(self.seconds)


def main() -> int:
    """Measure, write the table, and print it."""
    with tempfile.TemporaryDirectory() as scratch:
        rows = measured(Path(scratch))
    TABLE.write_text(table(rows), "utf-8")
    print(TABLE.read_text("utf-8"))
    return 0


def measured(scratch: Path) -> list[Timed]:
    """Return the figures; the last line is the peer."""
    items = sum(1 for _ in (ROOT / "content").rglob("*.md"))
    texts, count = stock_content(scratch / "stock")
    whole = scratch / "site"
    ward = scratch / "ward"
    return [
        timed("`congbo check`", f"{items} items, 515 clauses", congbo("check", "--today", TODAY)),
        timed("`congbo rules --format json`", "515 clauses", congbo("rules", "--format", "json")),
        timed(
            "`congbo build --portal dl`",
            "1 portal",
            congbo("build", "--portal", "dl", "--today", TODAY, "--out", str(ward)),
        ),
        timed("`congbo build`", "13 editions", congbo("build", "--today", TODAY, "--out", str(whole))),
        timed(
            "stock Pelican",
            f"the same {count} Vietnamese texts as articles, its own theme",
            stock(texts, scratch / "stock-site"),
        ),
    ]


def timed(name: str, size: str, run: Callable[[], None]) -> Timed:
    """Run RUNS times and keep the seconds; progress goes to stderr."""
    seconds = []
    for number in range(RUNS):
        print(f"{name} {number + 1}/{RUNS}", file=sys.stderr)
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    return Timed(name, size, tuple(seconds))


def congbo(*words: str) -> Callable[[], None]:
    """Return a run of congbo on this repository."""
    return process([sys.executable, "-m", "congbo", "-C", str(ROOT), *words])


def stock(texts: Path, out: Path) -> Callable[[], None]:
    """Return a run of stock Pelican."""

    def run() -> None:
        shutil.rmtree(out, ignore_errors=True)
        # Not in this repository: Pelican would take the settings that lie there.
        process([sys.executable, "-m", "pelican", str(texts), "-o", str(out), "--fatal", "errors"], texts)()

    return run


def process(words: Sequence[str], folder: Path = ROOT) -> Callable[[], None]:
    """Return a run of a whole process, whose failure is a failure of the bench."""

    def run() -> None:
        subprocess.run(words, cwd=folder, env=ENV, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

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
        head = (
            f"Title: Bài {count}\nDate: 2018-01-{count % 28 + 1:02d}\nCategory: {file.parts[-3]}\nSlug: bai-{count}\n\n"
        )
        (folder / f"{count:05d}.md").write_text(head + body, "utf-8")
    return folder, count


def table(rows: Sequence[Timed]) -> str:
    """Return the table as Markdown, with the machine and the method."""
    peer = rows[-1].median
    lines = [
        "# Figures",
        "",
        f"`make bench` writes this page. Median of {RUNS} whole processes, wall seconds; {os.cpu_count()} processors, "
        f"{platform.python_implementation()} {platform.python_version()}, {platform.system()}. "
        "The ratio is to stock Pelican in the same run; its output is simpler "
        "(no checks, no registers, no feeds and sitemaps by part).",
        "",
        "| work | size | seconds | ratio |",
        "|---|---|---:|---:|",
    ]
    lines += [f"| {row.name} | {row.size} | {row.median:.2f} | {row.median / peer:.2f} |" for row in rows]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
