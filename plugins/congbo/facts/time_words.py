"""Limits and their ends in words (messages, put into a language by whoever speaks to a person)."""

from __future__ import annotations

from datetime import date

from congbo.facts.clocks import Limit
from congbo.facts.due import Due
from congbo.message import Message, Texts, say
from congbo.policy import Policy
from congbo.policy.portals import Local
from congbo.policy.span import MonthDay


def by_words(due: Due) -> Message:
    """Return until when something has to be done; both days where the last was moved; and whether it can still change."""
    if due.last_day is None:
        said = say("due.by_moment", moment=due.due)
    elif due.unextended:
        said = say("due.by_day_moved", day=due.last_day, plain=due.unextended)
    else:
        said = say("due.by_day", day=due.last_day)
    return say("due.provisionally", by=said, day=due.unknown_from) if due.unknown_from else said


def limit_words(limit: Limit) -> Message:
    """Return a limit in words: two working days; the 25th of the same month."""
    if isinstance(limit, MonthDay):
        return say("span.day_of_next_month" if limit.next_month else "span.day_of_month", day=limit.day)
    if limit.unit == "working_days" and not limit.n:
        return say("span.same_working_day")
    return say(f"span.{limit.unit}", n=f"{limit.n:02d}")


def fact_words(policy: Policy, name: str) -> Message | Texts:
    """Return the name of a field or of a named fact."""
    field = policy.types.fields.get(name)
    return field.name if field else say(f"fact.{name}")


def written(limit: Limit) -> str:
    """Return a limit as a policy file writes it."""
    if isinstance(limit, MonthDay):
        return f"{{day: {limit.day}, month: {'next' if limit.next_month else 'same'}}}"
    return f"{{{limit.unit}: {limit.n}}}"


def decision_words(policy: Policy, regulation: str, local: Local) -> Message:
    """Return who set the portal's own figure, by what decision and from when."""
    rules = policy.board_rules.get(regulation)
    role = rules.roles.get(local.decided_by) if rules else None
    who: Texts | str = role.name if role else local.decided_by
    since: date | str = local.from_ or ""
    key = "local.decided_by_paper" if local.decision else "local.decided"
    return say(key, who=who, decision=local.decision, since=since)
