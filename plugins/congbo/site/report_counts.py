"""What was posted, answered, corrected and decided at once in a month, counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypedDict

from congbo.dates import VIETNAM
from congbo.facts import addresses
from congbo.facts.deeds import ANSWERED, CHANGED, CORRECTED, ITEM, TRANSLATED, UNIT, WITHDRAWN, month_of
from congbo.facts.emergencies import hastened
from congbo.facts.takedowns import begins
from congbo.policy.at_once import AT_ONCE
from congbo.signed.folder import APPROVALS
from congbo.site.drawing.bars import Bars, bars
from congbo.site.report_month import Month
from congbo.site.views import Link
from congbo.site.views.report import Counted, CountTable

_MOST = 15  # bars that a drawing has; the table has all
_BACK = 3  # months before a decision in which its change may have begun


class Drawn(TypedDict):
    """A drawing and its name."""

    chart: Bars | None
    chart_name: str


def drawn(month: Month, rows: Sequence[tuple[str, int]], name: str, suffix: str = "") -> Drawn:
    """Return the drawing of some numbers; none where there is nothing to compare."""
    shown = rows[:_MOST]
    if len(shown) < 2 or not any(number for _, number in shown):  # one bar says nothing
        return Drawn(chart=None, chart_name="")
    most = month.words("report.chart.most", n=_MOST) if len(rows) > _MOST else ""
    written = bars(shown, lambda value: f"{month.numeral(int(value))}{suffix}")
    return Drawn(chart=written, chart_name=f"{month.words(name)}{most}")


def by_section(month: Month) -> CountTable:
    """What was posted, by section; translations are counted beside it."""
    sections = month.index.corpus.policy.sections
    counts = month.by_name(ITEM)
    rows = [(sections[one].name.in_(month.lang) if one in sections else one, n) for one, n in counts.items()]
    return CountTable(
        id="chuyen-muc",
        title=month.words("report.sections"),
        head=(month.words("report.head.section"), month.words("report.head.items")),
        rows=tuple(Counted(name, (month.numeral(n),)) for name, n in rows),
        says=" ".join(
            month.words(key, n=month.number(kind))
            for key, kind in (("report.sections.says", ITEM), ("report.sections.translated", TRANSLATED))
            if month.number(kind)
        ),
        none=month.words("report.sections.none"),
        **drawn(month, rows, "report.sections.chart"),
    )


def by_unit(month: Month) -> CountTable:
    """What each unit supplied of what was posted."""
    units = month.index.corpus.policy.units
    named = {
        one: units[one].name_in(month.lang) if one in units else month.words("report.no_unit")
        for one in month.by_name(UNIT)
    }
    rows = [(named[one], n) for one, n in month.by_name(UNIT).items()]
    return CountTable(
        id="don-vi",
        title=month.words("report.units"),
        head=(month.words("report.head.unit"), month.words("report.head.items")),
        rows=tuple(Counted(name, (month.numeral(n),)) for name, n in rows),
        none=month.words("report.sections.none"),
        articles=month.articles_of("contribution_statistics"),
        **drawn(month, rows, "report.units.chart"),
    )


def answered(month: Month) -> CountTable:
    """How many questions and petitions were answered, and in how many days."""
    sections = month.index.corpus.policy.sections
    names = [one for one in sections if one in month.by_name(ANSWERED)]
    rows = [(sections[one].name.in_(month.lang), _days_of(month, one)) for one in names]
    return CountTable(
        id="tra-loi",
        title=month.words("report.answered"),
        head=tuple(month.words(f"report.head.{one}") for one in ("section", "answers", "days")),
        rows=tuple(
            Counted(name, (month.numeral(count), month.mean(days, known))) for name, (count, known, days) in rows
        ),
        says=month.words("report.answered.says"),
        none=month.words("report.answered.none"),
        articles=month.articles_of("question_status"),
        **drawn(
            month, [(name, round(days / known)) for name, (_, known, days) in rows if known], "report.answered.chart"
        ),
    )


def _days_of(month: Month, section: str) -> tuple[int, int, int]:
    """How many answers, of how many the days are known, and the days of these."""
    some = [one for one in month.of(ANSWERED) if one.name == section]
    return sum(one.number for one in some), sum(one.known for one in some), sum(one.days for one in some)


def corrections(month: Month) -> CountTable:
    """Corrections, changes and withdrawals that readers were told of. Here nothing is a number: all of them are recorded."""
    rows = [(month.words(f"report.{kind}"), month.number(kind)) for kind in (CORRECTED, CHANGED, WITHDRAWN)]
    return _of_few(month, "dinh-chinh", "report.corrections", rows, month.articles_of("correction"))


def at_once(month: Month) -> CountTable:
    """Decisions that could not wait, of which the page of the regulation tells one by one."""
    where = Link(month.words("report.at_once.list"), f"{addresses.rules(month.lang)}#viec-khan")
    links = (where,) if month.index.regulation else ()
    return _of_few(month, "viec-khan", "report.at_once", list(_decided(month).items()), links)


def _of_few(month: Month, id_: str, key: str, rows: list[tuple[str, int]], articles: tuple[Link, ...]) -> CountTable:
    return CountTable(
        id=id_,
        title=month.words(key),
        head=(month.words("report.head.kind"), month.words("report.head.number")),
        rows=tuple(Counted(name, (month.numeral(n),)) for name, n in rows),
        says=month.words(f"{key}.says"),
        articles=articles,
        **drawn(month, rows, f"{key}.chart"),
    )


def _decided(month: Month) -> Mapping[str, int]:
    index, policy = month.index, month.index.corpus.policy
    index.trace.on("decisions")
    found = {
        policy.types.record_types[one].name.in_(month.lang): 0 for one in AT_ONCE if one in policy.types.record_types
    }
    for type_ in AT_ONCE:
        for record in policy.records_of(type_, index.portal.id):
            if index.reached(begins(record)) and month_of(begins(record).astimezone(VIETNAM).date()) == month.which:
                found[policy.types.record_types[type_].name.in_(month.lang)] += 1
    return found | {month.words("at_once.emergency"): _emergencies(month)}


def _emergencies(month: Month) -> int:
    """Records lie by the month in which a change began: those of an old one are not looked for among all."""
    tree, portal = month.index.corpus.tree, month.index.portal.id
    some = [one for folder in _folders(month.first) for one in hastened(tree, portal, folder)]
    issued = [one.statement.issued for one in some if month.index.reached(one.statement.issued)]
    return sum(month_of(one.astimezone(VIETNAM).date()) == month.which for one in issued)


def _folders(first: date) -> list[str]:
    at = first.year * 12 + first.month - 1
    return [f"{APPROVALS}/{number // 12}/{number % 12 + 1:02}" for number in range(at - _BACK, at + 1)]
