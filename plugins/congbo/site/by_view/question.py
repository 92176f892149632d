"""Questions: how long the answer took, beside the days that the regulation gives, with its article."""

from __future__ import annotations

from datetime import date

from congbo.dates import day_of
from congbo.facts.clocks import due
from congbo.facts.deadlines import event_of, first_stop
from congbo.facts.due import Due
from congbo.facts.limits import limit_of
from congbo.facts.matching import about_item, about_portal
from congbo.item import Item
from congbo.policy.clauses import Clause
from congbo.policy.rule import Rule
from congbo.site.days import day_in
from congbo.site.index import Index
from congbo.site.views.questions import Clock

RECEIVED = "ngay_tiep_nhan"
DEADLINE = "deadline"


def clock(index: Index, item: Item) -> Clock | None:
    """Return the sentence of an item's clock; None where no clause gives it days, or days off are not announced yet."""
    received = item.fields.get(RECEIVED)
    prefix = index.portal.regulation_on(received) if isinstance(received, date) else None
    found = _rule(index, item, prefix) if prefix else None
    if found is None:
        return None
    clause, rule = found
    limit, event = limit_of(rule, None), event_of(index.corpus, item, rule)
    if limit is None or event is None:
        return None
    end = due(index.corpus.calendar, limit, event, extends=bool(rule.params.get("extends", True)))
    return None if end.provisional or end.last_day is None else _said(index, item, clause, rule, end, end.last_day)


def _rule(index: Index, item: Item, prefix: str) -> tuple[Clause, Rule] | None:
    """The first clause that gives days from the receipt of an item such as this."""
    for clause, rule, selector in index.corpus.policy.rules(prefix):
        ours = rule.checked_by == DEADLINE and rule.params.get("from") == RECEIVED and rule.params.get("to")
        if ours and about_portal(selector, index.portal) and about_item(index.corpus, selector, item):
            return clause, rule
    return None


def _said(index: Index, item: Item, clause: Clause, rule: Rule, end: Due, last: date) -> Clock | None:
    stops = tuple(rule.params["to"])
    event = event_of(index.corpus, item, rule)
    stop = first_stop(index.corpus, item, stops, event) if event else None
    days = [one.day for one in end.counted if one.counted]
    if not days:
        return None
    lang = item.lang
    words = {"total": len(days), "last": day_in(last, lang).text}
    if stop is None:
        return Clock(index.words(lang, "question.clock.runs", **words), clause.cite)
    used = sum(day <= day_of(stop) for day in days)
    key = "late" if day_of(stop) > last else "told" if len(stops) > 1 else "kept"
    return Clock(index.words(lang, f"question.clock.{key}", used=used, **words), clause.cite)
