"""Procedures as tables of steps."""

from __future__ import annotations

from congbo.errors import refuse
from congbo.policy.board import Procedure, Step
from congbo.policy.model import Policy
from congbo.policy.verify.references import known


def verify_procedures(policy: Policy) -> None:
    """Refuse steps that cannot be reached or cite no clause."""
    for board in policy.board_rules.values():
        known(board.regulation, policy.regulations, board.place, "regulation")
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
