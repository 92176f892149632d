"""A regulation's board: roles, and procedures as tables of steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from congbo.message import Texts
from congbo.place import Place
from congbo.policy.free import Free, free
from congbo.policy.keyed import Keyed, no_places
from congbo.policy.shape import (
    flag,
    ident,
    listed,
    may,
    need,
    one_of,
    one_or_more,
    record,
    table,
    text,
    texts,
)
from congbo.strict import Node

LEVELS = ("cap_nhat", "kiem_duyet", "quan_tri")


@dataclass(frozen=True)
class Role:
    """A role, or (``body``) an authority that the text names. ``member``: the board's head assigns tasks to its holders."""

    name: Texts
    place: Place
    level: str = ""
    duties: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()
    body: bool = False
    member: bool = False


@dataclass(frozen=True)
class Step(Keyed):
    """One row: from which states to which, by whom; every cell that restricts somebody names its clause."""

    step: str
    from_: tuple[str, ...]
    to: str
    by: Mapping[str, str]
    law: str
    place: Place
    by_level: Mapping[str, str] = field(default_factory=dict)
    delegated: Mapping[str, str] = field(default_factory=dict)
    acting: Mapping[str, str] = field(default_factory=dict)
    not_: Mapping[str, str] = field(default_factory=dict)
    needs: Mapping[str, str] = field(default_factory=dict)
    accountable: Mapping[str, str] = field(default_factory=dict)
    of: str = ""
    document_of: str = ""
    also: tuple[str, ...] = ()
    places: Mapping[str, Place] = no_places()

    def clauses(self) -> tuple[str, ...]:
        """Return every clause that a cell of the row cites."""
        cells = (self.by, self.by_level, self.delegated, self.acting, self.not_, self.needs, self.accountable)
        return (self.law, *self.also, *(clause for cell in cells for clause in cell.values()))


@dataclass(frozen=True)
class Procedure:
    """A table of steps from ``start`` to ``goal``."""

    covers: Mapping[str, Free]
    start: str
    goal: str
    steps: tuple[Step, ...]
    place: Place


@dataclass(frozen=True)
class BoardRules:
    """Roles and procedures of one regulation, and the positions in office that its rules name."""

    regulation: str
    levels: tuple[str, ...]
    roles: Mapping[str, Role]
    procedures: Mapping[str, Procedure]
    place: Place
    positions: Mapping[str, Texts] = field(default_factory=dict)


def _role(node: Node) -> Role:
    keys = {
        "vi": need(text),
        "en": need(text),
        "level": may(one_of(*LEVELS)),
        "duties": may(listed(text)),
        "also_called": may(listed(text)),
        "body": may(flag),
        "member": may(flag),
    }
    return record(_make_role, keys)(node)


def _make_role(
    vi: str,
    en: str,
    place: Place,
    level: str = "",
    duties: tuple[str, ...] = (),
    also_called: tuple[str, ...] = (),
    body: bool = False,
    member: bool = False,
) -> Role:
    return Role(Texts(vi, en), place, level, duties, also_called, body, member)


_CELL = table(text)
_STEP = record(
    Step,
    {
        "step": need(ident),
        "from": need(one_or_more(ident), "from_"),
        "to": need(ident),
        "by": need(_CELL),
        "law": need(text),
        "by_level": may(_CELL),
        "delegated": may(_CELL),
        "acting": may(_CELL),
        "not": may(_CELL, "not_"),
        "needs": may(_CELL),
        "accountable": may(_CELL),
        "of": may(one_of("own_unit", "own_field")),
        "document_of": may(ident),
        "also": may(listed(text)),
    },
)
_PROCEDURE = record(
    Procedure,
    {"covers": need(table(free)), "start": need(ident), "goal": need(ident), "steps": need(listed(_STEP))},
)
read_board = record(
    BoardRules,
    {
        "board_of": need(text, "regulation"),
        "levels": need(listed(one_of(*LEVELS))),
        "roles": need(table(_role)),
        "procedures": need(table(_PROCEDURE)),
        "positions": may(table(texts)),
    },
)
