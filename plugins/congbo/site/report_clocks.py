"""Deadlines of a month: how many were kept, by article; and the clocks that run today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from congbo.facts.deeds import CLOCK, KEPT, LATE, OPEN, UNKNOWN
from congbo.facts.force import owes
from congbo.facts.matching import about_portal
from congbo.policy.clauses import Clause
from congbo.policy.rule import Rule
from congbo.shelf.deeds import Tally
from congbo.site.report_counts import drawn
from congbo.site.report_month import Month, month_read
from congbo.site.views.report import Counted, CountTable


def clocks(month: Month) -> CountTable:
    """How many of the clocks that ended in the month ended in time; unknown where none did."""
    tallies = list(month.of(CLOCK))
    shown = [(clause, _of(tallies, clause.id)) for clause in _clauses(month, tallies)]
    parts = [(clause, kept, late) for clause, (kept, late, _, _) in shown if kept + late]
    return CountTable(
        id="thoi-han",
        title=month.words("report.clocks"),
        head=tuple(month.words(f"report.head.{one}") for one in ("clause", "kept", "late", "days")),
        rows=tuple(
            Counted(clause.says.in_(month.lang), _cells(month, *figures), month.article(clause))
            for clause, figures in shown
        ),
        says=month.words("report.clocks.says"),
        none=month.words(
            "report.clocks.over" if any(_timed(rule) for _, _, rule, _ in month.rules()) else "report.clocks.none"
        ),
        **drawn(
            month, [(c.cite, round(100 * kept / (kept + late))) for c, kept, late in parts], "report.clocks.chart", " %"
        ),
    )


def running(month: Month) -> CountTable:
    """The clocks that run today: how many still have time, how many are past their end."""
    tallies = [one for one in month_read(month.index, month.lang, OPEN).of(CLOCK) if one.mark != UNKNOWN]
    rows = []
    for clause in _clauses(month, tallies, owed=False):
        ends = [(datetime.fromisoformat(one.mark), one.number) for one in tallies if one.name == clause.id]
        over = sum(count for end, count in ends if month.index.reached(end))
        rows.append((clause, sum(count for _, count in ends) - over, over))
    return CountTable(
        id="dang-chay",
        title=month.words("report.running"),
        head=tuple(month.words(f"report.head.{one}") for one in ("clause", "in_time", "overdue")),
        rows=tuple(
            Counted(c.says.in_(month.lang), (month.numeral(n), month.numeral(over)), month.article(c))
            for c, n, over in rows
        ),
        none=month.words("report.running.none"),
        **drawn(month, [(c.cite, over) for c, _, over in rows], "report.running.chart"),
    )


def _clauses(month: Month, tallies: list[Tally], *, owed: bool = True) -> Iterator[Clause]:
    """Yield the clauses with a deadline that binds the portal at the month's end, and those of which a clock was counted."""
    policy, portal, found = month.index.corpus.policy, month.index.portal, dict[str, Clause]()
    for _, clause, rule, selector in month.rules() if owed else ():
        timed = _timed(rule) and about_portal(selector, portal)
        if timed and month.regulation and owes(policy, portal, month.regulation, clause, month.last):
            found[clause.id] = clause
    for one in tallies:
        counted = policy.clause(one.name)
        if counted:
            found[counted.id] = counted
    yield from found.values()


def _timed(rule: Rule) -> bool:
    return rule.means == "check" and rule.name == "deadline" and not rule.planned


def _of(tallies: list[Tally], clause: str) -> tuple[int, int, int, int]:
    """How many were kept and late, of how many the days are known, and these days."""
    some = [one for one in tallies if one.name == clause]
    kept, late = (sum(one.number for one in some if one.mark == mark) for mark in (KEPT, LATE))
    return kept, late, sum(one.known for one in some), sum(one.days for one in some)


def _cells(month: Month, kept: int, late: int, known: int, days: int) -> tuple[str, ...]:
    if not kept + late:
        return (month.unknown, month.unknown, month.mean(days, known))
    return (month.numeral(kept), month.numeral(late), month.mean(days, known))
