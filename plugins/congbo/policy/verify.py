"""What one policy file alone cannot show: dangling references, doubled clauses, overlapping terms of office.

Each verifier is a small function over the whole policy and raises CongboError at the place of the fault.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from congbo.dates import overlap
from congbo.errors import refuse
from congbo.place import Place
from congbo.policy.board import Procedure, Step
from congbo.policy.holders import Board, Delegation, Holder
from congbo.policy.model import Policy
from congbo.policy.portals import Absence, Local, Portal
from congbo.policy.rule import Rule


def verify(policy: Policy) -> None:
    """Run every verifier, in order of what a reader would mend first."""
    for step in (_types, _sections, _units, _laws, _regulations, _clauses, _boards, _portals, _holders):
        step(policy)


def _known(value: str, known: Iterable[str], place: Place, what: str) -> None:
    if value and value not in known:
        raise refuse("policy.dangling", place, id=value, what=what)


def _types(policy: Policy) -> None:
    table = policy.types
    for type_ in table.types.values():
        used = (
            *type_.fields,
            *type_.not_before,
            *type_.not_before.values(),
            *type_.counts_as,
            *type_.counts_as.values(),
        )
        for name in used:
            _known(name, table.fields, type_.place, "field")
    for field in table.fields.values():
        _known(field.vocabulary, policy.vocabularies, field.place, "vocabulary")
        if field.type == "choice" and not field.vocabulary:
            raise refuse("policy.choice_without_vocabulary", field.place)
    for listing in table.field_lists.values():
        for name in listing.fields:
            _known(name, table.fields, listing.place, "field")
    _vocabularies(policy)


def _vocabularies(policy: Policy) -> None:
    for vocabulary in policy.vocabularies.values():
        seen: dict[str, Place] = {}
        for term in vocabulary.terms:
            if term.id in seen:
                raise refuse("policy.duplicate_id", term.place, id=term.id, first=str(seen[term.id]))
            seen[term.id] = term.place


def _sections(policy: Policy) -> None:
    for section in policy.sections.values():
        for name in section.types:
            _known(name, policy.types.types, section.place, "type")


def _units(policy: Policy) -> None:
    for unit in policy.units.values():
        if unit.from_ and unit.until and unit.until < unit.from_:
            raise refuse("policy.until_before_from", unit.place)
        for successor in unit.successors:
            _known(successor, policy.units, unit.place, "unit")


def _laws(policy: Policy) -> None:
    for law in policy.laws.values():
        for successor in law.successors:
            _known(successor.id, policy.laws, successor.place, "law")
        _no_cycle(policy, law.id, ())


def _no_cycle(policy: Policy, law: str, seen: tuple[str, ...]) -> None:
    if law in seen:
        raise refuse("policy.cycle", policy.laws[law].place, id=law)
    for successor in policy.laws[law].successors:
        _no_cycle(policy, successor.id, (*seen, law))


def _regulations(policy: Policy) -> None:
    for regulation in policy.regulations.values():
        _known(regulation.issuer, policy.units, regulation.place, "unit")
        for cited in regulation.cites:
            _known(cited.law, policy.laws, cited.place, "law")
        clauses = {clause.id for clause in policy.clauses(regulation.id)}
        for reading in regulation.readings:
            for clause in reading.clauses:
                _known(clause, clauses, reading.place, "clause")


def _clauses(policy: Policy) -> None:
    seen: dict[str, Place] = {}
    for regulation, articles in policy.articles.items():
        for article in articles:
            _known(regulation, policy.regulations, article.place, "regulation")
            for clause in article.clauses:
                if clause.id in seen:
                    raise refuse("policy.duplicate_id", clause.place, id=clause.id, first=str(seen[clause.id]))
                seen[clause.id] = clause.place
                _met(policy, clause.is_.level, clause.met_by, clause.place)
    for clause, rule, _ in (r for regulation in policy.articles for r in policy.rules(regulation)):
        _rule(policy, rule, clause.place)


def _met(policy: Policy, level: str, rules: tuple[Rule, ...], place: Place) -> None:
    if not rules:
        raise refuse("policy.clause_not_met", place)
    if level != "C" and all(rule.means == "organisation" for rule in rules):
        raise refuse("policy.decidable_left_to_people", place)
    for rule in rules:
        if rule.means == "same_as":
            target = policy.clause(rule.name)
            if target is None or len(rules) > 1:
                raise refuse("policy.dangling", rule.place, id=rule.name, what="clause")
            if target.met_by[0].means == "same_as":
                raise refuse("policy.same_as_chain", rule.place, id=rule.name)


def _rule(policy: Policy, rule: Rule, place: Place) -> None:
    where = rule.place or place
    for name in rule.selector.types:
        _known(name, policy.types.types, where, "type")
    for name in rule.selector.sections:
        _known(name, policy.sections, where, "section")
    if rule.name == "sections":
        for name in rule.params["required"]:
            _known(name, policy.sections, where, "section")
    if rule.name == "fields":
        for name in rule.params.get("lists", ()):
            _known(name, policy.types.field_lists, where, "field_list")
    if rule.means == "record":
        _known(rule.name, policy.types.record_types, where, "record_type")
    for name in rule.yields_to:
        if policy.clause(name) is None:
            raise refuse("policy.dangling", where, id=name, what="clause")


def _boards(policy: Policy) -> None:
    for board in policy.board_rules.values():
        _known(board.regulation, policy.regulations, board.place, "regulation")
        for procedure in board.procedures.values():
            _reachable(procedure)
            for step in procedure.steps:
                _step(policy, step)


def _step(policy: Policy, step: Step) -> None:
    for clause in step.clauses():
        if not clause.startswith("CB-") and policy.clause(clause) is None:
            raise refuse("policy.dangling", step.place, id=clause, what="clause")


def _reachable(procedure: Procedure) -> None:
    reached = {procedure.start}
    for _ in procedure.steps:
        reached |= {step.to for step in procedure.steps if reached & set(step.from_)}
    for step in procedure.steps:
        if not reached & set(step.from_):
            raise refuse("policy.unreachable_step", step.place, step=step.step)
    if procedure.goal not in reached:
        raise refuse("policy.unreachable_goal", procedure.place, goal=procedure.goal)


def _portals(policy: Policy) -> None:
    hosts: dict[str, Portal] = {}
    for portal in policy.portals.values():
        _known(portal.owner, policy.units, portal.place, "unit")
        _known(portal.parent, policy.portals, portal.place, "portal")
        for section in portal.menu:
            _known(section, policy.sections, portal.place, "section")
        for followed in portal.follows:
            _known(followed.regulation, policy.regulations, followed.place, "regulation")
            _known(portal.tier, policy.regulations[followed.regulation].tiers, portal.place, "tier")
        _portal_hosts(portal, hosts)
        _portal_clauses(policy, portal)


def _portal_hosts(portal: Portal, hosts: dict[str, Portal]) -> None:
    for edition in portal.editions.values():
        for host in edition.hosts:
            if host in hosts:
                raise refuse("policy.host_taken", edition.place, host=host, portal=hosts[host].id)
            hosts[host] = portal


def _portal_clauses(policy: Policy, portal: Portal) -> None:
    spoken: tuple[Absence | Local, ...] = (*portal.none, *portal.local)
    for said in spoken:
        if policy.clause(said.clause) is None:
            raise refuse("policy.dangling", said.place, id=said.clause, what="clause")
    for absence in portal.none:
        _known(absence.section, policy.sections, absence.place, "section")


def _holders(policy: Policy) -> None:
    for board in policy.boards.values():
        _known(board.portal, policy.portals, board.place, "portal")
        roles = _roles_of(policy, board)
        for holder in board.holders:
            if roles:
                _known(holder.role, roles, holder.place, "role")
            if holder.until and holder.until < holder.from_:
                raise refuse("policy.until_before_from", holder.place)
        _unique_terms(policy, board)
        for delegation in board.delegations:
            _delegation(board, delegation)


def _roles_of(policy: Policy, board: Board) -> set[str]:
    followed = policy.portals[board.portal].follows
    return {
        role for f in followed if f.regulation in policy.board_rules for role in policy.board_rules[f.regulation].roles
    }


def _unique_terms(policy: Policy, board: Board) -> None:
    unique = _unique_roles(policy, board.portal)
    for one, other in combinations(board.holders, 2):
        same = one.role == other.role and (one.role in unique or one.id == other.id)
        if same and overlap(one.from_, one.until, other.from_, other.until):
            raise refuse("policy.overlapping_terms", other.place, role=other.role, first=one.id)
    ids = [holder.id for holder in board.holders]
    for holder in board.holders:
        if ids.count(holder.id) > 1:
            raise refuse("policy.duplicate_id", holder.place, id=holder.id, first=board.portal)


def _unique_roles(policy: Policy, portal: str) -> set[str]:
    found: set[str] = set()
    for followed in policy.portals[portal].follows:
        for _, rule, _selector in policy.rules(followed.regulation):
            roles = rule.params.get("roles", {}) if rule.name == "board" else {}
            found |= {role for role, many in roles.items() if isinstance(many, dict) and many.get("exactly") == 1}
    return found


def _delegation(board: Board, delegation: Delegation) -> None:
    holders = {holder.id: holder for holder in board.holders}
    givers = [h for h in board.holders if delegation.giver in (h.id, h.role)]
    if not givers:
        raise refuse("policy.dangling", delegation.place, id=delegation.giver, what="holder")
    taker = holders.get(delegation.taker)
    if taker is None:
        raise refuse("policy.dangling", delegation.place, id=delegation.taker, what="holder")
    if delegation.until < delegation.from_:
        raise refuse("policy.until_before_from", delegation.place)
    if not _within(taker, delegation) or not any(_within(giver, delegation) for giver in givers):
        raise refuse("policy.delegation_outside_term", delegation.place, id=delegation.id)


def _within(holder: Holder, delegation: Delegation) -> bool:
    return holder.from_ <= delegation.from_ and (holder.until is None or delegation.until <= holder.until)
