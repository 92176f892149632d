"""Rules about editorial boards: the roles, positions and groups that they name."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.errors import refuse
from congbo.policy.board import BoardRules
from congbo.policy.model import Policy
from congbo.policy.rule import Rule
from congbo.policy.verify.references import known


def verify_board_rules(policy: Policy) -> None:
    """Refuse rules about roles or positions that their regulation's ``board.yml`` does not declare."""
    for regulation in policy.articles:
        for _, rule, _selector in policy.rules(regulation):
            if (rule.means, rule.name) == ("check", "board"):
                _rule(policy.board_rules.get(regulation), rule)


def _rule(board: BoardRules | None, rule: Rule) -> None:
    if board is None:
        raise refuse("policy.dangling", rule.place, id=rule.name, what="board_of")
    for role in _roles(rule):
        known(role, board.roles, rule.place, "role")
    for param in ("positions", "each_position"):
        for positions in rule.params.get(param, {}).values():
            for position in positions:
                known(position, {*board.roles, *board.positions}, rule.at(param), "position")


def _roles(rule: Rule) -> Iterator[str]:
    for param in ("roles", "positions", "each_position", "established_by", "proposed_by", "groups"):
        yield from rule.params.get(param, ())
