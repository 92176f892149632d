"""``congbo review emergency``: the head's signature publishes at once where the portal has decided so; the others follow."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.clock import now
from congbo.commands.common import out
from congbo.commands.review.asking import Opened, opened
from congbo.commands.review.changes import asked, place, refreshed
from congbo.commands.review.deciding import sign
from congbo.commands.review.landing import land
from congbo.commands.review.options import arguments
from congbo.commands.review.person import person_of
from congbo.dates import day_of
from congbo.errors import REFUSED, refuse
from congbo.facts.gate.emergency import HOUSE, rule_of
from congbo.facts.gate.judge import GRANTED
from congbo.facts.gate.state import APPROVE
from congbo.facts.gate.who import held
from congbo.policy.people import Person
from congbo.review.offers import Offer
from congbo.review.told import FORMATS
from congbo.signed.folder import EMERGENCY, REASON


def main(argv: Sequence[str]) -> int:
    """Sign the emergency publication of a change, bring it to the target, and print what is owed from then on."""
    args, lang = arguments(argv, "emergency")
    where = place(args.root, args.remote)
    refreshed(where)
    found = opened(asked(where, args.change), now(args.at))
    person = person_of(where.root, found.policy, args.person)
    for offer in _offers(found, person):
        sign(where, found, person, offer, args, lang)
    found = opened(asked(where, found.change.id), now(args.at))
    if found.verdict.verdict == GRANTED:
        land(where, found, person, now(args.at), lang)
    out(FORMATS[args.format](found.shown, lang))
    return found.code


def _offers(found: Opened, person: Person) -> tuple[Offer, ...]:
    """One signature for each portal concerned. Raises CongboError if a portal has no rule, or gives it to another role."""
    items = {*found.change.before, *found.change.after}
    paths = tuple(sorted(touched.path for touched in found.change.touched))
    boards = sorted({path.split("/")[1] for path in items})
    rules = [(board, rule_of(found.policy, board, found.now)) for board in boards]
    without = [board for board, rule in rules if rule is None]
    if without or not boards or not all(path.startswith("content/") for path in paths):
        raise refuse("review.no_emergency", None, REFUSED, boards=without or ["-"])
    on = day_of(found.now)
    for board, rule in rules:
        if rule and rule.role not in held(found.policy, board, person.id, on):
            raise refuse("review.not_emergency_role", None, REFUSED, person=person.name, role=rule.role, board=board)
    asks = {REASON: HOUSE}
    return tuple(
        Offer(board, EMERGENCY, EMERGENCY, APPROVE, rule.role, person.id, APPROVE, "", asks, paths)
        for board, rule in rules
        if rule
    )
