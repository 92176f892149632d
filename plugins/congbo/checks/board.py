"""The editorial board.

What it checks: that a portal has the board which its regulation asks for: set up by whom the text names, with the roles and
positions that it prints, its groups, somebody at each access level, and work assigned to each member and for each section.
It looks at who holds office on the day of the check.
Why: approvals, answers and duties need somebody who is in office; a role that nobody holds stops every item at its step.
How to fix: correct the board's file in policies/boards; a new holder comes with the decision that appointed him.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from congbo.checks.ruled import Ruled
from congbo.facts.board import holding, in_office, left_before, name_of, sections_in_use, short_since
from congbo.facts.corpus import Corpus
from congbo.facts.precedence import gives_way
from congbo.finding import Finding, Severity
from congbo.item import Item
from congbo.message import Texts, say
from congbo.place import Place
from congbo.policy.board import Role
from congbo.policy.holders import Board, Holder


class _Case(Struct, frozen=True, dict=True):
    """A rule about a board that exists."""

    corpus: Corpus
    ruled: Ruled
    board: Board

    @cached_property
    def holders(self) -> tuple[Holder, ...]:
        return in_office(self.board.holders, self.corpus.today)

    def holding(self, role: str) -> tuple[Holder, ...]:
        return holding(self.board, role, self.corpus.today)

    def role_of(self, holder: Holder) -> Role | None:
        """Return the holder's role; None where a regulation that the portal followed before had it."""
        return self.corpus.policy.board_rules[self.ruled.regulation.id].roles.get(holder.role)

    def named(self, one: str) -> Texts:
        """Return the name of a role, a position or a unit."""
        return name_of(self.corpus.policy, self.ruled.regulation.id, one)

    def finding(self, place: Place, key: str, /, **params: object) -> Finding:
        words = params | {"portal": self.ruled.portal.id, "regulation": self.ruled.regulation.id.lower()}
        severity = Severity.INFO if self.ruled.rule.if_any else None
        return self.ruled.finding(place, say(f"board.{key}", **words), say(f"board.{key}.fix", **words), severity)


def check(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    """Yield a finding for each thing that a rule asks of the portal's board and that is not so today."""
    if gives_way(corpus.policy, ruled.rule, ruled.portal):
        return
    board = corpus.policy.boards.get(ruled.portal.id)
    if board is None:
        if _asks(ruled.rule.params):
            words = {"portal": ruled.portal.id, "name": ruled.portal.name}
            yield ruled.finding(ruled.portal.place, say("board.none", **words), say("board.none.fix", **words))
        return
    case = _Case(corpus, ruled, board)
    for name, wanted in ruled.rule.params.items():
        yield from _JUDGED[name](case, wanted)


def sees(corpus: Corpus, ruled: Ruled, item: Item) -> Iterator[tuple[str, str]]:
    """Yield the item's section: one that is in use is to have a keeper."""
    if "each_section" in ruled.rule.params.get("duties", ()) and item.section in corpus.policy.sections:
        yield "", item.section


def group_of(_: Ruled, __: Finding) -> str:
    """Return the one group: a board is judged as a whole."""
    return ""


def enough(_: Ruled) -> int:
    """Return 1: one item shows that its section is in use."""
    return 1


def _asks(params: Mapping[str, Any]) -> bool:
    """Tell whether a rule asks for anything: collaborators "if any" do not make a board necessary."""
    return set(params) != {"roles"} or any(_least(many) for many in params["roles"].values())


def _least(many: Mapping[str, int]) -> int:
    return many.get("exactly", many.get("min", 0))


def _exists(case: _Case, wanted: bool) -> Iterator[Finding]:
    day = case.board.established.date
    if wanted and day > case.corpus.today:
        yield case.finding(case.board.established.at("date"), "not_yet", day=day)
    elif wanted and not case.holders:
        yield case.finding(case.board.at("holders"), "empty")


def _roles(case: _Case, wanted: Mapping[str, Mapping[str, int]]) -> Iterator[Finding]:
    for role, many in wanted.items():
        least, most, held = _least(many), many.get("exactly", many.get("max")), case.holding(role)
        since = short_since(case.board, role, least, case.corpus.today)
        if since:
            left = left_before(case.board, role, since)
            place = left.at("until") if left else case.board.at("holders")
            key = "short" if held else "vacant"
            yield case.finding(place, key, role=case.named(role), id=role, since=since, have=len(held), least=least)
        elif most is not None and len(held) > most:
            yield case.finding(held[-1].at("role"), "many", role=case.named(role), have=len(held), most=most)


def _positions(case: _Case, wanted: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    for role, allowed in wanted.items():
        for holder in case.holding(role):
            if holder.position not in allowed:
                words = {
                    "person": holder.person, "role": case.named(role), "ids": allowed,
                    "allowed": [case.named(one) for one in allowed],
                }  # fmt: skip
                yield case.finding(holder.at("position"), "position", position=holder.position or "-", **words)


def _each_position(case: _Case, wanted: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    for role, positions in wanted.items():
        there = {holder.position for holder in case.holding(role)}
        for one in positions:
            if one not in there:
                words = {"role": case.named(role), "position": case.named(one), "id": role, "position_id": one}
                yield case.finding(case.board.at("holders"), "no_position", **words)


def _established_by(case: _Case, wanted: tuple[str, ...]) -> Iterator[Finding]:
    by = case.board.established.by
    if by not in wanted:
        words = {"by": case.named(by), "allowed": [case.named(one) for one in wanted], "ids": wanted}
        yield case.finding(case.board.established.at("by"), "established_by", **words)


def _proposed_by(case: _Case, wanted: tuple[str, ...]) -> Iterator[Finding]:
    by = case.board.established.proposed_by
    if by not in wanted:
        words = {"by": case.named(by) if by else "-", "allowed": [case.named(one) for one in wanted], "ids": wanted}
        yield case.finding(case.board.established.at("proposed_by"), "proposed_by", **words)


def _levels(case: _Case, wanted: tuple[str, ...]) -> Iterator[Finding]:
    there = set()
    for holder in case.holders:
        role = case.role_of(holder)
        if role and not role.level and not role.body:
            yield case.finding(holder.at("role"), "no_level", person=holder.person, role=role.name, id=holder.role)
        there.add(role.level if role else "")
    for level in wanted:
        if level not in there:
            yield case.finding(case.board.at("holders"), "level", level=say(f"level.{level}"), id=level)


def _groups(case: _Case, wanted: tuple[str, ...]) -> Iterator[Finding]:
    for group in wanted:
        if not case.holding(group):
            yield case.finding(case.board.at("holders"), "group", group=case.named(group), id=group)


def _duties(case: _Case, wanted: tuple[str, ...]) -> Iterator[Finding]:
    if "each_member" in wanted:
        for holder in case.holders:
            role = case.role_of(holder)
            if role and role.member and not (holder.sections or holder.fields):
                words = {"person": holder.person, "role": role.name}
                yield case.finding(holder.place, "no_task", **words)
    if "each_section" in wanted:
        assigned = {section for holder in case.holders for section in holder.sections}
        for section in sections_in_use(case.corpus, case.ruled.portal):
            if section not in assigned:
                name = case.corpus.policy.sections[section].name
                yield case.finding(case.board.at("holders"), "no_keeper", section=name, id=section)


_JUDGED: Mapping[str, Callable[[_Case, Any], Iterator[Finding]]] = {
    "exists": _exists,
    "roles": _roles,
    "positions": _positions,
    "each_position": _each_position,
    "established_by": _established_by,
    "proposed_by": _proposed_by,
    "levels": _levels,
    "groups": _groups,
    "duties": _duties,
}
