"""The headings of a Markdown body, as the converter takes them, found without converting it.

A heading that stands inside a quotation or a list is no part of the outline.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congbo.text.regex import regex

_HASHES = regex(r"\n(#{1,6})([^\n]*)")
_RULERS = {1: regex(r"\n=+[ ]*(?=\n|\Z)"), 2: regex(r"\n-+[ ]*(?=\n|\Z)")}
_TAG = regex(r"<[hH]([1-6])\b[^<>]{0,200}>([^<]{0,500})")


class Heading(Struct, frozen=True):
    """A heading: how deep its author wrote it (1 to 6), its words, and where it begins in the body."""

    written: int
    words: str
    offset: int

    @property
    def level(self) -> int:
        """Return its level on the page, where the title alone is of the first."""
        return max(2, self.written)


def headings(body: str) -> list[Heading]:
    """Return the headings in their order."""
    found = [*_hashed(body), *_underlined(body), *_tagged(body)]
    return sorted(found, key=lambda one: one.offset)


def _hashed(body: str) -> Iterator[Heading]:
    """Yield the lines that begin with ``#``."""
    if "#" in body:
        for one in _HASHES.finditer(f"\n{body}"):
            yield Heading(len(one[1]), one[2].strip().rstrip("#").strip(), one.start())


def _underlined(body: str) -> Iterator[Heading]:
    """Yield the first lines of blocks that have a line of ``=`` or ``-`` below."""
    for level, ruler in _RULERS.items():
        for one in ruler.finditer(body):
            start = body.rfind("\n", 0, one.start()) + 1
            words = body[start : one.start()]
            if words.strip() and not words.startswith(("    ", "#")) and begins_block(body, start):
                yield Heading(level, words.strip(), start)


def _tagged(body: str) -> Iterator[Heading]:
    """Yield the headings that are written as HTML; an element in one ends its words here."""
    if "<" in body:
        for one in _TAG.finditer(body):
            yield Heading(int(one[1]), one[2].strip(), one.start())


def begins_block(body: str, offset: int) -> bool:
    """Tell whether the line at an offset is the first of its block: above it is nothing, an empty line or a heading."""
    end = max(offset - 1, 0)
    above = body[body.rfind("\n", 0, end) + 1 : end]
    return not above.strip() or above.startswith("#")
