"""What a person may decide about a change, as forms: one for each capacity in which they may take a step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from congbo.commands.review.asking import Opened
from congbo.facts.board import name_of, word_of
from congbo.message import Message, Texts, say
from congbo.policy import Policy
from congbo.policy.people import Person
from congbo.policy.procedures import BACK
from congbo.review.offers import Offer
from congbo.review.view import citation, is_house, row_of
from congbo.signed.folder import REASON

PUBLISH = "publish"


@dataclass(frozen=True)
class Choice:
    """One button: what it decides, its word, and the key by which the form names it."""

    key: str
    offer: Offer
    label: Message


@dataclass(frozen=True)
class Asked:
    """One field: the word of the answer, its name, which clause wants it, and for which decisions."""

    word: str
    name: Message | Texts
    law: Message | str
    negative: bool


@dataclass(frozen=True)
class Form:
    """A capacity, the step that is awaited, the statement in plain words, the fields and the buttons."""

    id: str
    step: Texts
    board: Texts
    role: Texts
    behalf: str
    statement: Message
    asked: tuple[Asked, ...]
    choices: tuple[Choice, ...]
    paths: tuple[str, ...]


def key_of_offer(offer: Offer) -> str:
    """Return by what a form names an offer."""
    return "|".join((offer.board, offer.procedure, offer.step, offer.role, offer.behalf, offer.decision))


def forms(found: Opened, person: Person, offers: tuple[Offer, ...], on: date) -> tuple[Form, ...]:
    """Return the forms for what a person may sign, in the order of the offers."""
    groups: dict[tuple[str, ...], list[Offer]] = {}
    for offer in offers:
        groups.setdefault((offer.board, offer.procedure, offer.role, offer.behalf), []).append(offer)
    return tuple(_form(found, person, f"q{at}", group, on) for at, group in enumerate(groups.values(), 1))


def _form(found: Opened, person: Person, id_: str, group: list[Offer], on: date) -> Form:
    first = group[0]
    policy = found.policy
    named = role_name(policy, first, on)
    return Form(
        id=id_,
        step=word_of(policy, first.step),
        board=policy.portals[first.board].name,
        role=named,
        behalf=first.behalf,
        statement=statement(found, person, first, on),
        asked=tuple(_asked(policy, group)),
        choices=tuple(Choice(key_of_offer(one), one, _label(policy, one, group)) for one in group),
        paths=first.paths,
    )


def role_name(policy: Policy, offer: Offer, on: date) -> Texts:
    """Return the name of the role in which somebody would sign."""
    portal = policy.portals[offer.board]
    regulation = portal.regulation_on(on) or ""
    return name_of(policy, regulation, offer.role) if regulation in policy.board_rules else Texts(offer.role)


def statement(found: Opened, person: Person, offer: Offer, on: date) -> Message:
    """Return what the person says by signing: as what, about what exactly, by which article."""
    row = row_of(found.policy, offer.board, offer.procedure, offer.step, on)
    law = row.law if row else ""
    return say(
        f"desk.statement.{offer.decision}",
        name=person.name,
        role=role_name(found.policy, offer, on),
        behalf=say("desk.statement.behalf", behalf=offer.behalf) if offer.behalf else say("desk.statement.own"),
        step=word_of(found.policy, offer.step),
        board=found.policy.portals[offer.board].name,
        law=say("desk.law.house", rule=law) if is_house(law) else citation(found.policy, law),
    )


def _asked(policy: Policy, group: list[Offer]) -> list[Asked]:
    found: dict[str, Asked] = {}
    for offer in group:
        negative = offer.decision in BACK
        for word, law in offer.asks.items():
            before = found.get(word)
            both = before is not None and not before.negative
            cited = say("desk.law.house", rule=law) if is_house(law) else citation(policy, law)
            name = say("desk.reason") if word == REASON else word_of(policy, word)
            found[word] = Asked(word, name, cited, negative and not both)
    return list(found.values())


def _label(policy: Policy, offer: Offer, group: list[Offer]) -> Message:
    key = "publish" if offer.act == PUBLISH and offer.decision not in BACK else offer.decision
    if sum(one.decision == offer.decision for one in group) > 1:
        return say("desk.button.of_step", what=say(f"desk.button.{key}"), step=word_of(policy, offer.step))
    return say(f"desk.button.{key}")


def code_of(digest: str) -> str:
    """Return the short code of a change's content, in groups of four: what a person compares by eye."""
    return " ".join(digest[at : at + 4] for at in range(0, 16, 4))


def unanswered(offer: Offer, answers: Mapping[str, str]) -> tuple[str, ...]:
    """Return the words that a decision has to answer and that stay open."""
    return tuple(word for word in offer.asks if not answers.get(word, "").strip())
