"""Dates, capitals and field values in the words of a Vietnamese paper."""

from __future__ import annotations

import re
from datetime import date, datetime

from congbo.item import Image, Item, Period
from congbo.item.model import Value
from congbo.policy import Policy


def long_date(day: date) -> str:
    """Return ``ngày 05 tháng 7 năm 2018``: a zero before days under 10 and the months 1 and 2, as the decree says."""
    return f"ngày {day.day:02} tháng {_month(day)} năm {day.year}"


def short_date(day: date) -> str:
    """Return ``05/7/2018``."""
    return f"{day.day:02}/{_month(day)}/{day.year}"


def period_words(period: Period) -> str:
    """Return a period as a reader says it: ``Quý III/2018``, ``6 tháng đầu năm 2017``, ``2018 - 2021``."""
    first, _, second = period.text.partition("/")
    if not second:
        return _part(first)
    if "-" not in first + second:
        return f"{first} - {second}"
    from_january = first == f"{second[:4]}-01"
    return f"{period.last.month} tháng đầu năm {second[:4]}" if from_january else f"{_part(first)} - {_part(second)}"


def _part(text: str) -> str:
    year, _, part = text.partition("-")
    if part.startswith("Q"):
        return f"Quý {('I', 'II', 'III', 'IV')[int(part[1]) - 1]}/{year}"
    if part.startswith("H"):
        return f"6 tháng {'đầu' if part == 'H1' else 'cuối'} năm {year}"
    if part == "9M":
        return f"9 tháng đầu năm {year}"
    return f"Tháng {int(part)}/{year}" if part else f"Năm {year}"


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month < 3 else str(day.month)


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return the text with a small first letter, unless it begins with an abbreviation or a name."""
    return text if re.match(r"\w\w*[A-ZĐ]", text) else text[:1].lower() + text[1:]


def labelled(item: Item, policy: Policy, fields: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return (label, value) in words of those of the fields that the item has."""
    return [
        (policy.types.fields[field].name.vi, shown(policy, field, item.fields[field]))
        for field in fields
        if field in item.fields
    ]


def shown(policy: Policy, field: str, value: Value) -> str:
    """Return a field's value in words; ids of units and vocabularies become names."""
    kind = policy.types.fields[field]
    if isinstance(value, Period):
        return period_words(value)
    if isinstance(value, datetime):
        return f"{value:%H} giờ {value:%M}, {short_date(value)}"
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, Image):
        return value.alt
    if isinstance(value, tuple):
        return "; ".join(_named(policy, kind.type, kind.vocabulary, each) for each in value)
    return _named(policy, kind.type, kind.vocabulary, value)


def _named(policy: Policy, kind: str, vocabulary: str, text: str) -> str:
    if kind in ("unit", "units") and text in policy.units:
        return policy.units[text].name
    term = policy.vocabularies[vocabulary].get(text) if vocabulary else None
    return term.name.vi if term else text
