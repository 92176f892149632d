"""Every clock of a clause, started by one event: what ``congbo due`` answers."""

from __future__ import annotations

from msgspec import Struct

from congbo.errors import refuse
from congbo.facts.clocks import Event, day_of_event, due
from congbo.facts.due import Due
from congbo.facts.limits import decided, limit_of, suggested
from congbo.facts.severity import is_local
from congbo.facts.time_words import decision_words, fact_words, limit_words, written
from congbo.facts.working_days import Calendar
from congbo.message import Message, Texts
from congbo.policy import Policy
from congbo.policy.clauses import Clause
from congbo.policy.portals import Portal
from congbo.policy.rule import Rule
from congbo.policy.span import WRITTEN_IN, MonthDay
from congbo.typed.values import Period

TEXT, PORTAL, SUGGESTED = "regulation", "portal", "suggested"


class Answer(Struct, frozen=True):
    """One clock: its rule, the end (None where ``promise``, a field, will give the day), and whose figure it is."""

    rule: Rule
    due: Due | None
    figure: str = TEXT
    limit: Message | None = None
    written: str = ""
    decision: Message | None = None
    label: Message | Texts | None = None

    @property
    def base(self) -> str:
        """Return the fact that starts the clock; empty for a cadence, which starts with what came last."""
        return str(self.rule.params.get("from", ""))

    @property
    def promise(self) -> str:
        """Return the field that gives the last day, where one does."""
        return str(self.rule.params.get("until", ""))


def answers(policy: Policy, clause: Clause, event: Event, portal: Portal | None = None) -> tuple[Answer, ...]:
    """Return the clocks of a clause, in its order; a figure that the text leaves open is the portal's, or the suggested one.

    Raises CongboError for a clause without a clock, for one that nobody gave a figure, and for a period where no rule asks
    for one.
    """
    rules = [rule for rule in policy.resolved(clause) if rule.means == "check" and rule.name in WRITTEN_IN]
    if not rules:
        raise refuse("due.no_clock", clause=clause.id)
    if isinstance(event, Period) and not any("by" in rule.params for rule in rules):
        raise refuse("due.not_a_period", clause=clause.id, value=event.text)
    found = [one for rule in rules if (one := _answer(policy, clause, rule, event, portal))]
    if not found:
        raise refuse("due.no_figure", clause=clause.id, portals=_portals(policy, clause))
    return tuple(found)


def _answer(policy: Policy, clause: Clause, rule: Rule, event: Event, portal: Portal | None) -> Answer | None:
    label = fact_words(policy, rule.params["from"]) if "from" in rule.params else None
    if "until" in rule.params:
        return Answer(rule, None, label=label)
    day = day_of_event(event)
    local = decided(portal, clause.id, rule, day) if portal and is_local(rule) else None
    limit = limit_of(rule, local) or suggested(rule)
    if limit is None:
        return None
    extends = bool(rule.params.get("extends", True))
    end = due(Calendar.of(policy), limit, event, extends=extends)
    figure = PORTAL if local else SUGGESTED if is_local(rule) else TEXT
    regulation = portal.regulation_on(day) if portal else None
    decision = decision_words(policy, regulation or "", local) if local else None
    key = "by" if isinstance(limit, MonthDay) else WRITTEN_IN[rule.name]
    return Answer(rule, end, figure, limit_words(limit), f"{key}: {written(limit)}", decision, label)


def _portals(policy: Policy, clause: Clause) -> list[str]:
    return [portal.id for portal in policy.portals.values() if any(one.clause == clause.id for one in portal.local)]
