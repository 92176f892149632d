"""A regulation's board: the roles that it names, and its procedures."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from congbo.message import Texts
from congbo.place import Place
from congbo.policy.procedures import ACTS, Procedure, Step, read_procedure
from congbo.policy.shape import (
    flag,
    listed,
    may,
    need,
    one_of,
    record,
    table,
    text,
    texts,
)
from congbo.strict import Node

__all__ = ["ACTS", "LEVELS", "BoardRules", "Procedure", "Role", "Step", "read_board"]

LEVELS = ("cap_nhat", "kiem_duyet", "quan_tri")


class Role(Struct, frozen=True):
    """A role, or (``body``) an authority that the text names. ``member``: the board's head assigns tasks to its holders."""

    name: Texts
    place: Place
    level: str = ""
    duties: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()
    body: bool = False
    member: bool = False


class BoardRules(Struct, frozen=True):
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


read_board = record(
    BoardRules,
    {
        "board_of": need(text, "regulation"),
        "levels": need(listed(one_of(*LEVELS))),
        "roles": need(table(_role)),
        "procedures": need(table(read_procedure)),
        "positions": may(table(texts)),
    },
)
