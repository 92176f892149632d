"""Runs of digits in a text, however they are grouped, and the words that stand before them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from congbo.text.regex import regex
from congbo.text.sensitive.view import View

# Separators that people, spreadsheets and Markdown put between the digits of one number; never a line's end.
_SEPARATORS = r"[ \t\u00a0\u2000-\u200a\u202f\u3000.\-\u2010-\u2015\u2212_*`()+·•]{0,3}"
_DIGIT = r"0-9\uff10-\uff19"
# A scan reads 0 as O and 1 as l or I.
_RUN = regex(rf"[{_DIGIT}O](?:{_SEPARATORS}[{_DIGIT}OoIl]){{7,600}}")
_GROUP = regex(rf"[{_DIGIT}OoIl]+")
_READ_AS = str.maketrans("OoIl", "0011")
_DATE = regex(r"\d{1,2}[-. ]\d{1,2}[-. ](?:19|20)\d\d(?!\d)|(?:19|20)\d\d[-. ]\d{1,2}[-. ]\d{1,2}(?!\d)")
_BEFORE = 60
_WHOLE_PART = 3


class Group(Struct, frozen=True):
    """Digits without a separator between them, and where they stand in the view."""

    digits: str
    start: int
    end: int


class Run(Struct, frozen=True, dict=True):
    """Groups of digits that stand side by side: at least eight digits in all."""

    view: View
    groups: tuple[Group, ...]

    @property
    def start(self) -> int:
        """Return where the run begins in the view."""
        return self.groups[0].start

    @cached_property
    def before(self) -> str:
        """Return what stands before the run in its line, in lower case, at most 60 characters."""
        start = max(self.start - _BEFORE, self.view.text.rfind("\n", 0, self.start) + 1)
        return self.view.text[start : self.start].lower()

    def after(self, offset: int, length: int = 20) -> str:
        """Return what follows an offset, in lower case."""
        return self.view.text[offset : offset + length].lower()

    def window(self, first: int, count: int) -> str:
        """Return the digits of some groups."""
        return "".join(group.digits for group in self.groups[first : first + count])

    def whole(self, limit: int) -> str:
        """Return the digits of the leading groups, as many groups as stay within ``limit`` digits."""
        digits = ""
        for group in self.groups:
            if len(digits) + len(group.digits) > limit:
                break
            digits += group.digits
        return digits

    def standing(self, first: int, last: int) -> bool:
        """Tell whether groups stand by themselves: no letter touches them, and they are not the decimals of a number."""
        text, start, end = self.view.text, self.groups[first].start, self.groups[last].end
        return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum() or self._decimals(first))

    def _decimals(self, first: int) -> bool:
        """Coordinates have ten decimals and more; whole parts have at most three digits."""
        if not first:
            return False
        whole, start = self.groups[first - 1], self.groups[first].start
        return self.view.text[whole.end : start] == "." and len(whole.digits) <= _WHOLE_PART


def runs(view: View) -> Iterator[Run]:
    """Yield the runs of digits of a text that are not just a date."""
    for found in _RUN.finditer(view.text):
        groups = tuple(_groups(found))
        if groups and not _DATE.match(" ".join(group.digits for group in groups)):
            yield Run(view, groups)


def _groups(found: re.Match[str]) -> Iterator[Group]:
    for part in _GROUP.finditer(found[0]):
        digits = _digits(part[0])
        if digits:
            yield Group(digits, found.start() + part.start(), found.start() + part.end())


def _digits(text: str) -> str:
    """Return digits for what may be read as digits; nothing for a word made of such letters alone."""
    if not any(sign.isdigit() for sign in text):
        return ""
    return unicodedata.normalize("NFKC", text).translate(_READ_AS)
