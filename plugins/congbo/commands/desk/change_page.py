"""One change: what it does, what the checks find, who has decided, and what the person may decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from flask import render_template
from werkzeug.exceptions import NotFound

from congbo.commands.desk.desk import Desk
from congbo.commands.desk.forms import code_of, forms, key_of_offer
from congbo.commands.desk.judged import Judge
from congbo.commands.desk.list_page import title_of
from congbo.commands.desk.sides import attachments, sides
from congbo.commands.desk.signers import Signer, signers
from congbo.commands.desk.signing import seen
from congbo.commands.review.asking import Opened
from congbo.commands.review.landing import landed
from congbo.dates import day_of
from congbo.facts.board import name_of, word_of
from congbo.facts.gate.judge import GRANTED
from congbo.facts.gate.standing import standing
from congbo.facts.gate.state import NEGATIVE
from congbo.history.digests import policy_digest
from congbo.message import Message, Texts
from congbo.review.decision import draft
from congbo.review.foresight import any_answers, foreseen
from congbo.review.offers import Offer, offers
from congbo.signed.folder import REASON

ANSWER = "tl-"


@dataclass(frozen=True)
class Returned:
    """A decision that sent the change back or turned it down, also of an earlier head."""

    decision: str
    step: Texts
    name: str
    role: Texts
    time: datetime
    reason: str
    newest: bool


@dataclass(frozen=True)
class Wrong:
    """What is wrong with a form that was sent: what was typed, and a sentence for each field ("": for the whole form)."""

    form: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, Message] = field(default_factory=dict)


def change_page(desk: Desk, judge: Judge, id_: str, wrong: Wrong | None = None) -> str:
    """Return the page of a change as it stands now."""
    desk.refresh()
    found = known(desk, id_)
    person = desk.person
    reached = signers(desk, found.policy, person.id)
    mine = offered(found, person.id)
    return render_template(
        "change.html",
        found=found,
        shown=found.shown,
        title=title_of(found),
        person=person,
        sides=sides(found, desk.lang),
        attached=attachments(found, desk.lang),
        returned=tuple(_returned(found)),
        judged=judge.look(found),
        forms=forms(found, person, mine, day_of(found.now)),
        signers=reached,
        barred=_barred(desk, found, mine, reached[0]) if reached else {},
        seen=seen(found),
        code=code_of(found.change.digest),
        granted=found.verdict.verdict == GRANTED and not landed(desk.where, found),
        wrong=wrong or Wrong(),
        heard=desk.heard(),
    )


def _barred(desk: Desk, found: Opened, mine: tuple[Offer, ...], signer: Signer) -> Mapping[str, tuple[Message, ...]]:
    """Return, by the key of an offer, why it would not count: said before anybody writes a reason or looks for a key."""
    digest, moment = policy_digest(found.root, found.change.tip), desk.clock()
    why: dict[str, tuple[Message, ...]] = {}
    for offer in mine:
        answers = any_answers(offer.asks, {})
        made = draft(found.change, offer, digest, answers, moment, "0" * 32)
        known = (found.policy, found.change, found.aftermath, found.now)
        against = foreseen(*known, made, signer.key.fingerprint, answers).against
        if against:
            why[key_of_offer(offer)] = tuple(one.message for one in against)
    return why


def known(desk: Desk, id_: str) -> Opened:
    """Return a change that was handed in, as it stands now; any other address is not there."""
    if id_ not in desk.changes():
        raise NotFound
    return desk.look(id_)


def offered(found: Opened, person: str) -> tuple[Offer, ...]:
    """Return what a person may sign about a change now; nothing once it is published."""
    if found.change.used:
        return ()
    return offers(found.policy, found.change, found.aftermath, found.verdict, person, day_of(found.now))


def _returned(found: Opened) -> Iterator[Returned]:
    """Returns and refusals that hold, the newest last; a reason that nobody signed is not shown."""
    for one in standing(found.policy, found.change, found.now).good:
        said = one.statement
        if said.decision in NEGATIVE:
            person = found.policy.people.person(said.person)
            yield Returned(
                said.decision,
                word_of(found.policy, said.step),
                person.name if person else said.person,
                _role(found, said.board, said.role),
                one.at,
                (one.record.answers or {}).get(REASON, ""),
                said.head == found.change.head,
            )


def _role(found: Opened, board: str, role: str) -> Texts:
    portal = found.policy.portals.get(board)
    regulation = (portal.regulation_on(day_of(found.now)) if portal else None) or ""
    return name_of(found.policy, regulation, role) if regulation in found.policy.board_rules else Texts(role)
