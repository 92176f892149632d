"""Passages of the content that are in no Unicode encoding: in items, in text files, and in what attached documents say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import Struct

from congbo.errors import CongboError
from congbo.facts.corpus import Corpus
from congbo.frozen import replace
from congbo.place import Place
from congbo.strict.bytes import MAX_BYTES, position
from congbo.text.encodings import Guess, Octets, of_wide, passages, recover

TEXT_FILES = (".md", ".csv", ".txt", ".json", ".geojson", ".ics")
# More passages of one file are not told: the file is converted as a whole.
AT_MOST = 20
LENGTH = 60


class Encoded(Struct, frozen=True):
    """A passage: its encoding (empty: bytes of none that is known), as seen, as meant, where, and over how many lines.

    ``stored``: the bytes of the file themselves are no UTF-8. ``where`` is the passage of an attached document.
    """

    place: Place
    encoding: str
    shown: str
    recovered: str
    lines: int = 1
    stored: bool = False
    where: str = ""


def encoded(corpus: Corpus, path: str) -> tuple[Encoded, ...]:
    """Return such passages of a file; looked for once."""
    found = corpus.noted.get(("encoded", path))
    if not isinstance(found, tuple):
        found = corpus.noted["encoded", path] = tuple(islice(_encoded(corpus, path), AT_MOST))
    return found


def _encoded(corpus: Corpus, path: str) -> Iterator[Encoded]:
    try:
        if path.endswith(TEXT_FILES):
            yield from _of_bytes(corpus.tree.read(path), path)
        else:
            yield from _of_document(corpus, path)
    except CongboError:
        return  # a link or an unreadable file: others say so


def _of_bytes(data: bytes, path: str) -> Iterator[Encoded]:
    if len(data) > MAX_BYTES or b"\0" in data or of_wide(data) is not None:
        return  # UTF-16 is Unicode; what is no text is told by others
    octets = Octets(data)
    if octets.foreign:
        yield _stored(octets, path)
    else:
        text = octets.seen
        yield from _joined(_told(guess, Place(path, *position(text, guess.start))) for guess in passages(text))


def _stored(octets: Octets, path: str) -> Encoded:
    first = octets.foreign[0]
    seen = octets.seen.split("\n")[first - 1].strip()
    meant = recover(seen, octets.encoding) if octets.encoding else seen
    return Encoded(Place(path, first), octets.encoding, _cut(seen), _cut(meant), len(octets.foreign), stored=True)


def _of_document(corpus: Corpus, path: str) -> Iterator[Encoded]:
    for passage in corpus.inspection(path).passages:
        for guess in passages(passage.text)[:1]:
            yield replace(_told(guess, Place(path)), where=passage.where)


def _told(guess: Guess, place: Place) -> Encoded:
    """The first line of the passage shows enough."""
    shown, lines = guess.shown.strip(), guess.shown.strip().count("\n") + 1
    seen = shown.partition("\n")[0]
    return Encoded(place, guess.encoding, _cut(seen), _cut(recover(seen, guess.encoding)), lines)


def _joined(found: Iterable[Encoded]) -> Iterator[Encoded]:
    """Join what follows line upon line in one encoding."""
    before: Encoded | None = None
    for one in found:
        if before and before.encoding == one.encoding and one.place.line <= before.place.line + before.lines:
            before = replace(before, lines=max(before.lines, one.place.line + one.lines - before.place.line))
            continue
        if before:
            yield before
        before = one
    if before:
        yield before


def _cut(text: str) -> str:
    return text if len(text) <= LENGTH else f"{text[:LENGTH].rpartition(' ')[0] or text[:LENGTH]}…"
