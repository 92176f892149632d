"""``make bench``: measures what the README promises, and writes .github/bench.md.

python scripts/bench [site] [checks] [review] [attachments]     only some of the tables; the others keep their figures

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
from pathlib import Path

import building
import checking
import looking
import reviewing
from timing import ROOT, Timed

TABLE = ROOT / ".github" / "bench.md"
HEAD = f"""# Figures

`make bench` writes this page: medians of whole processes, wall seconds, on {os.cpu_count()} processors,
{platform.python_implementation()} {platform.python_version()}, {platform.system()}. A ratio is to the last line of its table,
in the same run.
"""
PARTS: Mapping[str, tuple[str, Callable[[Path], list[Timed]]]] = {
    "site": (
        "Stock Pelican's output is simpler: no checks, no registers, no feeds and sitemaps by part.",
        building.measured,
    ),
    "checks": ("The peer reads the front matter and judges nothing.", checking.measured),
    "review": ("The peer reads the same records and judges nothing.", reviewing.measured),
    "attachments": ("One process, whose libraries are loaded.", looking.measured),
}


def main() -> int:
    """Measure, write the tables, and print them."""
    parse = argparse.ArgumentParser(prog="bench", description="Measures what the README promises.")
    parse.add_argument("parts", nargs="*", choices=[*PARTS, []], default=list(PARTS))
    parse.add_argument("--most", type=int, default=max(checking.SIZES), metavar="N", help="no more items than N")
    args = parse.parse_args()
    checking.SIZES = tuple(size for size in checking.SIZES if size <= args.most)
    wanted = args.parts or list(PARTS)
    page = TABLE.read_text("utf-8")
    texts = {name: _new(name) if name in wanted else _old(page, name) for name in PARTS}
    TABLE.write_text("\n".join([HEAD, *texts.values()]), "utf-8")
    print(TABLE.read_text("utf-8"))
    return 0


def _new(name: str) -> str:
    note, measured = PARTS[name]
    with tempfile.TemporaryDirectory() as scratch:
        return table(name, note, measured(Path(scratch)))


def _old(page: str, name: str) -> str:
    found = re.search(rf"^## {name}\n.*?(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    return found[0].rstrip("\n") + "\n" if found else ""


def table(name: str, note: str, rows: Sequence[Timed]) -> str:
    """Return a table as Markdown; with a single row there is nothing to compare it with."""
    peer = rows[-1].median if len(rows) > 1 else 0
    lines = [f"## {name}", "", note, "", "| work | size | seconds | ratio | memory |", "|---|---|---:|---:|---:|"]
    return "\n".join([*lines, *(_row(row, peer) for row in rows)]) + "\n"


def _row(row: Timed, peer: float) -> str:
    ratio = f"{row.median / peer:.2f}" if peer else ""
    memory = f"{row.memory:.0f} MB" if row.memory else ""
    return f"| {row.name} | {row.size} | {row.median:.3f} | {ratio} | {memory} |"


if __name__ == "__main__":
    sys.exit(main())
