"""A text as a reader or a browser would see it, with the way back to where each character was written.

A number can be written with entities, escapes, invisible characters or elements between its digits; all of them are taken
away here, once, so that no detector has to know of them.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from urllib.parse import unquote

from msgspec import Struct

from congbo.text.regex import regex

_UNSEEN = "\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
_ESCAPE = rf"&(?:#\w{{1,8}}|\w{{2,8}});|(?:%[0-9A-Fa-f]{{2}})+|\\(?=[!-/:-@\[-`{{-~])|[{_UNSEEN}]+"
_SIGNS = (regex(r"&#?\w{1,8};"), regex(r"%[0-9A-Fa-f]{2}"), regex(r"\\[!-/:-@\[-`{-~]"))
_DECODED = regex(_ESCAPE)
_RENDERED = regex(rf"<!--.{{0,300}}?-->|</?[A-Za-z][^<>]{{0,500}}>|{_ESCAPE}", re.DOTALL)
_CLUSTER = regex(r"[^\u0300-\u036f][\u0300-\u036f]+")


class View(Struct, frozen=True, dict=True):
    """A text and, if characters were taken away or joined, the offset in the original of each of its characters."""

    text: str
    offsets: tuple[int, ...] = ()

    @cached_property
    def low(self) -> str:
        """Return the text in lower case, letter for letter."""
        low = self.text.lower()
        return (
            low if len(low) == len(self.text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)
        )

    def matches(self, pattern: re.Pattern[str], words: Iterable[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern that begins with one of some words (in lower case): to search for words is cheap."""
        for word in words:
            start = self.low.find(word)
            while start >= 0:
                found = pattern.match(self.text, start)
                if found:
                    yield found
                start = self.low.find(word, start + 1)

    def at(self, offset: int) -> int:
        """Return where a character of the view stands in the original."""
        return self.offsets[offset] if self.offsets else offset


def views(text: str) -> Iterator[View]:
    """Yield the text as written, then, if they differ, with its escapes decoded and without its elements and comments."""
    plain = View(text) if unicodedata.is_normalized("NFC", text) else _rewritten(View(text), _CLUSTER, _composed)
    yield plain
    if _may_differ(plain.text):
        decoded = _rewritten(plain, _DECODED, _written)
        if decoded.offsets != plain.offsets:
            yield decoded
    if "<" in plain.text:
        rendered = _rewritten(plain, _RENDERED, _written)
        if rendered.offsets != plain.offsets:
            yield rendered


def _may_differ(text: str) -> bool:
    """Ampersands and per cents are common; what makes an escape of them is not."""
    return any(pattern.search(text) for pattern in _SIGNS) or any(sign in text for sign in _UNSEEN)


def _rewritten(view: View, pattern: re.Pattern[str], write: Callable[[str], str]) -> View:
    """Return the view with each match written otherwise; every new character stands where the match began."""
    parts: list[str] = []
    offsets: list[int] = []
    last = 0
    for found in pattern.finditer(view.text):
        new = write(found[0])
        parts += (view.text[last : found.start()], new)
        offsets += (view.at(i) for i in range(last, found.start()))
        offsets += [view.at(found.start())] * len(new)
        last = found.end()
    if not last:
        return view
    offsets += (view.at(i) for i in range(last, len(view.text)))
    return View("".join((*parts, view.text[last:])), (*offsets, view.at(len(view.text) - 1) + 1))


def _composed(cluster: str) -> str:
    return unicodedata.normalize("NFC", cluster)


def _written(escape: str) -> str:
    if escape.startswith("&"):
        return html.unescape(escape)
    return unquote(escape) if escape.startswith("%") else ""
