"""Field values in the words of a page's language."""

from __future__ import annotations

from datetime import date
from functools import cache

from congbo.item import Image, Item, Period
from congbo.item.model import Value
from congbo.site.days import day_in, iso_of
from congbo.site.index import Index
from congbo.site.views import Fact

# Shown by the page itself, not in the table of fields.
_NOT_FACTS = (
    "image",
    "file",
    "files",
    "table",
    "items",
    "translation",
    "notes",
    "withdrawal",
    "review_by",
    "translated",
)
_ROMAN = ("I", "II", "III", "IV")


def fact(index: Index, item: Item, field_id: str) -> Fact | None:
    """Return a field of an item as a labelled value, or None if the item lacks it or the page shows it otherwise."""
    value = item.fields.get(field_id)
    field = index.corpus.policy.types.fields.get(field_id)
    if value is None or field is None or field.type in _NOT_FACTS:
        return None
    url = value if field.type == "url" and isinstance(value, str) else ""
    said, iso = _words(index, item, field_id, value), _iso(field.type, value)
    return Fact(field_id, field.name.in_(item.lang), field.type, said, iso, url)


def _iso(kind: str, value: Value) -> str:
    if isinstance(value, date):
        return iso_of(value)
    if isinstance(value, Period):
        return f"{value.first}/{value.last}"
    return str(value) if kind == "choice" else ""


def words(index: Index, item: Item, field_id: str) -> str:
    """Return a field's value as one text; empty if the item lacks it."""
    value = item.fields.get(field_id)
    return "" if value is None else ", ".join(_words(index, item, field_id, value))


def _words(index: Index, item: Item, field_id: str, value: Value) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(_word(index, item.lang, field_id, one) for one in value)
    return (_word(index, item.lang, field_id, value),)


def _word(index: Index, lang: str, field_id: str, value: Value) -> str:
    if isinstance(value, bool):
        return index.words(lang, "label.yes" if value else "label.no")
    if isinstance(value, date):
        return day_in(value, lang).text
    if isinstance(value, Period):
        return period_in(index, value, lang)
    if isinstance(value, Image):
        return value.alt
    return _named(index, lang, field_id, str(value))


def _named(index: Index, lang: str, field_id: str, value: str) -> str:
    """Put a vocabulary's or unit's printed name in place of its id."""
    policy = index.corpus.policy
    field = policy.types.fields[field_id]
    if field.type == "choice":
        term = policy.vocabularies[field.vocabulary].get(value)
        return term.name.in_(lang) if term else value
    if field.type in ("unit", "units"):
        unit = policy.units.get(value)
        return unit.name_in(lang) if unit else value
    return value


def period_in(index: Index, period: Period, lang: str) -> str:
    """Return a period in words: "quý III năm 2018", "2018 - 2021"."""
    first, _, last = period.text.partition("/")
    if not last:
        return _part(index, first, lang)
    if len(first) == len(last) == 4:
        return index.words(lang, "period.span", first=first, last=last)
    return index.words(lang, "period.span", first=_part(index, first, lang), last=_part(index, last, lang))


def _part(index: Index, text: str, lang: str) -> str:
    year, _, rest = text.partition("-")
    if not rest:
        return index.words(lang, "period.year", year=year)
    key, params = _rest(rest, lang)
    return index.words(lang, key, year=year, **params)


@cache
def _rest(rest: str, lang: str) -> tuple[str, dict[str, object]]:
    if rest.startswith("Q"):
        number = int(rest[1])
        return "period.quarter", {"quarter": _ROMAN[number - 1] if lang == "vi" else number}
    if rest.startswith("H"):
        return f"period.half{rest[1]}", {}
    return ("period.nine", {}) if rest == "9M" else ("period.month", {"month": int(rest)})
