"""Puts one small fault after another into the gate and lets tests/gate look for it: what nobody finds, no test holds."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GATE = ROOT / "plugins" / "congbo" / "facts" / "gate"
TESTS = ROOT / "tests" / "gate"
EQUIVALENT = Path(__file__).with_name("equivalent.tsv")
WANTED = 90  # per cent
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests"), str(Path(__file__).parent)]

from mutations import Mutant, mutants_of, source_of  # noqa: E402
from trial import KILLED, PACKAGE, SURVIVED, Known, ended, learn, start  # noqa: E402

Found = tuple[str, Mutant]


class Trials:
    """Takes the place of pytest's own loop over the tests, once it has read them."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        self.code = 2

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Let the tests look for each mutant; print what became of those that survived, and the counts."""
        found, left_out = wanted(self.arguments)
        known = learn(session.items)
        if found is None or known is None:
            print("A row of equivalent.tsv fits no mutant." if found is None else "A test fails without any mutant.")
            return True
        gc.freeze()  # what was loaded so far is shared by all processes
        began, counted = time.monotonic(), Counter[str]()
        print(f"{len(found)} mutants, {len(known)} tests", flush=True)
        for (module, mutant), result in trials(found, known, self.arguments.jobs):
            counted[result] += 1
            if result == SURVIVED:
                print("\t".join((module, mutant.where, mutant.was, mutant.now)), f"\tline {mutant.line}", flush=True)
        self.code = report(counted, left_out, time.monotonic() - began)
        return True


def main() -> int:
    """Return 0 if enough mutants were killed, 1 if too few, 2 if nobody can tell."""
    trials_ = Trials(_arguments())
    words = ["-q", "-s", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header", "--no-summary", str(TESTS)]
    pytest.main(words, [trials_])
    return trials_.code


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    parser.add_argument("--module", default="", help="only this module of the gate, such as walk")
    parser.add_argument("--each", type=int, default=1, help="only each n-th mutant, for a quick look")
    return parser.parse_args()


def wanted(arguments: argparse.Namespace) -> tuple[list[Found] | None, int]:
    """Return the mutants to try and how many are left out; None if those left out are not named exactly."""
    known = equivalent()
    found = list(every(""))
    named = list(_named(found))
    wrong = known - set(named)
    for row in sorted(wrong):
        print("fits no mutant:", "\t".join(row))
    kept = [one for one, row in zip(found, named, strict=True) if row not in known and arguments.module in ("", one[0])]
    return (None if wrong else kept[:: arguments.each]), len(known)


def _named(found: Sequence[Found]) -> Iterator[tuple[str, str, str, str]]:
    """Yield what each mutant is called in equivalent.tsv; of two that read the same the second ends with [2]."""
    met = Counter[tuple[str, str, str, str]]()
    for module, mutant in found:
        row = (module, mutant.where, mutant.was, mutant.now)
        met[row] += 1
        yield row if met[row] == 1 else (*row[:3], f"{row[3]} [{met[row]}]")


def every(only: str) -> Iterator[Found]:
    """Yield every mutant of every module of the gate, with the module's name."""
    for file in sorted(GATE.glob("*.py")):
        if file.stem != "__init__" and only in ("", file.stem):
            yield from ((file.stem, mutant) for mutant in mutants_of(file.read_text("utf-8")))


def equivalent() -> set[tuple[str, str, str, str]]:
    """Return the mutants that change nothing, as they are written down with the reason."""
    lines = EQUIVALENT.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {(row[0], row[1], row[2], row[3]) for row in rows}


def trials(found: Sequence[Found], known: Sequence[Known], jobs: int) -> Iterator[tuple[Found, str]]:
    """Run the tests against each mutant, some at a time."""
    running: dict[int, Found] = {}
    waiting = iter(found)
    while True:
        while len(running) < jobs and (one := next(waiting, None)):
            module, mutant = one
            source = source_of((GATE / f"{module}.py").read_text("utf-8"), mutant)
            running[start(known, f"{PACKAGE}.{module}", mutant.where, source)] = one
        if not running:
            return
        yield from ended(running)


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
