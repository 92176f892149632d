"""One process of the fuzzer: spoils seeds until its time is over, and keeps whatever must never happen."""

# ruff: noqa: S311
from __future__ import annotations

import faulthandler
import json
import random
import signal
import time
import traceback
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import FrameType

import mutate
from ground import seeds
from targets import TARGETS

HANG = 5  # seconds of this process's own work, however busy the machine is
STUCK = 120  # seconds of the clock after which even a call that listens to no signal is given up
WEIGHTS = {"item": 12, "attached": 6, "policies": 1}  # the policies are read as a whole: slow
WORD = 20  # seconds between two words about the progress


class HangError(BaseException):
    """It took too long; not an Exception, so that nothing on the way takes it for a fault of the file."""


@dataclass
class Worker:
    """Feeds targets in the order that a seed number gives, and counts."""

    number: int
    seed: int
    folder: Path
    tried: dict[str, int] = field(default_factory=lambda: dict.fromkeys(TARGETS, 0))
    faults: dict[str, int] = field(default_factory=dict)
    slowest: float = 0.0

    def run(self, seconds: float) -> int:
        """Feed until the seconds are over; return how many kinds of faults were found."""
        dice = random.Random(f"{self.seed}/{self.number}")
        end = time.monotonic() + seconds
        word = time.monotonic() + WORD
        while time.monotonic() < end:
            self._one(dice)
            if time.monotonic() > word:
                word += WORD
                self._tell(end - time.monotonic())
        self._tell(0)
        return len(self.faults)

    def _one(self, dice: random.Random) -> None:
        target = dice.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        name, data = dice.choice(seeds()[target])
        data = mutate.spoilt(dice, data, dice.choice(seeds()[target])[1])
        if target == "attached" and dice.random() < 0.3:
            name = mutate.name(dice, name)
        kept = self.folder / f"running-{self.number}"
        keep(kept, target, name, data)  # if the process dies, this is what it died of
        self.tried[target] += 1
        start = time.process_time()
        fault = fed(target, data, name)
        self.slowest = max(self.slowest, time.process_time() - start)
        if fault:
            self._found(target, name, data, fault)

    def _found(self, target: str, name: str, data: bytes, fault: str) -> None:
        lines = [line for line in fault.splitlines() if line.strip()]
        places = [line for line in lines if "/congbo/" in line]
        kind = sha256("\n".join((target, lines[-1][:60], *places[-2:])).encode()).hexdigest()[:10]
        self.faults[kind] = self.faults.get(kind, 0) + 1
        file = self.folder / f"{target}-{kind}"
        if not file.with_suffix(".json").exists():
            keep(file, target, name, data)
            file.with_suffix(".txt").write_text(fault, "utf-8")

    def _tell(self, left: float) -> None:
        tried = ", ".join(f"{target} {count}" for target, count in self.tried.items())
        found = f"{len(self.faults)} kinds of faults ({sum(self.faults.values())} times)"
        print(f"[{self.number}] {left:.0f} s left; {tried}; slowest {self.slowest:.2f} s; {found}", flush=True)


def fed(target: str, data: bytes, name: str) -> str:
    """Feed one target; return the traceback of what must never happen, or an empty text."""
    signal.signal(signal.SIGPROF, _hang)
    faulthandler.dump_traceback_later(STUCK, exit=True)
    signal.setitimer(signal.ITIMER_PROF, HANG)
    start = time.process_time()
    try:
        TARGETS[target](data, name)
    except (Exception, HangError):
        return traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        faulthandler.cancel_dump_traceback_later()
    took = time.process_time() - start
    return f"{took:.1f} s\n" if took > HANG else ""


def keep(file: Path, target: str, name: str, data: bytes) -> None:
    """Write a reproducer: the bytes, and what they were fed to under which name."""
    file.with_suffix(".bin").write_bytes(data)
    file.with_suffix(".json").write_text(json.dumps({"target": target, "name": name}), "utf-8")


def _hang(_: int, __: FrameType | None) -> None:
    raise HangError(f"longer than {HANG} s")
