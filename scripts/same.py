"""Twelve surroundings and random histories that must not change a byte: ``make same``. Prints what differs."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from support.histories import COMPONENT, PORTALS, past_of, small_repository  # noqa: E402
from support.renewed import Shown, differing  # noqa: E402
from support.surroundings import VARIATIONS, cloned  # noqa: E402


def main() -> int:
    """Run the histories; exit 1 if one differs."""
    parse = argparse.ArgumentParser(description=__doc__, epilog="Example: scripts/same.py --histories 20 --first 100")
    parse.add_argument("--histories", type=int, default=200, metavar="N")
    parse.add_argument("--first", type=int, default=1, metavar="SEED")
    parse.add_argument("--histories-only", action="store_true")
    parse.add_argument("--steps", type=int, default=6, metavar="N")
    args = parse.parse_args()
    with tempfile.TemporaryDirectory(prefix="congbo-same-") as folder:
        varied = [] if args.histories_only else vary(Path(folder))
        template = small_repository(Path(folder) / "mau", (*PORTALS, COMPONENT))
        seeds = range(args.first, args.first + args.histories)
        wrong = [seed for seed in seeds if not same(template, Path(folder) / "kho", seed, args.steps)]
    print(f"{len(seeds)} histories, {len(wrong)} differ: {wrong}")
    return 1 if wrong or varied else 0


def vary(folder: Path) -> list[str]:
    """Publish this repository's commit in each of the surroundings; return those that give other bytes."""
    plain = cloned(folder / "mot").publish()
    wrong = []
    for number, (name, change) in enumerate(VARIATIONS.items()):
        other = cloned(folder / f"khac-{number}")
        change(other)
        shown = other.publish()
        differs = sorted(path for path in plain.keys() | shown.keys() if plain.get(path) != shown.get(path))
        print(f"{name}: {len(plain)} files, {len(differs)} differ {differs[:5]}", flush=True)
        wrong += [name] if differs else []
    return wrong


def same(template: Path, root: Path, seed: int, steps: int) -> bool:
    """Run one history; tell whether every publication showed what one from the beginning shows."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(template, root, symlinks=True)
    past, shown, happened = past_of(root, seed), Shown(), []
    shown.publish(root, past.at)
    for _ in range(steps):
        happened.append(past.step())
        differs = differing(root, shown, past.at)
        if differs is None:  # both refuse what the step has brought
            break
        if differs:
            print(f"{seed}: {happened}: {differs[:5]}", flush=True)
            return False
    print(f"{seed}: {happened}", file=sys.stderr, flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main())
