"""What an item would expose: finds in its front matter, body and attachments, with the places where they were written.

A detector's finds are facts; whether they are a breach, and of what, is said by the checks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate
from pathlib import PurePosixPath

from msgspec import Struct

from congbo.attached import Passage
from congbo.errors import CongboError
from congbo.facts.corpus import Corpus
from congbo.facts.officials import CONTACTS, officials
from congbo.item import Image, Item
from congbo.item.model import Value
from congbo.place import Place
from congbo.strict.bytes import decode, position
from congbo.text.sensitive import DETECTORS, Hit, find

NAME = "name"
_CONTACT_TYPES = ("phone", "email")
_BETWEEN = "\n\n"
# In an attached file a script is words; what a file does when it is opened is for the checks of attachments.
_IN_FILES = tuple(name for name in DETECTORS if name != "active_content")
# More finds of one kind in one file are not told: the file as a whole has to go.
AT_MOST = 20


class Exposed(Struct, frozen=True):
    """One find. ``where`` is empty in the text itself, NAME in a file's name, else the passage of an attached file."""

    detector: str
    kind: str
    shown: str
    place: Place
    where: str = ""


class _Piece(Struct, frozen=True):
    """A text of the item: its front-matter key (empty: the body), and whether an office's contacts belong in it."""

    key: str
    text: str
    contact: bool = False


def exposed(corpus: Corpus, item: Item) -> tuple[Exposed, ...]:
    """Return every find of an item and its attachments; looked for once."""
    found = corpus.noted.get(("exposed", item.path))
    if not isinstance(found, tuple):
        found = corpus.noted["exposed", item.path] = tuple(_exposed(corpus, item))
    return found


def _exposed(corpus: Corpus, item: Item) -> Iterator[Exposed]:
    pieces = tuple(_pieces(corpus, item))
    starts = [0, *accumulate(len(piece.text) + len(_BETWEEN) for piece in pieces)]
    by_detector = find(_BETWEEN.join(piece.text for piece in pieces))
    hits = [(name, hit, bisect_right(starts, hit.start) - 1) for name, some in by_detector.items() for hit in some]
    known = officials(corpus, item.portal) | {
        hit.value for _, hit, i in hits if pieces[i].contact and hit.kind in CONTACTS
    }
    for name, hit, i in hits:
        if not _official(hit, known):
            place = _place(corpus, item, pieces[i], hit.start - starts[i], hit.end - starts[i])
            yield Exposed(name, hit.kind, hit.shown, place)
    for path in corpus.attachments(item):
        yield from _in_file(corpus, path, known)


def _official(hit: Hit, known: frozenset[str]) -> bool:
    return hit.kind in CONTACTS and hit.value in known


def _pieces(corpus: Corpus, item: Item) -> Iterator[_Piece]:
    for key, text in (("title", item.title), ("summary", item.summary), *(("tags", tag) for tag in item.tags)):
        yield _Piece(key, text)
    if item.imported:
        yield _Piece("imported", item.imported.source)
    for name, value in item.fields.items():
        field = corpus.policy.types.fields[name]
        for text in _texts(value):
            yield _Piece(corpus.policy.types.key_of(name), text, field.contact or field.type in _CONTACT_TYPES)
    yield _Piece("id", _spoken(item.address.slug))
    yield _Piece("", item.body)


def _texts(value: Value) -> tuple[str, ...]:
    if isinstance(value, Image):
        return (_spoken(value.file), value.alt)
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def _spoken(name: str) -> str:
    """Return a file's name with its hyphens as blanks."""
    return name.replace("-", " ").replace("_", " ")


def _place(corpus: Corpus, item: Item, piece: _Piece, start: int, end: int) -> Place:
    if not piece.key:
        line, column = position(item.body, start)
        return Place(item.path, item.body_line + line - 1, column)
    return _in_front_matter(corpus, item, piece.key, piece.text[start:end]) or item.place(piece.key)


def _in_front_matter(corpus: Corpus, item: Item, key: str, written: str) -> Place | None:
    """Return where a value's characters stand after their key; None if they are written otherwise (folded, escaped)."""
    try:
        text = decode(corpus.tree.read(item.path), item.path)
    except CongboError:
        return None
    lines = text.split("\n")
    at = sum(len(line) + 1 for line in lines[: max(item.place(key).line - 1, 0)])
    end = sum(len(line) + 1 for line in lines[: item.body_line - 1])
    found = text.find(written, at, end)
    return Place(item.path, *position(text, found)) if found >= 0 and written.strip() else None


def _in_file(corpus: Corpus, path: str, known: frozenset[str]) -> Iterator[Exposed]:
    """Yield the finds in a file's name and in what it says, at most AT_MOST of each detector."""
    for name, hits in find(_spoken(PurePosixPath(path).stem), _IN_FILES).items():
        yield from (Exposed(name, hit.kind, hit.shown, Place(path), NAME) for hit in hits if not _official(hit, known))
    count: dict[str, int] = {}
    for passage, columns, lines in _passages(corpus, path):
        for name, hits in find(passage.text, _IN_FILES, columns).items():
            for hit in hits:
                if not _official(hit, known) and count.get(name, 0) < AT_MOST:
                    count[name] = count.get(name, 0) + 1
                    place = Place(path, *position(passage.text, hit.start)) if lines else Place(path)
                    yield Exposed(name, hit.kind, hit.shown, place, "" if lines else passage.where)


def _passages(corpus: Corpus, path: str) -> Iterator[tuple[Passage, str, bool]]:
    """Yield each passage, what divides the columns of its tables, and whether its lines are the file's own."""
    try:
        inspection = corpus.inspection(path)
    except CongboError:
        return  # a link or an unreadable file: references says so
    for passage in inspection.passages:
        divider = _DIVIDERS.get(inspection.kind, "\t")
        first = passage.text.partition("\n")[0]
        yield passage, max(divider, key=first.count), inspection.kind in _OWN_LINES


_DIVIDERS: Mapping[str, str] = {"csv": ",;\t|", "txt": "\t"}
_OWN_LINES = ("csv", "txt")
