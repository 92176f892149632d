"""``congbo review publish``: the publisher's signature, and then the merge that the program executes for them."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.clock import now
from congbo.commands.common import out
from congbo.commands.review.asking import opened
from congbo.commands.review.changes import asked, place, refreshed
from congbo.commands.review.deciding import chosen, sign
from congbo.commands.review.landing import land, landed, refuse_errors
from congbo.commands.review.options import arguments
from congbo.commands.review.person import person_of
from congbo.facts.gate.judge import GRANTED
from congbo.facts.gate.state import APPROVE
from congbo.review.told import FORMATS

PUBLISH = "publish"


def main(argv: Sequence[str]) -> int:
    """Sign the step of publishing if it is awaited, merge what is granted, and print where the change stands."""
    args, lang = arguments(argv, PUBLISH)
    where = place(args.root, args.remote)
    refreshed(where)
    found = opened(asked(where, args.change), now(args.at))
    person = person_of(where.root, found.policy, args.person)
    if not landed(where, found):
        refuse_errors(found, lang)
    if found.verdict.verdict != GRANTED or (found.verdict.missing and landed(where, found)):
        sign(where, found, person, chosen(found, person, args, (APPROVE,), (PUBLISH,)), args, lang)
        found = opened(asked(where, found.change.id), now(args.at))
    if found.verdict.verdict == GRANTED:
        land(where, found, person, now(args.at), lang)
    out(FORMATS[args.format](found.shown, lang))
    return found.code
