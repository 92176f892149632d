"""What a genre is made of (CB-29).

What it checks: that an item of a genre which is shown in a way of its own (`shown` in the vocabulary) has what that way
needs: a story in pictures at least two of them, each with a caption; a film its file and captions; a conversation two who
speak. That a film has its text is `needs` of the type (CB-8).
Why: a story in pictures without captions tells nothing to who does not see them, nor a film without a text to who does not
hear; a conversation that is not written as one is shown as plain text.
How to fix: write what the finding asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from congbo.attached.kinds import promised
from congbo.checks.house import house_finding
from congbo.facts.corpus import Corpus
from congbo.facts.genres import CAPTIONS, FILM, genre_of, shown_as
from congbo.finding import Finding, Severity
from congbo.item import Item
from congbo.place import Place
from congbo.strict.bytes import position
from congbo.text.pictures import pictures, without_code
from congbo.text.turns import speakers

RULE = "CB-29"
CHECK = "genre"
FEWEST = 2
FILMS: Final = ("mp4", "webm")


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each part that an item's genre lacks, and for a film that browsers do not play."""
    for item in corpus.items:
        yield from _files(item)
        if found := _CHECKS.get(shown_as(corpus.policy, item)):
            yield from found(item, item.place(genre_of(corpus.policy, item)))


def _files(item: Item) -> Iterator[Finding]:
    for name, kinds in ((FILM, FILMS), (CAPTIONS, ("vtt",))):
        file = item.fields.get(name)
        if isinstance(file, str) and promised(file) not in kinds:
            yield house_finding(RULE, CHECK, item.place(name), f"genre.{name}", file=file)


def _gallery(item: Item, _: Place) -> Iterator[Finding]:
    found = list(pictures(without_code(item.body)))
    if len(found) < FEWEST:
        yield house_finding(RULE, CHECK, Place(item.path, item.body_line), "genre.few_pictures", count=FEWEST)
    for one in found:
        if not (one.caption or one.tagged):
            line, column = position(item.body, one.offset)
            place = Place(item.path, item.body_line + line - 1, column)
            shown = {"picture": one.address or "?", "words": one.words or ""}
            yield house_finding(RULE, CHECK, place, "genre.no_caption", Severity.WARNING, **shown)


def _film(item: Item, place: Place) -> Iterator[Finding]:
    if FILM not in item.fields:
        yield house_finding(RULE, CHECK, place, "genre.no_film")
    elif CAPTIONS not in item.fields:
        yield house_finding(RULE, CHECK, item.place(FILM), "genre.no_captions", Severity.WARNING)


def _talk(item: Item, _: Place) -> Iterator[Finding]:
    if len(set(speakers(item.body))) < FEWEST:
        yield house_finding(RULE, CHECK, Place(item.path, item.body_line), "genre.no_talk", Severity.WARNING)


_CHECKS: Mapping[str, Callable[[Item, Place], Iterator[Finding]]] = {"gallery": _gallery, "film": _film, "talk": _talk}
