"""What is timed, and how: whole processes, some at a time after each other, their seconds and their memory."""

from __future__ import annotations

import os
import resource
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
    """One line of a table: what was run, on how much, and of each run the wall seconds and those of all its processors.

    ``memory`` is the most that a run and its children held together (MB); 0 where that was not asked for.
    """

    name: str
    size: str
    seconds: tuple[float, ...]
    memory: float = 0
    user: tuple[float, ...] = (0,)

    @property
    def median(self) -> float:
        """Return the median of the runs."""
        return statistics.median(self.seconds)

    @property
    def work(self) -> float:
        """Return the median of the seconds that the processors were at work for it."""
        return statistics.median(self.user)


def timed(name: str, size: str, run: Run, runs: int = 5, before: Run | None = None) -> Timed:
    """Run some times and keep the seconds; ``before`` each run, untimed, comes what makes the runs alike."""
    seconds, user = [], []
    for number in range(runs):
        if before:
            before()
        print(f"{name}, {size} {number + 1}/{runs}", file=sys.stderr)
        start, worked = time.perf_counter(), _worked()
        run()
        seconds.append(time.perf_counter() - start)
        user.append(_worked() - worked)
    return Timed(name, size, tuple(seconds), user=tuple(user))


def _worked() -> float:
    """Return the seconds that the children of this process, and theirs, have worked so far."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def congbo(*words: str, at: Path = ROOT, codes: Sequence[int] = (0,)) -> Run:
    """Return a run of congbo in a repository; another exit code than the expected ones is a failure of the bench."""
    return process(command(*words, at=at), codes=codes)


def command(*words: str, at: Path) -> list[str]:
    """Return the words that run congbo in a repository."""
    return [sys.executable, "-m", "congbo", "-C", str(at), *words]


def process(words: Sequence[str], folder: Path = ROOT, codes: Sequence[int] = (0,)) -> Run:
    """Return a run of a whole process, whose failure is a failure of the bench."""

    def run() -> None:
        done = subprocess.run(
            words, cwd=folder, env=ENV, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        if done.returncode not in codes:
            raise SystemExit(f"{words}: {done.returncode}\n{done.stderr}")

    return run


def memory_of(words: Sequence[str], folder: Path) -> float:
    """Return the most memory (MB, shared pages counted once) that a process and its children held together; Linux only."""
    with subprocess.Popen(words, cwd=folder, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as started:
        most = 0
        while started.poll() is None:
            most = max(most, _held(_family(started.pid)))
            time.sleep(A_LOOK)
    return most / 1024


def _family(pid: int) -> list[int]:
    """Return a process and all that it started, from whichever of its threads."""
    try:
        children = [
            child for file in Path(f"/proc/{pid}/task").glob("*/children") for child in file.read_text().split()
        ]
    except OSError:
        return []
    return [pid, *(one for child in children for one in _family(int(child)))]


def _held(family: Sequence[int]) -> int:
    """Return what processes hold together (kB). One that has not begun its own program yet has the memory of the one that
    starts it, which waits: the same, not as much again."""
    return sum(share for _, share in set(map(_memory, family)))


def _memory(pid: int) -> tuple[int, int]:
    """Return the resident and the proportional set size in kB; 0 for a process that has just ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0, 0
    said = {line.partition(":")[0]: int(line.split()[1]) for line in lines if line.startswith(("Rss:", "Pss:"))}
    return said.get("Rss", 0), said.get("Pss", 0)
