"""What is timed, and how: whole processes, some at a time after each other, their seconds and their memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-22"
# As an installed program runs: with its compiled files.
ENV = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | {
    "PYTHONPATH": str(ROOT / "plugins")
}
A_LOOK = 0.05  # seconds between two looks at the memory

Run = Callable[[], None]


@dataclass(frozen=True)
class Timed:
    """One line of a table: what was run, on how much, the wall seconds of each run, and the memory at its highest (MB)."""

    name: str
    size: str
    seconds: tuple[float, ...]
    memory: float = 0

    @property
    def median(self) -> float:
        """Return the median of the runs."""
        return statistics.median(self.seconds)


def timed(name: str, size: str, run: Run, runs: int = 5, before: Run | None = None) -> Timed:
    """Run some times and keep the seconds; ``before`` each run, untimed, comes what makes the runs alike."""
    seconds = []
    for number in range(runs):
        if before:
            before()
        print(f"{name}, {size} {number + 1}/{runs}", file=sys.stderr)
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    return Timed(name, size, tuple(seconds))


def congbo(*words: str, at: Path = ROOT, codes: Sequence[int] = (0,)) -> Run:
    """Return a run of congbo in a repository; another exit code than the expected ones is a failure of the bench."""
    return process([sys.executable, "-m", "congbo", "-C", str(at), *words], codes=codes)


def process(words: Sequence[str], folder: Path = ROOT, codes: Sequence[int] = (0,)) -> Run:
    """Return a run of a whole process, whose failure is a failure of the bench."""

    def run() -> None:
        done = subprocess.run(
            words, cwd=folder, env=ENV, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        if done.returncode not in codes:
            raise SystemExit(f"{words}: {done.returncode}")

    return run


def memory_of(words: Sequence[str], folder: Path) -> float:
    """Return the most memory (MB, shared pages counted once) that a process and its children held together; Linux only."""
    with subprocess.Popen(words, cwd=folder, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as started:
        most = 0
        while started.poll() is None:
            most = max(most, sum(map(_proportional, _family(started.pid))))
            time.sleep(A_LOOK)
    return most / 1024


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return []
    return [pid, *(one for child in children for one in _family(int(child)))]


def _proportional(pid: int) -> int:
    """Return the proportional set size in kB; 0 for a process that has just ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
