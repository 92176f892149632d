"""What else is open beside a change: who edits the same item, and in which state of publication everything is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from congbo.commands.review.asking import Opened, opened
from congbo.commands.review.changes import Place, asked, newest_heads
from congbo.errors import CongboError
from congbo.facts.board import word_of
from congbo.facts.overlaps import OpenChange, Overlap, overlaps
from congbo.facts.owing import Owed
from congbo.facts.states import of_change
from congbo.locale import sentence
from congbo.message import Message, say
from congbo.policy import Policy


def open_changes(where: Place, like: Opened) -> tuple[Opened, ...]:
    """Return every open change of a place as it stands at the moment of another; what cannot be read is left out."""
    found = (_opened(where, id_, like) for id_ in newest_heads(where.root))
    return tuple(one for one in found if one and not one.change.used)


def _opened(where: Place, id_: str, like: Opened) -> Opened | None:
    try:
        return like if id_ == like.change.id else opened(asked(where, id_), like.now)
    except CongboError:
        return None


def shared(every: Iterable[Opened]) -> tuple[Overlap, ...]:
    """Return which of the open changes touch the same item."""
    return overlaps(_open(one) for one in every)


def _open(one: Opened) -> OpenChange:
    handed_in = one.change.submissions
    names = {id_: person.name for person in one.policy.people.people for id_ in (person.id,)}
    people = tuple(dict.fromkeys(names.get(each.person, each.person) for each in handed_in))
    since = min((each.time for each in handed_in), default=None)
    return OpenChange(one.change.id, people, since, frozenset(touched.path for touched in one.change.touched))


def state_line(one: Opened, lang: str) -> str:
    """Return the state of a change as a line."""
    state = of_change(one.verdict if one.change.submissions else None, one.change.used)
    params = {"state": say(f"state.{state.name}"), "since": state.since}
    return "  " + sentence(say("state.of_change_since" if state.since else "state.of_change", **params), lang)


def overlap_lines(id_: str, found: Iterable[Overlap], lang: str) -> Iterator[str]:
    """Yield a line for each other change that touches the same item as a change."""
    for one in found:
        if one.change == id_:
            params = {
                "id": one.other.id,
                "people": ", ".join(one.other.people) or "?",
                "since": one.other.since or "-",
                "paths": list(one.paths),
            }
            yield "  ! " + sentence(say("review.overlap", **params), lang)


def owed_messages(every: Iterable[Owed], policy: Policy, now: datetime) -> Iterator[tuple[bool, Message]]:
    """Yield of each emergency publication whose other signatures are missing: is it overdue, and a sentence (CB-20)."""
    for one in every:
        if one.steps:
            key = "review.owed_overdue" if one.overdue(now) else "review.owed"
            steps = [word_of(policy, step) for step in one.steps]
            yield one.overdue(now), say(key, id=one.change, count=len(steps), steps=steps, due=one.due)


def owed_lines(every: Iterable[Owed], policy: Policy, now: datetime, lang: str) -> Iterator[str]:
    """Yield the same as lines."""
    yield from (sentence(message, lang) for _, message in owed_messages(every, policy, now))


def as_document(one: Opened, found: Iterable[Overlap]) -> dict[str, object]:
    """Return state and overlaps for ``--format json``."""
    state = of_change(one.verdict if one.change.submissions else None, one.change.used)
    return {
        "state": state.name,
        "state_since": state.since.isoformat() if state.since else None,
        "overlaps": [
            {"change": o.other.id, "people": list(o.other.people), "paths": list(o.paths)}
            for o in found
            if o.change == one.change.id
        ],
    }
