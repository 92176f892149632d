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


def week_of(day: date) -> str:
    """Return the week of a day ("2017-W27"): it begins on Monday and belongs to the year of its Thursday."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


TOPIC: Final = "topic"
LEADER: Final = "leader"
EVENTS: Final = ("day", "closes")  # the terms of what has a day that calendars show
_LONGEST = 120  # letters of a leader's address: what an office calls its leaders differs in the last words

# The kinds that are made of a date; the value of any other kind is the field's own.
_OF_DAY: Final[Mapping[str, Callable[[date], str]]] = {
    "year": lambda day: day.isoformat()[:4],
    "day": date.isoformat,
    "week": week_of,
    "month": lambda day: day.isoformat()[:7],
    "issued": date.isoformat,
    "closes": date.isoformat,
}


def leaders_in(text: str) -> tuple[str, ...]:
    """Return the leaders that a field names: one, or several between semicolons, since a title may have commas in it."""
    return tuple(name for part in text.split(";") if (name := part.strip()))


def leader_word(name: str) -> str:
    """Return the word by which a leader is found, and which their addresses have; empty for what has no Latin letter."""
    return slug(name, _LONGEST)


# Those that are found in a field's words, of which one line may hold several; a topic is the word of its address.
_IN_WORDS: Final[Mapping[str, Callable[[str], Iterable[str]]]] = {
    TOPIC: lambda text: (slug(text),),
    LEADER: lambda text: map(leader_word, leaders_in(text)),
    "cites": lambda line: (one.number for one in numbers_in(line)),
}


def terms_of(table: TypeTable, item: Item) -> tuple[Term, ...]:
    """Return the terms of an item, each once, in the order in which the types name them."""
    return tuple(dict.fromkeys(_terms(table, item)))


def has_event(table: TypeTable, item: Item) -> bool:
    """Tell whether an item has a day that calendars show: of an appointment, or the last one of a call for comments."""
    return any(kind in EVENTS for kind, _ in _terms(table, item))


def topic_fields(table: TypeTable, item: Item | None = None) -> Iterator[str]:
    """Yield the fields that give topics, besides the keywords: those of the type of an item, or of any."""
    types = (table.types[item.type],) if item else table.types.values()
    for terms in (table.terms, *(one.terms for one in types)):
        yield from (name for name, kinds in terms.items() if TOPIC in kinds and name != TAGS)


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
