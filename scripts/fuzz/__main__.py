"""``make fuzz``: feeds spoilt items, attachments, policies and records to every reader, for an hour unless told otherwise.

python scripts/fuzz [--seconds N] [--seed N] [--processes N] [--again FILE.json]

Whatever is no refusal in words (a traceback, more than 5 seconds, two readers that differ, a page with a script) is kept in
.congbo/fuzz/ with its bytes, and the exit code is 1. ``--again`` feeds one of these files once more and shows what happens.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import time
from contextlib import redirect_stdout
from pathlib import Path

from ground import ROOT

FOLDER = ROOT / ".congbo" / "fuzz"
FOUND = 9  # how a worker ends that found something; 1 is how Python ends one that is broken itself


def main() -> int:
    """Run the workers and return 1 if one of them found a fault or died, else 0."""
    asked = _arguments()
    if asked.again:
        return _again(asked.again)
    asked.folder.mkdir(parents=True, exist_ok=True)
    print(f"fuzz: {asked.seconds} s, seed {asked.seed}, {asked.processes} processes", file=sys.stderr)
    forks = multiprocessing.get_context("fork")
    workers = [
        forks.Process(target=_work, args=(n, asked.seed, asked.seconds, asked.folder)) for n in range(asked.processes)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return _concluded([worker.exitcode or 0 for worker in workers], asked.folder)


def _arguments() -> argparse.Namespace:
    parse = argparse.ArgumentParser(prog="scripts/fuzz")
    parse.add_argument("--seconds", type=int, default=3600)
    parse.add_argument("--seed", type=int, default=int(time.time()))
    parse.add_argument("--processes", type=int, default=2)
    parse.add_argument("--folder", type=Path, default=FOLDER)
    parse.add_argument("--again", type=Path, metavar="FILE")
    return parse.parse_args()


def _work(number: int, seed: int, seconds: float, folder: Path) -> None:
    from worker import Worker

    with redirect_stdout(sys.stderr):
        sys.exit(FOUND if Worker(number, seed, folder).run(seconds) else 0)


def _concluded(codes: list[int], folder: Path) -> int:
    for number, code in enumerate(codes):
        running = folder / f"running-{number}"
        if code in (0, FOUND):
            for suffix in (".bin", ".json"):
                running.with_suffix(suffix).unlink(missing_ok=True)
        else:
            print(f"fuzz: process {number} died ({code}); its last file is {running}.json", file=sys.stderr)
    if not any(codes):
        print("fuzz: nothing found", file=sys.stderr)
        return 0
    for file in sorted(folder.glob("*.txt")):
        print(f"fuzz: {file}: {file.read_text('utf-8').strip().splitlines()[-1]}", file=sys.stderr)
    print(f"fuzz: see what happens again with: python scripts/fuzz --again {folder}/NAME.json", file=sys.stderr)
    return 1


def _again(file: Path) -> int:
    from worker import fed

    about = json.loads(file.read_text("utf-8"))
    fault = fed(about["target"], file.with_suffix(".bin").read_bytes(), about["name"])
    print(fault or "fuzz: nothing wrong with it", file=sys.stderr)
    return 1 if fault else 0


if __name__ == "__main__":
    sys.exit(main())
