"""``make demo``: one change goes the whole way of a regulation before your eyes, and five attacks fail.

python scripts/story [--keep DIR]

A department's office in a folder of its own: a server, a repository for each person, keys that exist for the length of the
story. Real git, the real program, no network. Ends with 1 if anything went otherwise than told.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from acts import play
from attacks import ATTACKS, attack
from stage import OtherwiseError, Stage, told


def main() -> int:
    """Play the story and return 0 if all of it happened as it should."""
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("--keep", type=Path, help="play in this folder, which must not exist, and leave it")
    args = parse.parse_args()
    if args.keep:
        args.keep.mkdir(parents=True)
        return _played(args.keep)
    with tempfile.TemporaryDirectory(prefix="congbo-chuyen-") as folder:
        return _played(Path(folder))


def _played(folder: Path) -> int:
    try:
        stage = Stage(folder.resolve())
        play(stage)
        told(f"{len(ATTACKS)} cách phá")
        for number, name in enumerate(ATTACKS, 1):
            attack(stage, number, name)
    except OtherwiseError as error:
        print(f"\nKHÔNG như mong đợi: {error}", file=sys.stderr)
        return 1
    told("Xong. Mọi việc diễn ra đúng như quy chế.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
