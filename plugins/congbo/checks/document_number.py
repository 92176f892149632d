"""Document numbers (CB-6).

What it checks: the shape of `so_ky_hieu`, and that no two documents of a portal have the same issuer, type, number and year
(Party documents: term).
Why: citizens search by number and other documents cite it; administrative numbers restart every year, so the number alone
is no key.
How to fix: copy the number from the signed paper. Numbers from before 1993 and other old forms are only pointed out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from congbo.checks.house import house_finding
from congbo.facts.corpus import Corpus
from congbo.facts.document_number import key_of, mistaken_agency, parse_number
from congbo.finding import Finding, Severity
from congbo.item import Item

RULE = "CB-6"
CHECK = "document_number"
FIELD = "so_ky_hieu"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each number of a wrong shape, and for the later (by path) of two documents with one key."""
    seen: dict[tuple[str, ...], Item] = {}
    for item in corpus.items:
        text = item.fields.get(FIELD)
        if not isinstance(text, str):
            continue
        yield from _shape(item, text)
        key = _key(item, text)
        first = seen.setdefault(key, item) if key else item
        if first is not item:
            yield house_finding(RULE, CHECK, item.place(FIELD), "document_number.taken", number=text, first=first.path)


def _shape(item: Item, text: str) -> Iterator[Finding]:
    number = parse_number(text)
    if number is None:
        yield house_finding(
            RULE,
            CHECK,
            item.place(FIELD),
            "document_number.shape",
            Severity.WARNING if _old(item) else Severity.ERROR,
            number=text,
        )
    elif wrong := mistaken_agency(number):
        yield house_finding(RULE, CHECK, item.place(FIELD), "document_number.agency", number=text, word=wrong)


def _key(item: Item, text: str) -> tuple[str, ...] | None:
    number, issuer, day = (
        parse_number(text),
        item.fields.get("co_quan_ban_hanh"),
        item.fields.get("ngay_ban_hanh"),
    )
    if number is None or not isinstance(issuer, str) or not isinstance(day, date):
        return None
    kind = item.fields.get("hinh_thuc") or item.fields.get("loai") or ""
    return (item.portal, item.lang, *key_of(number, issuer, str(kind), day.year))


def _old(item: Item) -> bool:
    """Numbers were not uniform before 1993 (domain report 2.1)."""
    day = item.fields.get("ngay_ban_hanh")
    return isinstance(day, date) and day.year < 1993
