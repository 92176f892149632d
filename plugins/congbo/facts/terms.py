"""The terms of an item: what lists, calendars and series find it by. Which fields give which is said in ``types.yml``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from congbo.dates import day_of
from congbo.facts.relations import numbers_in
from congbo.item import Item
from congbo.item.model import Value
from congbo.policy.content import TAGS, TypeTable
from congbo.text.fold import slug

# Kind and value, such as ("week", "2017-W27").
Term = tuple[str, str]


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


TOPIC: Final = "topic"

# The kinds that are made of a date; the value of any other kind is the field's own.
_OF_DAY: Final[Mapping[str, Callable[[date], str]]] = {
    "year": lambda day: day.isoformat()[:4],
    "day": date.isoformat,
    "week": _week,
    "issued": date.isoformat,
}
# Those that are found in a field's words, of which one line may hold several; a topic is the word of its address.
_IN_WORDS: Final[Mapping[str, Callable[[str], Iterable[str]]]] = {
    TOPIC: lambda text: (slug(text),),
    "cites": lambda line: (one.number for one in numbers_in(line)),
}


def terms_of(table: TypeTable, item: Item) -> tuple[Term, ...]:
    """Return the terms of an item, each once, in the order in which the types name them."""
    return tuple(dict.fromkeys(_terms(table, item)))


def _terms(table: TypeTable, item: Item) -> Iterator[Term]:
    for declared in (table.terms, table.types[item.type].terms):
        for name, kinds in declared.items():
            value = item.tags if name == TAGS else item.fields.get(name)
            for one in value if isinstance(value, tuple) else (value,):
                yield from ((kind, text) for kind in kinds for text in _texts(kind, one) if text)


def _texts(kind: str, value: Value | None) -> Iterable[str]:
    if isinstance(value, date):
        return (_OF_DAY[kind](day_of(value)),) if kind in _OF_DAY else ()
    if not isinstance(value, str) or kind in _OF_DAY:
        return ()
    return _IN_WORDS[kind](value) if kind in _IN_WORDS else (value,)
