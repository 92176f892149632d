"""Units that may list their leaders only, because a recorded decision says that all printed conditions hold."""

from __future__ import annotations

from datetime import date

from congbo.facts.corpus import Corpus
from congbo.facts.records import duties_of
from congbo.item import Item
from congbo.policy.records import Record
from congbo.policy.waivers import EXEMPTION


def staff_list_exempt(corpus: Corpus, item: Item) -> bool:
    """Whether a record exempts the item's unit, on the day that judges the item, from listing all of its staff.

    The record counts only where a clause of the portal's own tier speaks of such records, and only if it has all that the
    clause asks for.
    """
    day = corpus.judged_on(item)
    portal = corpus.portal_of(item)
    records = [one for one in corpus.policy.records_of(EXEMPTION, item.portal) if _is_of(one, item) and _runs(one, day)]
    if portal is None or not records:
        return False
    duties = [duty for duty in duties_of(corpus.policy, portal, day) if duty.rule.name == EXEMPTION]
    return any(duty.concerns(record) and not duty.lacks(record) for duty in duties for record in records)


def _is_of(record: Record, item: Item) -> bool:
    return record.values.get("don_vi") == item.fields.get("don_vi")


def _runs(record: Record, day: date) -> bool:
    start, end = record.values.get("tu_ngay"), record.values.get("den_ngay")
    return isinstance(start, date) and start <= day and not (isinstance(end, date) and end < day)
