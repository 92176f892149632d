"""What was decided at once, counted, for everybody to read: takedowns, stopped releases, banners, emergency publications."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from congbo.dates import VIETNAM
from congbo.facts.board import name_of
from congbo.facts.emergencies import Hastened, hastened
from congbo.facts.takedowns import begins
from congbo.policy.at_once import AT_ONCE, UNTIL
from congbo.policy.records import Record
from congbo.site.days import day_in
from congbo.site.index import Index
from congbo.site.views import AtOnce, AtOnceRow, Day


def at_once(index: Index, lang: str) -> AtOnce:
    """Return every decision of the portal that took effect by now, the newest first, and how many of each kind there are."""
    index.trace.on("decisions")
    records = [
        record
        for type_ in AT_ONCE
        for record in index.corpus.policy.records_of(type_, index.portal.id)
        if index.reached(begins(record))
    ]
    emergencies = [one for one in hastened(index.corpus.tree, index.portal.id) if index.reached(one.statement.issued)]
    rows = [(begins(one), _of_record(index, one, lang)) for one in records]
    rows += [(one.statement.issued, _of_emergency(index, one, lang)) for one in emergencies]
    rows.sort(key=lambda row: (row[0], row[1].kind), reverse=True)
    return AtOnce(tuple(_counts(index, records, len(emergencies), lang)), tuple(row for _, row in rows))


def _counts(index: Index, records: list[Record], emergencies: int, lang: str) -> Iterator[tuple[str, int]]:
    for type_ in AT_ONCE:
        known = index.corpus.policy.types.record_types.get(type_)
        if known:  # a repository of before these types has none of them
            yield known.name.in_(lang), sum(one.type == type_ for one in records)
    yield index.words(lang, "at_once.emergency"), emergencies


def _of_record(index: Index, record: Record, lang: str) -> AtOnceRow:
    until = record.values.get(UNTIL)
    return AtOnceRow(
        day=day_in(begins(record), lang),
        kind=index.corpus.policy.types.record_types[record.type].name.in_(lang),
        reason=str(record.values["ly_do_khan"]),
        by=_role(index, str(record.values["nguoi_quyet_dinh"]), begins(record), lang),
        until=day_in(until, lang) if isinstance(until, datetime) else None,
    )


def _of_emergency(index: Index, one: Hastened, lang: str) -> AtOnceRow:
    said = one.statement
    return AtOnceRow(
        day=_day(said.issued, lang),
        kind=index.words(lang, "at_once.emergency"),
        reason=one.reason,
        by=_role(index, said.role, said.issued, lang),
        owed=_owed(index, said.change_id, lang),
    )


def _owed(index: Index, change: str, lang: str) -> str:
    """Which signatures are missing; nothing is said where the register is not known."""
    found = next((one for one in index.corpus.owed if (one.change, one.board) == (change, index.portal.id)), None)
    if found is None:
        return ""
    if not found.steps:
        return index.words(lang, "at_once.complete")
    key = "at_once.overdue" if found.overdue(index.moment) else "at_once.owed"
    return index.words(lang, key, count=len(found.steps), due=_day(found.due, lang).text)


def _day(moment: datetime, lang: str) -> Day:
    return day_in(moment.astimezone(VIETNAM), lang)


def _role(index: Index, role: str, moment: datetime, lang: str) -> str:
    regulation = index.portal.regulation_on(moment.astimezone(VIETNAM).date()) or ""
    return (
        name_of(index.corpus.policy, regulation, role).in_(lang)
        if regulation in index.corpus.policy.board_rules
        else role
    )
