"""One change with its reviews: what is known of it for the collector, and the next review that becomes a record."""

from __future__ import annotations

from dataclasses import dataclass

from congbo.commands.forge.working import Work
from congbo.commands.review.asking import Opened, opened
from congbo.commands.review.changes import asked, newest_heads
from congbo.dates import day_of
from congbo.facts.gate.authors import authors_of
from congbo.facts.gate.state import APPROVE
from congbo.forge.collect import Aside, Chosen, Counted, Facts, chosen, sorted_out
from congbo.forge.protocol import Proposed, Review
from congbo.frozen import replace
from congbo.message import Message, say
from congbo.review.offers import Offer, offers
from congbo.signed.statement import Statement


@dataclass(frozen=True)
class Reviewed:
    """A change as it stands, its reviews, and what each of them is worth now."""

    found: Opened
    statements: tuple[Statement, ...]
    next: Chosen[Offer] | None
    aside: tuple[Aside, ...]


def told(work: Work, id_: str, one: Aside) -> Message:
    """Return why a review does not count, and whose it is: a person's name, or the number of an account."""
    person = work.policy.people.by_account(one.review.account)
    who = person.name if person else one.review.account or "?"
    return say(f"forge.aside.{one.code}", id=id_, who=who, time=one.review.time, detail=one.detail)


def is_attested(work: Work, proposed: Proposed) -> bool:
    """Tell whether the register knows the head that the forge shows."""
    return newest_heads(work.root).get(proposed.id) == proposed.head


def reviewed(work: Work, proposed: Proposed, reviews: tuple[Review, ...]) -> Reviewed:
    """Return how a change stands and which review is to be collected next; the register knows its head."""
    found = opened(asked(work.where, proposed.id), work.now)
    facts = facts_of(work, found)
    counted, aside = sorted_out(proposed, reviews, facts, found.policy.people)
    taken, passed = _first(work, found, facts, counted)
    return Reviewed(found, statements_of(found), taken, tuple(sorted((*aside, *passed), key=_when)))


def statements_of(found: Opened) -> tuple[Statement, ...]:
    """Return the statements that the change has."""
    return tuple(record.statement for record in found.change.records if record.statement)


def facts_of(work: Work, found: Opened) -> Facts:
    """Return what the collector has to know of a change."""
    here = [one for one in statements_of(found) if one.head == found.change.head]
    last = {(one.board, one.procedure): one.issued for one in sorted(here, key=lambda one: one.issued)}
    prefix = f"{work.source}{found.change.id.removeprefix('gh-')}/"
    return Facts(
        target=work.branch,
        head=found.change.head,
        authors=authors_of(
            found.policy, replace(found.change, after={})
        ),  # whom an item names is for the gate to judge
        collected=frozenset(_review_of(one) for one in statements_of(found) if one.source.startswith(prefix)),
        last=last,
        decided=frozenset(one.person for one in here if one.decision == APPROVE),
    )


def _review_of(statement: Statement) -> int:
    return int(statement.source.rpartition("/")[2])


def _first(
    work: Work, found: Opened, facts: Facts, counted: tuple[Counted, ...]
) -> tuple[Chosen[Offer] | None, tuple[Aside, ...]]:
    """The oldest review that takes a step now, and those that take none."""
    passed: list[Aside] = []
    for one in counted:
        every = offers(found.policy, found.change, found.aftermath, found.verdict, one.person.id, day_of(work.now))
        worth = chosen(one, every, facts)
        if isinstance(worth, Chosen):
            return worth, tuple(passed)
        passed.append(worth)
    return None, tuple(passed)


def _when(one: Aside) -> tuple[object, int]:
    return one.review.time, one.review.id
