"""Procedures as tables of steps: every cell names somebody and something known, and every way leads on."""

from __future__ import annotations

from congbo.errors import refuse
from congbo.policy.areas import AREAS
from congbo.policy.board import BoardRules
from congbo.policy.model import Policy
from congbo.policy.procedures import ANY, ENDING, HOUSE_RULES, NEVER_LAST, Procedure, Step
from congbo.policy.rule import Rule
from congbo.policy.selector import Selector
from congbo.policy.verify.references import known

AUTHOR = "author"
CHANGE, TOUCHES = "change", "touches"


def verify_procedures(policy: Policy) -> None:
    """Refuse tables that name nobody, cite nothing, or lead nowhere, and rules about steps that there are not."""
    for board in policy.board_rules.values():
        known(board.regulation, policy.regulations, board.place, "regulation")
        for procedure in board.procedures.values():
            _covers(policy, board, procedure)
            _reachable(procedure)
            for step in procedure.steps:
                _cells(policy, board, step)
                _way(procedure, step)
    for regulation in policy.articles:
        for _, rule, selector in policy.rules(regulation):
            if (rule.means, rule.name) == ("check", "step"):
                _rule(policy.board_rules.get(regulation), rule)
            elif rule.params.get("of") == CHANGE:
                _facts(policy.board_rules.get(regulation), rule, selector)


def _covers(policy: Policy, board: BoardRules, procedure: Procedure) -> None:
    place = procedure.at("covers")
    for type_id in procedure.named("types"):
        known(type_id, (ANY, *policy.types.types), place, "type")
    for tier in procedure.named("tiers"):
        known(tier, policy.regulations[board.regulation].tiers, place, "tier")


def _reachable(procedure: Procedure) -> None:
    reached = {procedure.start}
    for _ in procedure.steps:
        reached |= {step.to for step in procedure.steps if reached & set(step.from_)}
    for step in procedure.steps:
        if not reached & set(step.from_):
            raise refuse("policy.unreachable_step", step.place, step=step.step)
    if procedure.goal == procedure.start or procedure.goal not in reached:
        raise refuse("policy.unreachable_goal", procedure.at("goal"), goal=procedure.goal)


def _cells(policy: Policy, board: BoardRules, step: Step) -> None:
    for clause in step.clauses():
        if clause not in HOUSE_RULES and policy.clause(clause) is None:
            raise refuse("policy.dangling", step.place, id=clause, what="clause")
    for key in ("by", "acting", "delegated", "accountable"):
        for role in getattr(step, key):
            known(role, board.roles, step.at(key), "role")
    if not (step.by or step.by_level or step.delegated):
        raise refuse("policy.taken_by_nobody", step.at("by"), step=step.step)
    for level in step.by_level:
        known(level, board.levels, step.at("by_level"), "level")
    bodies = {name for name, role in board.roles.items() if role.body}
    known(step.document_of, {*bodies, *policy.units}, step.at("document_of"), "body")


def _way(procedure: Procedure, step: Step) -> None:
    for other in step.not_:
        known(other, (AUTHOR, *(one.step for one in procedure.steps)), step.at("not"), "step")
    if step.to == procedure.goal and step.act in NEVER_LAST:
        raise refuse("policy.act_at_goal", step.at("to"), act=step.act, goal=procedure.goal)
    leads_on = step.to == procedure.goal or any(step.to in one.from_ for one in procedure.steps)
    # Files of before `act` was written could not say that a way ends.
    if not leads_on and "act" in step.places and step.act not in ENDING:
        raise refuse("policy.dead_end", step.at("to"), state=step.to)
    for one in procedure.steps[: procedure.steps.index(step)]:
        if one.step == step.step and (shared := set(one.from_) & set(step.from_)):
            raise refuse("policy.step_twice", step.at("step"), step=step.step, state=min(shared), first=str(one.place))


def _rule(board: BoardRules | None, rule: Rule) -> None:
    if board is None or rule.params["procedure"] not in board.procedures:
        raise refuse("policy.dangling", rule.place, id=rule.params["procedure"], what="procedure")
    steps = {step.step for step in board.procedures[rule.params["procedure"]].steps}
    for step in rule.params["steps"]:
        known(step, steps, rule.at("steps"), "step")


def _facts(board: BoardRules | None, rule: Rule, selector: Selector) -> None:
    """The facts of a change are what people say when they take its steps: a step on its way has to ask for each."""
    touched = selector.where.get(TOUCHES, AREAS)
    for area in touched if isinstance(touched, tuple) else (touched,):
        ways = [one for one in board.procedures.values() if one.covers_area(str(area))] if board else []
        asked = {word for procedure in ways for step in procedure.steps for word in step.needs}
        for word in rule.params.get("required", ()):
            if word not in asked:
                raise refuse("policy.change_unasked", rule.at("required"), field=word, area=area)
