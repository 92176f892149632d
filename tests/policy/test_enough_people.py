"""On every board of this repository somebody is left for every step, whoever wrote, edited or is meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

import pytest

from congbo.dates import holds
from congbo.facts.corpus import Corpus, load_corpus
from congbo.policy.holders import Holder, person_of
from congbo.policy.procedures import Procedure, Step
from congbo.tree import FolderTree
from support.trees import ROOT, real_policy

ON = date(2026, 11, 22)
PORTALS = tuple(sorted(real_policy().boards))


@dataclass(frozen=True)
class About:
    """What the holders of a role may be bound to."""

    unit: str = ""
    section: str = ""
    field: str = ""


@cache
def corpus() -> Corpus:
    return load_corpus(FolderTree(ROOT), real_policy(), ON)


@cache
def things(portal: str) -> Mapping[str, frozenset[About]]:
    """Return type -> what items of the type are about, as the repository's own content has it."""
    found: dict[str, set[About]] = {}
    for item in corpus().items:
        if item.portal == portal:
            unit, field = (str(item.fields.get(key, "")) for key in ("don_vi", "linh_vuc"))
            found.setdefault(item.type, set()).add(About(unit, item.section, field))
    return {type_id: frozenset(about) for type_id, about in found.items()}


def rules(portal: str) -> str:
    return real_policy().portals[portal].regulation_on(ON) or ""


def procedures(portal: str) -> Iterator[tuple[str, Procedure]]:
    tier = real_policy().portals[portal].tier
    for name, procedure in real_policy().board_rules[rules(portal)].procedures.items():
        if procedure.covers_tier(tier):
            yield name, procedure


def people(portal: str) -> frozenset[str]:
    return frozenset(person_of(holder) for holder in holders(portal))


@cache
def holders(portal: str) -> tuple[Holder, ...]:
    board = real_policy().boards[portal].holders
    return tuple(holder for holder in board if holds(holder.from_, holder.until, ON))


def able(portal: str, step: Step, about: About) -> frozenset[str]:
    """Return who may take a step: by role, level, a delegation in force, or for the head."""
    of = real_policy().portals[portal].parent if step.of == "parent_board" else portal
    return frozenset(person_of(one) for one in holders(of) if _may(of, step, one) and _bound(step, one, about))


def _may(portal: str, step: Step, holder: Holder) -> bool:
    level = real_policy().board_rules[rules(portal)].roles[holder.role].level
    given = {
        one.taker for one in real_policy().boards[portal].delegations if step.step in one.steps and one.until >= ON
    }
    by_delegation = holder.role in step.delegated and holder.id in given
    return holder.role in step.by or holder.role in step.acting or level in step.by_level or by_delegation


def _bound(step: Step, holder: Holder, about: About) -> bool:
    if step.of == "own_unit":
        return bool(about.unit) and holder.unit == about.unit
    if step.of == "own_field" and (holder.sections or holder.fields):
        return about.section in holder.sections or about.field in holder.fields
    return True


def done(
    portal: str,
    procedure: Procedure,
    about: About,
    author: str,
    at: str,
    taken: tuple[tuple[str, str], ...] = (),
    subject: str = "",
) -> bool:
    """Tell whether the people of a board can bring a thing from a state to the goal."""
    if at == procedure.goal:
        return True
    for step in procedure.steps:
        if at not in step.from_ or step.act in ("return", "refuse", "submit") or step.step in dict(taken):
            continue
        out = {subject} | {author if whom == "author" else dict(taken).get(whom, "") for whom in step.not_}
        for person in sorted(able(portal, step, about) - out):
            if done(portal, procedure, about, author, step.to, (*taken, (step.step, person)), subject):
                return True
    return False


ITEMS = [(portal, name) for portal in PORTALS for name, one in procedures(portal) if one.named("types")]
FILES = [
    (portal, name) for portal in PORTALS for name, one in procedures(portal) if one.named("area") or one.named("record")
]


def test_every_board_has_procedures_for_items_and_for_files() -> None:
    assert {portal for portal, _ in ITEMS} == {portal for portal, _ in FILES} == set(PORTALS)


@pytest.mark.parametrize(("portal", "name"), ITEMS)
def test_whoever_writes_an_item_finds_others_for_every_step(portal: str, name: str) -> None:
    procedure = dict(procedures(portal))[name]
    begins = [step for step in procedure.steps if step.act == "submit" and procedure.start in step.from_]
    about = frozenset().union(*(one for type_id, one in things(portal).items() if procedure.covers_type(type_id)))
    if not about and procedure.named("types") != ("any",):
        pytest.skip(f"{portal} shows nothing of {procedure.named('types')}")
    starts = {(author, step.to) for step in begins for author in able(portal, step, About())}
    starts |= {(author, procedure.start) for author in people(portal) if not begins}
    assert starts
    assert not {(author, one) for author, at in starts for one in about if not done(portal, procedure, one, author, at)}


@pytest.mark.parametrize(("portal", "name"), FILES)
def test_whoever_proposes_a_file_finds_others_for_every_step(portal: str, name: str) -> None:
    """Except whoever alone decides in the end: the head lets somebody else write the proposal."""
    procedure = dict(procedures(portal))[name]
    last = [able(portal, step, About()) for step in procedure.steps if step.to == procedure.goal]
    alone = {person for persons in last for person in persons if len(persons) == 1}
    assert not {
        author for author in people(portal) - alone if not done(portal, procedure, About(), author, procedure.start)
    }
    assert people(portal) - alone


BOARDS = [
    (portal, name) for portal, name in FILES if {"boards", "keys"} & set(dict(procedures(portal))[name].named("area"))
]


@pytest.mark.parametrize(("portal", "name"), BOARDS)
def test_a_file_about_one_person_is_judged_by_others(portal: str, name: str) -> None:
    procedure = dict(procedures(portal))[name]
    writers = people(portal) - {one for step in procedure.steps for one in able(portal, step, About())}
    assert writers
    author = min(writers)
    assert not {
        subject
        for subject in people(portal)
        if not done(portal, procedure, About(), author, procedure.start, subject=subject)
    }


def test_everybody_on_a_board_is_somebody_known_or_a_body() -> None:
    policy = real_policy()
    known = {person.id for person in policy.people.people}
    used = {person_of(holder) for portal in PORTALS for holder in holders(portal)}
    assert known <= used
    for portal in PORTALS:
        for _, procedure in procedures(portal):
            for step in procedure.steps:
                about = {About(unit=holder.unit) for holder in holders(portal)} | {About()}
                takers = {person for one in about for person in able(portal, step, one)}
                assert takers <= known, (portal, step.step, takers - known)


def test_people_of_the_demonstration_cannot_be_written_to_and_hold_no_key() -> None:
    policy = real_policy()
    assert all(email.endswith(".example") for person in policy.people.people for email in person.emails)
    assert not [person.id for person in policy.people.people if person.accounts or not person.logins]
    assert not [holder.id for board in policy.boards.values() for holder in board.holders if holder.keys]
