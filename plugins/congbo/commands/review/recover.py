"""``congbo review recover``: the sealed root key stands in where nobody is left who could sign; once, and only there."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.clock import now
from congbo.commands.common import out
from congbo.commands.review.asking import Opened, opened
from congbo.commands.review.changes import asked, place, refreshed
from congbo.commands.review.deciding import sign
from congbo.commands.review.options import arguments
from congbo.commands.review.person import person_of
from congbo.dates import day_of
from congbo.errors import REFUSED, refuse
from congbo.facts.gate.needs import needs
from congbo.facts.gate.recovery import lost
from congbo.facts.gate.standing import RECOVERY
from congbo.facts.gate.state import APPROVE
from congbo.frozen import replace
from congbo.policy.people import Person
from congbo.register.recoveries import recoveries
from congbo.review.offers import Offer
from congbo.review.told import FORMATS

KEEPER = "khoa_goc"  # in what capacity: as whoever keeps the sealed key, whatever office they hold


def main(argv: Sequence[str]) -> int:
    """Sign the recovery with the root key in the name of whoever opened the seal, and print where the change stands.

    The gate is asked first: nothing is signed where people enough are left, or where the key was used before.
    """
    args, lang = arguments(argv, "recover")
    where = place(args.root, args.remote)
    refreshed(where)
    found = opened(asked(where, args.change), now(args.at))
    person = person_of(where.root, found.policy, args.person)
    used = bool(recoveries(where.root, found.change.tip, found.change.root))
    found = replace(found, change=replace(found.change, recovered=used))
    sign(where, found, person, _offer(found, person), args, lang)
    after = opened(asked(where, found.change.id), now(args.at))
    out(FORMATS[args.format](after.shown, lang))
    return after.code


def _offer(found: Opened, person: Person) -> Offer:
    """For the first board that has lost its people. Raises CongboError if every board concerned has people enough."""
    wanted = needs(found.policy, found.change, found.aftermath, day_of(found.now))
    without = lost(found.policy, wanted, found.now)
    if not without:
        raise refuse("gate.recovery.not_lost", None, REFUSED, path=found.change.id)
    paths = tuple(dict.fromkeys(need.thing.path for need in without))
    return Offer(without[0].thing.board, RECOVERY, RECOVERY, RECOVERY, KEEPER, person.id, APPROVE, paths=paths)
