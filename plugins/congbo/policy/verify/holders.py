"""Holders of roles and delegations."""

from __future__ import annotations

from itertools import combinations

from congbo.dates import overlap
from congbo.errors import refuse
from congbo.policy.holders import Board, Delegation, Holder
from congbo.policy.model import Policy
from congbo.policy.verify.references import known


def verify_holders(policy: Policy) -> None:
    """Refuse overlapping terms, unknown roles and delegations outside a term."""
    for board in policy.boards.values():
        known(board.portal, policy.portals, board.place, "portal")
        for holder in board.holders:
            _holder(policy, board, holder)
        _established(policy, board)
        _unique_terms(policy, board)
        for delegation in board.delegations:
            _delegation(board, delegation)


def _holder(policy: Policy, board: Board, holder: Holder) -> None:
    known(holder.role, _roles_of(policy, board) or (holder.role,), holder.at("role"), "role")
    known(holder.unit, policy.units, holder.at("unit"), "unit")
    for section in holder.sections:
        known(section, policy.sections, holder.at("sections"), "section")
    if holder.until and holder.until < holder.from_:
        raise refuse("policy.until_before_from", holder.at("until"))


def _established(policy: Policy, board: Board) -> None:
    bodies = {*_roles_of(policy, board), *policy.units}
    for key in ("by", "proposed_by"):
        known(getattr(board.established, key), bodies, board.established.at(key), "role")


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
            raise refuse("policy.overlapping_terms", other.at("role"), role=other.role, first=one.id)
    ids = [holder.id for holder in board.holders]
    for holder in board.holders:
        if ids.count(holder.id) > 1:
            raise refuse("policy.duplicate_id", holder.at("id"), id=holder.id, first=board.portal)


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
        raise refuse("policy.dangling", delegation.at("giver"), id=delegation.giver, what="holder")
    taker = holders.get(delegation.taker)
    if taker is None:
        raise refuse("policy.dangling", delegation.at("taker"), id=delegation.taker, what="holder")
    if delegation.until < delegation.from_:
        raise refuse("policy.until_before_from", delegation.at("until"))
    if not _within(taker, delegation) or not any(_within(giver, delegation) for giver in givers):
        raise refuse("policy.delegation_outside_term", delegation.at("from"), id=delegation.id)


def _within(holder: Holder, delegation: Delegation) -> bool:
    return holder.from_ <= delegation.from_ and (holder.until is None or delegation.until <= holder.until)
