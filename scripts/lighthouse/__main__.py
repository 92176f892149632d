"""``make lighthouse``: what Lighthouse says of the main pages of the five portals, written to .github/lighthouse.md.

python scripts/lighthouse [--runs N] [--portal ID …] [--site FOLDER]

FOLDER is what ``congbo build`` has written; without one it builds. The page is written when all five portals are looked at.

Ends with 1 where accessibility, best practices or search engines have less than 100, or speed less than 95.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "tests")]

from judging import Judged, judged  # noqa: E402
from serving import served  # noqa: E402

from congbo.__main__ import main as congbo  # noqa: E402
from congbo.commands.targets import target_of  # noqa: E402
from support import pages  # noqa: E402

PAGE = ROOT / ".github" / "lighthouse.md"
FLOORS = (95, 100, 100, 100)
HEAD = """# What Lighthouse says

`make lighthouse` writes this page: Lighthouse as a telephone (its simulated slow network and processor) in headless Chromium,
before nginx with the configuration that `congbo server nginx` writes, over https, packed with gzip. Medians of {runs}.
Scores are of a hundred; `paint` is when the largest part is seen, `blocked` how long scripts hold the page, `shift` how far
parts move while it loads, `size` all that the first visit fetches, letters of the typeface included.

| page | speed | accessibility | best practices | search engines | paint | blocked | shift | size |
|---|---:|---:|---:|---:|---:|---:|---:|---:|
"""


def main() -> int:
    """Build, serve, judge, write the table; print each line and what was found."""
    parse = argparse.ArgumentParser(prog="lighthouse", description="Lighthouse on the main pages of the portals.")
    parse.add_argument("--runs", type=int, default=5, help="runs of which medians are taken (5)")
    parse.add_argument("--portal", nargs="*", default=list(pages.PALETTES), help="portals (the five)")
    parse.add_argument("--site", type=Path, help="what congbo build has written")
    args = parse.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        if args.site:
            (folder / "public").symlink_to(args.site.resolve())
        elif congbo(["-C", str(ROOT), "build", "--out", str(folder / "public")]):
            return 1
        found = _judged(folder, args.portal, args.runs)
    if set(args.portal) == set(pages.PALETTES):
        PAGE.write_text(HEAD.format(runs=args.runs) + "".join(map(_row, found, found.values())), "utf-8")
    return int(any(score < floor for one in found.values() for score, floor in zip(one.scores, FLOORS, strict=True)))


def _judged(folder: Path, portals: list[str], runs: int) -> dict[str, Judged]:
    policy, found = pages.policy(), {}
    with served(policy, target_of(policy, "local"), folder) as port:
        for portal in portals:
            host = policy.portals[portal].editions[pages.EDITION].hosts[0]
            for name, address in pages.of_portal(folder / "public", portal).items():
                one = judged(f"https://{host}/{address}", port, runs)
                found[f"{portal}, {name}"] = one
                print(_row(f"{portal}, {name}", one), end="", flush=True)
                print("".join(f"  {line}\n" for line in one.found), end="", flush=True)
    return found


def _row(name: str, one: Judged) -> str:
    scores = " | ".join(str(score) for score in one.scores)
    figures = f"{one.paint / 1000:.1f} s | {one.blocked:.0f} ms | {one.shift:.3f} | {one.size / 1000:.0f} kB"
    return f"| {name} | {scores} | {figures} |\n"


if __name__ == "__main__":
    sys.exit(main())
