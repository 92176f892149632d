"""Document numbers (CB-6).

What it checks: the shape of `so_ky_hieu` and of every other document number; that its year and its type are those of the
document, and that a legal document carries a year; that no two documents of a portal have the same issuer, type, number and
year (Party documents: term).
Why: citizens search by number and other documents cite it; administrative numbers restart every year, so the number alone
is no key.
How to fix: copy the number from the signed paper. Numbers from before 1993 and other old forms are only pointed out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from congbo.checks.house import house_finding
from congbo.facts.corpus import Corpus
from congbo.facts.document_number import DocumentNumber, key_of, mistaken_agency, parse_number
from congbo.finding import Finding, Severity
from congbo.item import Item
from congbo.policy import Policy
from congbo.policy.vocabulary import Term

RULE = "CB-6"
CHECK = "document_number"
FIELD = "so_ky_hieu"
# Since the law of 2004 a normative document of a local authority carries its year (domain report 2.1).
YEAR_IN_NUMBER = 2005


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each number of a wrong shape, year or type, and for the later (by path) of two with one key."""
    seen: dict[tuple[str, ...], Item] = {}
    for item in corpus.items:
        for name, number in _numbers(corpus, item):
            yield from _shape(item, name, number)
        text = item.fields.get(FIELD)
        if not isinstance(text, str):
            continue
        yield from _agreement(corpus, item, text)
        key = _key(item, text)
        first = seen.setdefault(key, item) if key else item
        if first is not item:
            yield house_finding(RULE, CHECK, item.place(FIELD), "document_number.taken", number=text, first=first.path)


def shows(_: Policy, item: Item) -> Iterator[str]:
    """Yield what tells the item's document apart: items with one such key find each other by it."""
    text = item.fields.get(FIELD)
    key = _key(item, text) if isinstance(text, str) else None
    if key:
        yield f"document:{key!r}"


def _numbers(corpus: Corpus, item: Item) -> Iterator[tuple[str, str]]:
    for name, value in item.fields.items():
        if corpus.policy.types.fields[name].type == "document_number":
            yield name, str(value)


def _shape(item: Item, name: str, text: str) -> Iterator[Finding]:
    number, place = parse_number(text), item.place(name)
    if number is None:
        severity = Severity.WARNING if _old(item) else Severity.ERROR
        yield house_finding(RULE, CHECK, place, "document_number.shape", severity, number=text)
    elif wrong := mistaken_agency(number):
        yield house_finding(RULE, CHECK, place, "document_number.agency", number=text, word=wrong)


def _agreement(corpus: Corpus, item: Item, text: str) -> Iterator[Finding]:
    """Compare the number with the rest of the document: year, type, and whether it must have a year at all."""
    number, place, day = parse_number(text), item.place(FIELD), item.fields.get("ngay_ban_hanh")
    if number is None or not isinstance(day, date):
        return
    if number.year and int(number.year) != day.year:
        yield house_finding(RULE, CHECK, place, "document_number.year", number=text, day=day)
    section = corpus.policy.sections.get(item.section)
    if section and section.normative and number.family == "administrative" and day.year >= YEAR_IN_NUMBER:
        yield house_finding(RULE, CHECK, place, "document_number.no_year", Severity.WARNING, number=text)
    kind = _kind(corpus, item)
    if kind and kind.abbreviation and number.type and not _same_type(kind.abbreviation, number):
        words = {"number": text, "kind": kind.name, "abbreviation": kind.abbreviation}
        yield house_finding(RULE, CHECK, place, "document_number.type", **words)


def _kind(corpus: Corpus, item: Item) -> Term | None:
    """Return the form of the document, as its item says it."""
    for name in ("hinh_thuc", "loai"):
        field = corpus.policy.types.fields.get(name)
        if field and isinstance(value := item.fields.get(name), str):
            return corpus.policy.vocabularies[field.vocabulary].get(value)
    return None


def _same_type(abbreviation: str, number: DocumentNumber) -> bool:
    """Party organs write Quy định as QĐ, QyĐ or QĐi (domain report 2.1); sanctions have a code of several parts."""
    alike = ("QĐ", "QyĐ", "QĐi") if number.family == "party" else (abbreviation,)
    return number.type.split("-")[0] == abbreviation or (abbreviation in alike and number.type in alike)


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
