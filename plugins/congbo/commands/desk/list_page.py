"""What waits: for the person who sits here, and for others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import render_template

from congbo.commands.desk.desk import Desk
from congbo.commands.desk.judged import Judge
from congbo.commands.review.asking import Opened
from congbo.commands.review.beside import owed_messages
from congbo.commands.review.changes import Place
from congbo.commands.review.landing import landed
from congbo.dates import day_of
from congbo.errors import CongboError
from congbo.facts.gate.judge import GRANTED
from congbo.message import Message
from congbo.review.offers import offers
from congbo.review.view import View


@dataclass(frozen=True)
class Waiting:
    """One open change in the list; ``fault``: why it cannot be shown."""

    id: str
    title: str = ""
    found: Opened | None = None
    shown: View | None = None
    mine: bool = False
    fault: Message | None = None


def list_page(desk: Desk, judge: Judge) -> str:
    """Return the page of all open changes, those that wait for the person first."""
    desk.refresh()
    every = tuple(_waiting(desk))
    for one in every:
        if one.mine and one.found:
            judge.begin(one.found)  # what the checks find is there when the person opens it
    return render_template(
        "list.html",
        person=desk.person,
        mine=[one for one in every if one.mine],
        others=[one for one in every if not one.mine],
        owed=tuple(owed_messages(desk.owed(), desk.policy, desk.clock())),
        heard=desk.heard(),
    )


def _waiting(desk: Desk) -> Iterator[Waiting]:
    person = desk.person.id
    for id_ in desk.open_changes():
        try:
            found = desk.glance(id_)
        except CongboError as error:
            yield Waiting(id_, fault=error.message)
            continue
        if not found.change.used:
            yield Waiting(id_, title_of(found), found, found.shown, awaits(desk.where, found, person))


def awaits(where: Place, found: Opened, person: str) -> bool:
    """Tell whether a person can do something now: sign a step, or publish what is granted."""
    mine = offers(found.policy, found.change, found.aftermath, found.verdict, person, day_of(found.now))
    return bool(mine) or (found.verdict.verdict == GRANTED and not landed(where, found))


def title_of(found: Opened) -> str:
    """Return how a change is called: by its first item, or its first file."""
    items = [*found.change.after.values(), *found.change.before.values()]
    touched = [one.path for one in found.change.touched]
    named = [item.title for item in items if item.path in touched] or [item.title for item in items] or touched
    return named[0] if named else found.change.id
