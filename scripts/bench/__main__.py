"""``make bench``: measures what the README promises, and writes .github/bench.md.

python scripts/bench [site] [publish] [history] [checks] …     only some of the tables; the others keep their figures
python scripts/bench publish --most 1000                       a quick look

Each figure is the median of some whole processes, as wall seconds; ratios are to a peer that does a part of the same work in
the same run.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import building
import checking
import looking
import publishing
import remembering
import reviewing
from timing import ROOT, Timed

TABLE = ROOT / ".github" / "bench.md"
HEAD = f"""# Figures

`make bench` writes this page: medians of whole processes, wall seconds, on {os.cpu_count()} processors,
{platform.python_implementation()} {platform.python_version()}, {platform.system()}. A ratio is to the last line of its table,
in the same run.
"""


def table(name: str, note: str, rows: Sequence[Timed]) -> str:
    """Return a table as Markdown; with a single row there is nothing to compare it with."""
    peer = rows[-1].median if len(rows) > 1 else 0
    lines = [f"## {name}", "", note, "", "| work | size | seconds | ratio | memory |", "|---|---|---:|---:|---:|"]
    return "\n".join([*lines, *(_row(row, peer) for row in rows)]) + "\n"


def _row(row: Timed, peer: float) -> str:
    ratio = f"{row.median / peer:.2f}" if peer else ""
    memory = f"{row.memory:.0f} MB" if row.memory else ""
    return f"| {row.name} | {row.size} | {row.median:.3f} | {ratio} | {memory} |"


@dataclass(frozen=True)
class Part:
    """A part of the page: what is to be known about its peer, what measures it, and how it is written."""

    note: str
    measured: Callable[[Path], list[Timed]]
    table: Callable[[str, str, Sequence[Timed]], str] = table


PARTS: Mapping[str, Part] = {
    "site": Part(
        "Stock Pelican's output is simpler: no checks, no registers, no feeds and sitemaps by part.", building.measured
    ),
    "publish": Part(publishing.NOTE, publishing.measured, publishing.table),
    "history": Part("In one process whose libraries are loaded.", remembering.measured),
    "checks": Part("The peer reads the front matter and judges nothing.", checking.measured),
    "review": Part("The peer reads the same records and judges nothing.", reviewing.measured),
    "attachments": Part("One process, whose libraries are loaded.", looking.measured),
}


def main() -> int:
    """Measure, write the tables, and print them."""
    parse = argparse.ArgumentParser(prog="bench", description="Measures what the README promises.")
    parse.add_argument("parts", nargs="*", choices=[*PARTS, []], default=list(PARTS))
    parse.add_argument("--most", type=int, default=max(checking.SIZES), metavar="N", help="no more items than N")
    args = parse.parse_args()
    for part in (checking, publishing):
        part.SIZES = tuple(size for size in part.SIZES if size <= args.most) or (args.most,)
    page = TABLE.read_text("utf-8")
    texts = {name: _old(page, name) for name in PARTS}
    for name in args.parts or list(PARTS):
        texts[name] = _new(name)
        # After each: what took an hour is not lost with what comes next.
        TABLE.write_text("\n".join([HEAD, *texts.values()]), "utf-8")
    print(TABLE.read_text("utf-8"))
    return 0


def _new(name: str) -> str:
    part = PARTS[name]
    with tempfile.TemporaryDirectory() as scratch:
        return part.table(name, part.note, part.measured(Path(scratch)))


def _old(page: str, name: str) -> str:
    found = re.search(rf"^## {name}\n.*?(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    return found[0].rstrip("\n") + "\n" if found else ""


if __name__ == "__main__":
    sys.exit(main())
