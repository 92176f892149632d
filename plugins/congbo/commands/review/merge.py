"""``congbo review merge``: merges a change that is granted; nothing is signed."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.clock import now
from congbo.commands.common import out
from congbo.commands.review.asking import opened
from congbo.commands.review.changes import asked, place, refreshed
from congbo.commands.review.landing import land
from congbo.commands.review.options import arguments
from congbo.commands.review.person import person_of
from congbo.facts.gate.judge import GRANTED
from congbo.review.told import FORMATS


def main(argv: Sequence[str]) -> int:
    """Merge a granted change; print the verdict, and exit with 1, for any other."""
    args, lang = arguments(argv, "merge")
    where = place(args.root, args.remote)
    refreshed(where)
    found = opened(asked(where, args.change), now(args.at))
    if found.verdict.verdict == GRANTED:
        land(where, found, person_of(where.root, found.policy, args.person), now(args.at), lang)
    out(FORMATS[args.format](found.shown, lang))
    return found.code
