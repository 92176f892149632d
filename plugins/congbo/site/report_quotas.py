"""Quotas of a month: in how many weeks each unit supplied what it owes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from congbo.dates import monday_of, start_of
from congbo.facts.deeds import RECKONED, SUPPLIED, line_of, month_of
from congbo.facts.force import owes
from congbo.facts.matching import about_portal
from congbo.facts.quotas import owes_news
from congbo.policy.clauses import Clause
from congbo.policy.rule import Rule
from congbo.site.report_counts import drawn
from congbo.site.report_month import Month
from congbo.site.views.report import Counted, CountTable

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


def quotas(month: Month) -> CountTable:
    """In how many of the weeks reckoned in the month each unit supplied what it owes; unknown if nothing is known."""
    rules = [(n, c, r) for n, c, r, s in month.rules() if _asks(r) and about_portal(s, month.index.portal)]
    met = [one for number, clause, rule in rules for one in _met(month, number, clause, rule)]
    known = month.number(SUPPLIED) > 0
    rows = [(name, good, weeks) for name, good, weeks in met if weeks]
    return CountTable(
        id="chi-tieu",
        title=month.words("report.quotas"),
        head=tuple(month.words(f"report.head.{one}") for one in ("unit", "weeks", "met")),
        rows=tuple(
            Counted(name, (month.numeral(weeks), month.numeral(good) if known else month.unknown))
            for name, good, weeks in rows
        ),
        says=month.words("report.quotas.says"),
        none=month.words("report.quotas.none" if not rules else "report.quotas.no_week"),
        articles=tuple({clause.id: month.article(clause) for _, clause, _ in rules}.values()),
        **drawn(month, [(name, good) for name, good, _ in rows] if known else [], "report.quotas.chart"),
    )


def _asks(rule: Rule) -> bool:
    return rule.means == "check" and rule.name == "quota" and not rule.planned


def _met(month: Month, number: int, clause: Clause, rule: Rule) -> Iterator[tuple[str, int, int]]:
    """Yield each unit with its good weeks and all its weeks."""
    index, regulation = month.index, month.regulation
    assert regulation is not None, "a rule is of a regulation"  # noqa: S101
    counts = month.by_name(SUPPLIED)
    weeks = [
        monday
        for monday in _mondays(month)
        if all(owes(index.corpus.policy, index.portal, regulation, clause, day) for day in (monday, monday + 6 * _DAY))
    ]
    for unit in index.corpus.policy.units.values():
        own = [monday for monday in weeks if owes_news(unit, index.portal, rule, monday, monday + 6 * _DAY)]
        good = [
            monday
            for monday in own
            if all(
                counts.get(line_of(clause, number, line, unit.id, monday), 0) >= wanted["n"]
                for line, wanted in enumerate(rule.params["at_least"])
            )
        ]
        yield unit.name_in(month.lang), len(good), len(own)


def _mondays(month: Month) -> Iterator[date]:
    """Yield the weeks that are reckoned in the month, as far as they have been."""
    monday = monday_of(month.first) - 2 * _WEEK
    while monday + RECKONED <= month.last:
        if month_of(monday + RECKONED) == month.which and month.index.reached(start_of(monday + RECKONED)):
            yield monday
        monday += _WEEK
