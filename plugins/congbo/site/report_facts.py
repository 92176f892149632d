"""The pages on how the portal keeps its regulation: one for each month that is over, and one for the running month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from congbo.dates import start_of
from congbo.facts import addresses
from congbo.facts.deeds import ITEM, month_of
from congbo.site.days import month_in
from congbo.site.index import Index
from congbo.site.page_facts import common
from congbo.site.report_clocks import clocks, running
from congbo.site.report_counts import answered, at_once, by_section, by_unit, corrections, drawn
from congbo.site.report_month import Month, month_read
from congbo.site.report_quotas import quotas
from congbo.site.views import Link, LinkGroup
from congbo.site.views.report import Counted, CountTable, ReportFacts

SERIES = 12  # months that the drawing of the running month's page looks back


def closed_months(index: Index) -> tuple[str, ...]:
    """Return the months with anything to count that are over, the newest first; the page is the same until the next is."""
    today = index.corpus.today
    first = today.replace(day=1)
    index.reached(start_of(first))
    index.reached(start_of(_after(first)))
    return tuple(month for month in index.answer("deed_months") if month < month_of(today))


def report_facts(index: Index, lang: str) -> ReportFacts:
    """Return the facts of the running month's page."""
    over, now = closed_months(index), month_of(index.corpus.today)
    title = index.words(lang, "report.title")
    month = month_read(index, lang, now)
    return ReportFacts(
        **common(
            index, lang, addresses.report(lang), title,
            index.words(lang, "report.description", name=index.portal.name.in_(lang)),
            alternates=[(other, addresses.report(other)) for other in index.languages],
        ),
        tables=(*_series(index, lang, (now, *over[:SERIES])), running(month), *_tables(month)),
        months=tuple(_years(lang, over)),
    )  # fmt: skip


def month_report_facts(index: Index, lang: str, which: str) -> ReportFacts:
    """Return the facts of a month ("2026-10") that is over. Later months are not named: the page stays as it is."""
    older = index.answer("deeds_before", which)
    title = index.words(lang, "report.month", month=_named(which, lang))
    return ReportFacts(
        **common(
            index, lang, addresses.report(lang, which), title,
            index.words(lang, "report.month.description", month=_named(which, lang), name=index.portal.name.in_(lang)),
            crumbs=[Link(index.words(lang, "report.title"), addresses.report(lang))],
            alternates=[(other, addresses.report(other, which)) for other in index.languages],
        ),
        closed=True,
        tables=tuple(_tables(month_read(index, lang, which))),
        older=_link(lang, older[0]) if older else None,
    )  # fmt: skip


def _tables(month: Month) -> Iterator[CountTable]:
    yield from (by_section(month), by_unit(month), clocks(month), quotas(month))
    yield from (answered(month), corrections(month), at_once(month))


def _series(index: Index, lang: str, months: tuple[str, ...]) -> Iterator[CountTable]:
    """How much was posted in each of the last months that have anything."""
    rows = []
    for which in reversed(months):
        month = month_read(index, lang, which)
        rows.append((_named(which, lang), month.number(ITEM), which))
    if len(rows) > 1:
        yield CountTable(
            id="cac-thang",
            title=index.words(lang, "report.series"),
            head=(index.words(lang, "report.head.month"), index.words(lang, "report.head.items")),
            rows=tuple(
                Counted(name, (month.numeral(number),), _link(lang, which) if which != months[0] else None)
                for name, number, which in rows
            ),
            **drawn(month, [(name, number) for name, number, _ in rows], "report.series.chart"),
        )


def _years(lang: str, months: tuple[str, ...]) -> Iterator[LinkGroup]:
    for year, some in groupby(months, key=lambda month: month[:4]):
        yield LinkGroup(year, tuple(_link(lang, month) for month in some))


def _link(lang: str, month: str) -> Link:
    return Link(_named(month, lang), addresses.report(lang, month))


def _named(month: str, lang: str) -> str:
    return month_in(int(month[:4]), int(month[5:]), lang)


def _after(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
