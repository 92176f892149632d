"""Procedures as tables of steps: who may bring a thing from which state to which, each by its clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from congbo.errors import refuse
from congbo.frozen import replace
from congbo.place import Place
from congbo.policy.areas import AREAS, SAME
from congbo.policy.free import Free, free
from congbo.policy.keyed import Keyed, no_places
from congbo.policy.shape import Reader, ident, integer, listed, may, need, one_of, one_or_more, record, table, text
from congbo.strict import Node

# Rules of our own that a cell may cite; no regulation holds them. Four eyes, two roles for governance, a reason for a return,
# one role that takes down at once, signatures that follow an emergency.
HOUSE_RULES = ("CB-1", "CB-17", "CB-18", "CB-19", "CB-20")

# What a row does: puts a thing forward, clears it in its unit, takes it in, edits it, judges it, publishes it, sends it back,
# turns it down, or handles what it is about (a question is passed on).
ACTS = ("submit", "clear", "receive", "edit", "review", "approve", "publish", "return", "refuse", "handle")
BACK = ("return", "refuse")

# Among the holders of a role: those of the thing's own unit, those in charge of its field, those of the board above.
WHOSE = ("own_unit", "own_field", "parent_board")
ENDING = ("refuse", "handle")
NEVER_LAST = ("submit", *BACK)
ANY = "any"


def word_of(house_rule: str) -> str:
    """Return a house rule's word in the locales: ``CB-17`` is said by ``house_rule.cb_17``."""
    return house_rule.lower().replace("-", "_")


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
    act: str = ""
    count: int = 1
    places: Mapping[str, Place] = no_places()

    def clauses(self) -> tuple[str, ...]:
        """Return every clause that a cell of the row cites."""
        cells = (self.by, self.by_level, self.delegated, self.acting, self.not_, self.needs, self.accountable)
        return (self.law, *self.also, *(clause for cell in cells for clause in cell.values()))


@dataclass(frozen=True)
class Procedure(Keyed):
    """A table of steps from ``start`` to ``goal``; every step has its ``act``, written or derived."""

    covers: Mapping[str, Free]
    start: str
    goal: str
    steps: tuple[Step, ...]
    place: Place
    places: Mapping[str, Place] = no_places()

    def named(self, key: str) -> tuple[str, ...]:
        """Return what ``covers`` names under a key: one word or several."""
        value = self.covers.get(key, ())
        return tuple(str(word) for word in value) if isinstance(value, tuple) else (str(value),)

    def covers_tier(self, tier: str) -> bool:
        """Tell whether the procedure holds on portals of a tier; it holds on all of them if it names none."""
        return not self.named("tiers") or tier in self.named("tiers")

    def covers_type(self, type_id: str) -> bool:
        """Tell whether items of a type go through the procedure."""
        return bool({ANY, type_id} & set(self.named("types")))

    def covers_area(self, area: str) -> bool:
        """Tell whether governance files of an area go through the procedure."""
        return SAME.get(area, area) in {SAME.get(one, one) for one in self.named("area")}

    def covers_record(self, type_id: str) -> bool:
        """Tell whether records of a type go through the procedure."""
        return type_id in self.named("record")


def _at_least_one(node: Node) -> int:
    number = integer(node)
    if not number:
        raise refuse("policy.not_from_one", node.place)
    return number


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
        "of": may(one_of(*WHOSE)),
        "document_of": may(ident),
        "also": may(listed(text)),
        "act": may(one_of(*ACTS)),
        "count": may(_at_least_one),
    },
)
_COVERS: Reader[Mapping[str, Free]] = record(
    dict,
    {
        "types": may(free),
        "tiers": may(listed(ident)),
        "area": may(listed(one_of(*AREAS))),
        "record": may(ident),
        "change": may(ident),
    },
)
_PROCEDURE = record(
    Procedure,
    {"covers": need(_COVERS), "start": need(ident), "goal": need(ident), "steps": need(listed(_STEP))},
)


def read_procedure(node: Node) -> Procedure:
    """Read a procedure; rows that do not say what they do are given their act."""
    found = _PROCEDURE(node)
    return replace(found, steps=tuple(replace(step, act=step.act or _act(found, step)) for step in found.steps))


def _act(procedure: Procedure, step: Step) -> str:
    """Derive what files of before ``act`` was written leave open. Nobody publishes by putting forward."""
    if procedure.named("types") and step.to == procedure.goal:
        return "publish"
    return "submit" if procedure.named("types") and procedure.start in step.from_ else "approve"
