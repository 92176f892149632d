"""Cadences.

What it checks: that something new comes as often as a clause asks: news in its section, an entry in the leaders' schedule, a
backup, a board meeting. It looks at the gaps between two, and at the one that is open today. A section in which there never
was anything is the business of the sections check.
Why: the regulations ask for a living portal and for duties done regularly, which no single item shows.
How to fix: post or record what is missing; a gap that has been closed stays a warning. Where the text gives no figure, the
portal's own counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from congbo.checks.ruled import Ruled
from congbo.checks.timing import not_decided, with_decision
from congbo.dates import day_of
from congbo.facts.cadences import Gap, first_of_each_day, gaps
from congbo.facts.changes import changes_of
from congbo.facts.corpus import Corpus
from congbo.facts.force import owes, owes_since
from congbo.facts.limits import decided, limit_of
from congbo.facts.matching import about_item
from congbo.facts.named import value_of
from congbo.facts.severity import is_local
from congbo.facts.time_words import by_words
from congbo.finding import About, Finding, Severity
from congbo.item import Item
from congbo.message import say
from congbo.place import Place
from congbo.policy.records import Record

PUBLISHED = "published"
CHANGED = "changed"


class _Series(Struct, frozen=True):
    """What comes again and again: its days with what came, where an open gap is shown, and what it is called."""

    days: Mapping[date, Item | Record]
    place: Place
    called: object
    from_nothing: bool = False


def check(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    """Yield a warning for each gap that was too long, and a finding for one that is open today."""
    yield from not_decided(corpus, ruled)
    today = corpus.today
    if not owes(corpus.policy, ruled.portal, ruled.regulation, ruled.clause, today):
        return
    local = decided(ruled.portal, ruled.clause.id, ruled.rule, today) if is_local(ruled.rule) else None
    limit = limit_of(ruled.rule, local)
    if limit is None:
        return
    since = owes_since(ruled.portal, ruled.regulation, ruled.clause, today)
    since = max(since, local.from_) if local and local.from_ else since
    for series in _series(corpus, ruled):
        for gap in gaps(corpus.calendar, limit, series.days, since, today, from_nothing=series.from_nothing):
            yield _finding(corpus, ruled, series, gap)


def _series(corpus: Corpus, ruled: Ruled) -> Iterator[_Series]:
    params = ruled.rule.params
    whole = Place(ruled.portal.place.path, ruled.portal.place.line)
    if "record" in params:
        name = corpus.policy.types.record_types[params["record"]].name
        dated = ((record.day, record) for record in corpus.policy.records_of(params["record"], ruled.portal.id))
        yield _Series(
            first_of_each_day((day, one) for day, one in dated if day and day <= corpus.today),
            whole,
            name,
            from_nothing=True,
        )
        return
    items = _items(corpus, ruled)
    sections = tuple(items) if params.get("per") == "section" else ruled.selector.sections
    if params.get("per") == "section" or len(sections) == 1:
        for section in sections:
            place = Place(f"content/{ruled.portal.id}/{section}")
            yield _Series(first_of_each_day(items.get(section, ())), place, corpus.policy.sections[section].name)
        return
    together = sorted((pair for pairs in items.values() for pair in pairs), key=lambda pair: (pair[0], pair[1].path))
    types = ruled.selector.types
    name = corpus.policy.types.types[types[0]].name if len(types) == 1 else ruled.portal.name
    yield _Series(first_of_each_day(together), whole, name)


def sees(corpus: Corpus, ruled: Ruled, item: Item) -> Iterator[tuple[str, str]]:
    """Yield the days on which the item counts, in its section if the rule goes by sections."""
    if "record" not in ruled.rule.params and _has_come(corpus, ruled, item):
        group = item.section if ruled.rule.params.get("per") == "section" else ""
        yield from ((group, day.isoformat()) for day in _days(corpus, ruled, item))


def group_of(ruled: Ruled, finding: Finding) -> str:
    """Return the section that a finding is about, if the rule goes by sections."""
    return finding.place.path.split("/")[2] if ruled.rule.params.get("per") == "section" else ""


def enough(_: Ruled) -> int:
    """Return 1: of the items of a day, the first one stands for all."""
    return 1


def _items(corpus: Corpus, ruled: Ruled) -> Mapping[str, list[tuple[date, Item]]]:
    """Return section -> the days of its items, by the fact that the rule names; drafts have not come yet."""
    found: dict[str, list[tuple[date, Item]]] = defaultdict(list)
    for item in corpus.items_of(ruled.portal.id):
        if _has_come(corpus, ruled, item):
            found[item.section].extend((day, item) for day in _days(corpus, ruled, item))
    return found


def _has_come(corpus: Corpus, ruled: Ruled, item: Item) -> bool:
    shown = corpus.published(item)
    return bool(shown and day_of(shown) <= corpus.today and about_item(corpus, ruled.selector, item))


def _days(corpus: Corpus, ruled: Ruled, item: Item) -> Iterator[date]:
    at = str(ruled.rule.params.get("at", PUBLISHED))
    moments = changes_of(corpus, item) if at == CHANGED else (value_of(corpus, item, at),)
    yield from (day_of(moment) for moment in moments if isinstance(moment, date))


def _finding(corpus: Corpus, ruled: Ruled, series: _Series, gap: Gap[Item | Record]) -> Finding:
    state = "open" if gap.ended is None else "closed"
    key = f"cadence.{state}.record" if "record" in ruled.rule.params else f"cadence.{state}"
    words = {
        "called": series.called,
        "after": gap.after,
        "by": by_words(gap.due),
        "until": gap.ended or corpus.today,
        "record": ruled.rule.params.get("record", ""),
    }
    severity = None if gap.ended is None else ruled.at_most(Severity.WARNING)
    about = About(first=gap.after, last=gap.ended or corpus.today)
    said = with_decision(corpus, ruled, corpus.today, say(key, **words))
    return ruled.finding(_place(ruled, series, gap), said, say(f"{key}.fix", **words), severity, about)


def _place(ruled: Ruled, series: _Series, gap: Gap[Item | Record]) -> Place:
    if gap.ended_by is None:
        return series.place
    if isinstance(gap.ended_by, Record):
        return gap.ended_by.place
    return gap.ended_by.place(str(ruled.rule.params.get("at", "imported")))
