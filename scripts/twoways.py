"""``make twoways``: a content changes at random, and is judged with what is kept of it and anew, until both differ.

python scripts/twoways.py [--steps 200] [--seed N]

Every difference is printed with what was done, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support.two_ways import TwoWays

A_RUN = 50  # steps of one repository: later ones have little left that is whole


def main() -> int:
    """Compare some hundred judgements and return 1 if two of them differ, else 0."""
    parse = argparse.ArgumentParser(prog="twoways", description="Compares what is kept with what is judged anew.")
    parse.add_argument("--steps", type=int, default=200)
    parse.add_argument("--seed", type=int, default=1)
    asked = parse.parse_args()
    for number, first in enumerate(range(0, asked.steps, A_RUN)):
        with tempfile.TemporaryDirectory(prefix="congbo-") as folder:
            if not _same(Path(folder) / "kho", asked.seed + number, min(A_RUN, asked.steps - first)):
                return 1
    return 0


def _same(root: Path, seed: int, steps: int) -> bool:
    one, findings = TwoWays.begun(root, seed), 0
    for step in range(steps):
        kept, anew = one.step()
        findings += len(anew)
        if list(kept) != list(anew):
            print(f"seed {seed}, step {step}: {', '.join(one.done)}")
            print(*(f"only kept: {finding}" for finding in kept if finding not in anew), sep="\n")
            print(*(f"only anew: {finding}" for finding in anew if finding not in kept), sep="\n")
            return False
    print(f"seed {seed}: {steps} steps, {findings} findings, the same in both ways", file=sys.stderr)
    return True


if __name__ == "__main__":
    sys.exit(main())
