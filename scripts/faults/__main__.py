"""Publishes again and again while something goes wrong, and counts what readers were served: the old release or the new one.

Anything else stops the run with the fault. A few of these runs are part of the tests (tests/deploy/test_faults.py).
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from congbo.deploy.prune import KEPT  # noqa: E402
from support import releases  # noqa: E402
from support.releases import DONE, REFUSED, die, forked, healed, must, no_space, publish, read_only, served, waited  # noqa: E402
from support.repositories import TODAY, git, ward_repository  # noqa: E402

KILLED = -signal.SIGKILL
SMALL = 256  # KiB of a disk that is nearly full


def main() -> int:
    """Run every kind of trouble, or those that are named; print what happened to each; 1 if anything was served by halves."""
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("parts", nargs="*", choices=[*PARTS, []], help=f"of {', '.join(PARTS)}; default: all")
    parse.add_argument("--kills", type=int, default=1000, metavar="N", help="how often to kill (default 1000)")
    parse.add_argument("--races", type=int, default=100, metavar="N", help="how many pairs at once (default 100)")
    parse.add_argument("--folder", type=Path, help="where to work (default: the system's folder for temporary files)")
    args = parse.parse_args()
    for name in args.parts or PARTS:
        with tempfile.TemporaryDirectory(prefix="congbo-faults-", dir=args.folder) as folder:
            began = time.monotonic()
            try:
                counted = PARTS[name](Path(folder), args)
            except AssertionError as error:
                print(f"{name}: BROKEN: {error}")
                return 1
            told = ", ".join(f"{what}: {count}" for what, count in sorted(counted.items()))
            print(f"{name:<10} {told} ({time.monotonic() - began:.0f} s)", flush=True)
    return 0


def begun(home: Path) -> Path:
    """Some releases, so that the next one prunes."""
    home.mkdir(parents=True, exist_ok=True)
    for version in range(1, 5):
        publish(home, version)
    return home


def judged(home: Path, old: int, new: int) -> str:
    """Say which release is served, then let the next run heal what is left."""
    now = served(home)
    must(now in (old, new), f"version {now} is served, neither {old} nor {new}")
    healed(home, new + 1)
    return "old release served" if now == old else "new release served"


def kills(folder: Path, args: argparse.Namespace) -> Counter[str]:
    """Kill at every write in turn; every third time at any moment at all, in the middle of a write as well."""
    home, counted, chance = begun(folder / "kho"), Counter[str](), random.Random(1)  # noqa: S311
    places = releases.writes(home, 5)
    usual, number = _usual(home), 0
    while counted["killed"] < args.kills:
        old = served(home)
        number += 1
        if number % 3:
            ended = releases.troubled(home, old + 1, 1 + number % places, die)
        else:
            pid = forked(lambda: publish(home, old + 1))  # noqa: B023
            time.sleep(chance.uniform(0, usual))
            os.kill(pid, signal.SIGKILL)
            ended = waited(pid)
        counted["killed" if ended == KILLED else "ended before the kill"] += 1
        counted[judged(home, old, old + 1)] += 1
    counted["places"] = places
    return counted


def _usual(home: Path) -> float:
    began = time.monotonic()
    must(
        waited(forked(lambda: publish(home, served(home) + 1))) == DONE,
        "a publication without any trouble failed",
    )
    return time.monotonic() - began


def _failing(strike: Callable[[], None]) -> Callable[[Path, argparse.Namespace], Counter[str]]:
    def run(folder: Path, _: argparse.Namespace) -> Counter[str]:
        home, counted = begun(folder / "kho"), Counter[str]()
        for at in range(1, releases.writes(home, 5) + 1):
            old = served(home)
            ended = releases.troubled(home, old + 1, at, strike)
            must(ended in (DONE, REFUSED), f"it ended with {ended}")
            must((served(home) == old + 1) == (ended == DONE), "it said one thing and did another")
            counted["refused" if ended == REFUSED else "live before it failed"] += 1
            counted[judged(home, old, old + 1)] += 1
        return counted

    return run


def full_disk(folder: Path, _: argparse.Namespace) -> Counter[str]:
    """A disk of its own that is really full, a little less so each time; then one that can only be read."""
    counted = Counter[str]()
    with _disk(folder / "dia") as disk:
        if disk is None:
            return Counter({"left out, nobody here may mount": 1})
        home = begun(disk / "kho")
        for spare in range(0, 160, 4):
            old = served(home)
            _fill(disk / "day", spare * 1024)
            ended = waited(forked(lambda: publish(home, old + 1)))  # noqa: B023
            must(ended in (DONE, REFUSED), f"it ended with {ended}")
            (disk / "day").unlink()
            counted["refused" if ended == REFUSED else "enough space"] += 1
            counted[judged(home, old, old + 1)] += 1
        old = served(home)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        must(
            waited(forked(lambda: publish(home, old + 1))) == REFUSED,
            "a disk that can only be read was written to",
        )
        must(served(home) == old, "what was live is not")
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        counted["read only: refused"] += 1
        healed(home, old + 1)
    return counted


@contextmanager
def _disk(at: Path) -> Iterator[Path | None]:
    at.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SMALL * 4}k", "tmpfs", str(at)], check=False, capture_output=True
    )
    if done.returncode:
        yield None
        return
    try:
        yield at
    finally:
        subprocess.run(["umount", str(at)], check=True)


def _fill(file: Path, spare: int) -> None:
    """Fill a disk up to some bytes."""
    free = os.statvfs(file.parent)
    with file.open("wb") as filling:
        filling.write(b"\0" * max(0, free.f_bavail * free.f_frsize - spare))


def races(folder: Path, args: argparse.Namespace) -> Counter[str]:
    """Two publications at a time."""
    home, counted = begun(folder / "kho"), Counter[str]()
    for _ in range(args.races):
        old = served(home)
        pids = [forked(lambda v=old + n: publish(home, v)) for n in (1, 2)]  # type: ignore[misc]
        ends = sorted(waited(pid) for pid in pids)
        must(ends in ([DONE, DONE], [DONE, REFUSED]), f"they ended with {ends}")
        counted["both, one after the other" if ends == [DONE, DONE] else "one refused"] += 1
        must(served(home) in (old + 1, old + 2), "neither of the two is served")
        healed(home, old + 3)
    return counted


def sticks(folder: Path, _: argparse.Namespace) -> Counter[str]:
    """Releases carried elsewhere on a stick, the copy broken off after every so many files."""
    home, counted = begun(folder / "kho"), Counter[str]()
    files = sorted(path for path in home.rglob("*") if not path.is_dir() or path.is_symlink())
    for most in range(0, len(files) + 1, 3):
        copy = folder / f"usb-{most}"
        for path in files[:most]:
            target = copy / path.relative_to(home)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target, follow_symlinks=False)
        copy.mkdir(exist_ok=True)
        for version in range(9, 9 + KEPT):  # by then what came by halves is not kept any more
            publish(copy, version)
            must(served(copy) == version, "what was published is not served")
        healed(copy, 20)
        counted["copies, each made whole by the next run"] += 1
        shutil.rmtree(copy)
    return counted


def commands(folder: Path, _: argparse.Namespace) -> Counter[str]:
    """The whole command on a ward's repository, killed at any moment of its run."""
    ward, counted, chance = ward_repository(folder / "phuong"), Counter[str](), random.Random(2)  # noqa: S311
    words = [sys.executable, "-m", "congbo", "-C", str(ward), "publish", "--today", TODAY]
    env = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    began = time.monotonic()
    subprocess.run(words, env=env, check=True, capture_output=True)
    usual, item = time.monotonic() - began, min((ward / "content/dl").rglob("*.md"))
    for number in range(20):
        item.write_text(item.read_text("utf-8") + f"\nLần {number}.\n", "utf-8")
        git(ward, "commit", "-qam", f"Lần {number}")
        old = releases.snapshot(ward / "public")
        run = subprocess.Popen(words, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(usual * chance.uniform(0.4, 1.1))
        run.kill()
        run.wait()
        now = releases.snapshot(ward / "public")
        counted["old release served" if now == old else "new release served"] += 1
        subprocess.run(words, env=env, check=True, capture_output=True)
        new = releases.snapshot(ward / "public")
        must(now in (old, new) or _but_for_the_manifest(now) == _but_for_the_manifest(new), "something else is served")
    return counted


def _but_for_the_manifest(site: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in site.items() if path != "manifest.json"}


PARTS: dict[str, Callable[[Path, argparse.Namespace], Counter[str]]] = {
    "kills": kills,
    "space": _failing(no_space),
    "read-only": _failing(read_only),
    "disk": full_disk,
    "races": races,
    "sticks": sticks,
    "commands": commands,
}

if __name__ == "__main__":
    sys.exit(main())
