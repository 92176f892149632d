"""Puts one small fault after another into the gate and lets tests/gate look for it: what nobody finds, no test holds."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GATE = ROOT / "plugins" / "congbo" / "facts" / "gate"
TESTS = ROOT / "tests" / "gate"
EQUIVALENT = Path(__file__).with_name("equivalent.tsv")
WANTED = 90  # per cent
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests"), str(Path(__file__).parent)]

from mutations import Mutant, mutants_of  # noqa: E402
from trial import KILLED, PACKAGE, SURVIVED, outcome, run, start  # noqa: E402


def main() -> int:
    """Print what became of each mutant that survived, and the counts; exit 1 if too few were killed."""
    arguments = _arguments()
    if run(TESTS):
        print("The tests fail without any mutant.")
        return 2
    gc.freeze()  # what was loaded so far is shared by all processes
    known = equivalent()
    found = [
        (module, mutant)
        for module, mutant in every(arguments.module)
        if (module, mutant.where, mutant.was, mutant.now) not in known
    ]
    began, counted = time.monotonic(), Counter[str]()
    for (module, mutant), result in trials(found[:: arguments.each], arguments.jobs):
        counted[result] += 1
        if result == SURVIVED:
            print(f"{module}:{mutant.line} {mutant.where}: {mutant.was}  =>  {mutant.now}", flush=True)
    return report(counted, len(known), time.monotonic() - began)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    parser.add_argument("--module", default="", help="only this module of the gate, such as walk")
    parser.add_argument("--each", type=int, default=1, help="only each n-th mutant, for a quick look")
    return parser.parse_args()


def every(only: str) -> Iterator[tuple[str, Mutant]]:
    """Yield every mutant of every module of the gate, with the module's name."""
    for file in sorted(GATE.glob("*.py")):
        if file.stem != "__init__" and only in ("", file.stem):
            yield from ((file.stem, mutant) for mutant in mutants_of(file.read_text("utf-8")))


def equivalent() -> set[tuple[str, str, str, str]]:
    """Return the mutants that change nothing, as they are written down with the reason."""
    lines = EQUIVALENT.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {(row[0], row[1], row[2], row[3]) for row in rows}


def trials(found: list[tuple[str, Mutant]], jobs: int) -> Iterator[tuple[tuple[str, Mutant], str]]:
    """Run the tests against each mutant, some at a time."""
    running: dict[int, tuple[str, Mutant]] = {}
    waiting = iter(found)
    while True:
        while len(running) < jobs and (one := next(waiting, None)):
            running[start(f"{PACKAGE}.{one[0]}", one[1].source, TESTS)] = one
        if not running:
            return
        process, status = os.wait()
        yield running.pop(process), outcome(status)


def report(counted: Counter[str], left_out: int, seconds: float) -> int:
    """Print the counts; return the exit code."""
    total = counted.total()
    dead = total - counted[SURVIVED]
    share = 100 * dead / total if total else 0.0
    print(
        f"{dead} of {total} mutants killed ({share:.1f} %), {counted[SURVIVED]} survived, "
        f"{left_out} left out as equivalent; {seconds:.0f} s"
    )
    return 0 if share >= WANTED and counted[KILLED] else 1


if __name__ == "__main__":
    raise SystemExit(main())
