"""Genres of news and statements that are shown in a way of their own; which they are, the vocabularies say (``shown``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Final

from congbo.facts import addresses, media
from congbo.facts.genres import CAPTIONS, FILM, genre_of, shown_as
from congbo.item import Item
from congbo.site.illustrated import illustrated
from congbo.site.index import Index
from congbo.site.led import led
from congbo.site.pictures import picture
from congbo.site.talk import turns
from congbo.site.values import words
from congbo.site.views.genres import Film, Gallery, Spoken, Talk


def genre(index: Index, item: Item) -> object:
    """Return what an item's genre has of its own; None where it is shown as all are."""
    make = _MAKERS.get(shown_as(index.corpus.policy, item))
    return make(index, item) if make else None


def label(index: Index, item: Item) -> str | None:
    """Return the name of a genre that is shown in a way of its own, for lists."""
    name = genre_of(index.corpus.policy, item)
    return words(index, item, name) if name else None


def _film(index: Index, item: Item) -> Film | None:
    file, captions = item.fields.get(FILM), item.fields.get(CAPTIONS)
    if not isinstance(file, str):
        return None
    told = addresses.attachment(item, captions) if isinstance(captions, str) else ""
    return Film(addresses.attachment(item, file), media.type_of(file), picture(index, item), told, item.lang)


def _talk(index: Index, item: Item) -> Talk | None:
    found = turns(illustrated(index, item, led(index, item, index.body(item))))
    asker = next((turn.who for turn in found if turn.who), "")
    if not asker:
        return None
    spoken = (Spoken(turn.who, turn.who == asker, turn.html) for turn in found)
    return Talk(tuple(tuple(some) for _, some in groupby(spoken, key=lambda one: bool(one.who))))


_MAKERS: Final[Mapping[str, Callable[[Index, Item], object]]] = {
    "gallery": lambda _, __: Gallery(),
    "film": _film,
    "talk": _talk,
}
