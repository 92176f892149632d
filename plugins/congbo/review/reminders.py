"""Who is reminded of what: one plain mail for each person who is awaited, and nothing in it that must not travel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from congbo.dates import day_of
from congbo.facts.board import in_office, word_of
from congbo.facts.gate.authors import authors_of
from congbo.facts.gate.judge import MISSING
from congbo.facts.gate.model import Aftermath, Change, Missing, Verdict
from congbo.facts.gate.needs import needs
from congbo.facts.gate.state import SUBMIT
from congbo.facts.gate.walk import newest
from congbo.facts.gate.who import claims
from congbo.facts.pending import Pending
from congbo.item import Item
from congbo.message import Texts
from congbo.policy import Policy
from congbo.policy.holders import person_of
from congbo.policy.people import Person
from congbo.policy.procedures import Step
from congbo.review.offers import turns
from congbo.review.view import citation, row_of

OPEN = "internet"  # the edition that anybody may read


@dataclass(frozen=True)
class Reminder:
    """A step of a change and one person who may take it.

    ``titles``: of items that anybody may read once they are public; ``hidden``: how many others there are. ``id``: the
    change's, "" where its name could tell of a hidden one. ``returned``: the author is awaited. ``key``: the same for one
    person, step, change and day.
    """

    person: Person
    id: str
    board: Texts
    step: Texts
    citation: str
    since: datetime | None
    titles: tuple[str, ...]
    hidden: int
    returned: bool
    due: Pending | None
    key: str


def reminders(
    policy: Policy, change: Change, aftermath: Aftermath, verdict: Verdict, clocks: tuple[Pending, ...], now: datetime
) -> Iterator[Reminder]:
    """Yield the reminders of a change that merely waits; where something is wrong, its author has been told why."""
    if verdict.verdict != MISSING:
        return
    for one in turns(verdict):
        row = row_of(policy, one.board, one.procedure, one.step, day_of(now))
        for id_ in _awaited(policy, change, aftermath, verdict, one, row, day_of(now)) if row else ():
            person = policy.people.person(id_)
            if row and person:
                yield _reminder(policy, change, one, row, person, clocks, now)


def _reminder(
    policy: Policy, change: Change, one: Missing, row: Step, person: Person, clocks: tuple[Pending, ...], now: datetime
) -> Reminder:
    pages = [item for path in one.paths if (item := change.after.get(path) or change.before.get(path))]
    open_ = [item for item in pages if _is_open(policy, item)]
    every_open = all(_is_open(policy, item) for item in (*change.before.values(), *change.after.values()))
    files = [path for path in one.paths if path not in change.after and path not in change.before]
    shown = {item.path for item in open_}
    return Reminder(
        person=person,
        id=change.id if every_open else "",
        board=policy.portals[one.board].name,
        step=word_of(policy, one.step),
        citation=citation(policy, one.law),
        since=one.since,
        titles=(*(item.title for item in open_), *(files if every_open else ())),
        hidden=len(pages) - len(open_) + (0 if every_open else len(files)),
        returned=row.act == SUBMIT,
        due=next((clock for clock in clocks if clock.path in shown), None),
        key=_key(change, one, person, day_of(now)),
    )


def _key(change: Change, one: Missing, person: Person, day: date) -> str:
    said = "\0".join((change.repository, change.id, one.board, one.procedure, one.step, person.id, day.isoformat()))
    return sha256(said.encode()).hexdigest()[:32]


def _is_open(policy: Policy, item: Item) -> bool:
    """Tell whether anybody may read the item once it is public."""
    portal = policy.portals.get(item.portal)
    return portal is not None and OPEN in portal.editions and item.in_edition(OPEN)


def _awaited(
    policy: Policy, change: Change, aftermath: Aftermath, verdict: Verdict, one: Missing, row: Step, on: date
) -> tuple[str, ...]:
    """Whoever may take the step, four eyes included; of a thing that came back, who handed it in last."""
    if row.act == SUBMIT:
        return (newest(change.submissions).person,)
    things = [
        need.thing
        for need in needs(policy, change, aftermath, on)
        if (need.thing.board, need.id) == (one.board, one.procedure) and need.thing.path in one.paths
    ]
    barred = _barred(policy, change, verdict, one, row) | {person for thing in things for person in thing.subjects}
    serving = (holder for board in policy.boards.values() for holder in in_office(board.holders, on))
    people = dict.fromkeys(person_of(holder) for holder in serving)
    able = (person for person in people if any(claims(policy, row, thing, person, on) for thing in things))
    return tuple(person for person in able if person not in barred)


def _barred(policy: Policy, change: Change, verdict: Verdict, one: Missing, row: Step) -> set[str]:
    before = {
        taken.person
        for taken in verdict.taken
        if (taken.board, taken.procedure) == (one.board, one.procedure) and taken.step in row.not_
    }
    return before | (set(authors_of(policy, change)) if "author" in row.not_ else set())
