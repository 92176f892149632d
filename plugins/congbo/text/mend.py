"""What can be mended in a text without a person: encodings, normal form, unseen characters, blanks, line ends."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from congbo.text.characters import DELETABLE, DYET, ETH
from congbo.text.encodings import Octets, capitals, of_wide, passages
from congbo.text.regex import regex

_ROUNDS = 8  # mending one fault can uncover another; each round leaves fewer
_MARK = "\ufeff"
_BREAK = regex("[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = regex("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# Between the digits of a number the blank that does not break is meant.
_HARD_BLANK = regex(r"(?<!\d)[\u00a0\u202f\u2007]|[\u00a0\u202f\u2007](?!\d)")


class Mended(Struct, frozen=True):
    """A text before and after, of as many lines, both with LF line ends, and what was done: a kind and how often.

    ``review`` are the lines, counted from 1, where capitals may have been lost, ``lost`` those where letters have been.
    """

    before: str
    after: str
    done: Counter[str]
    review: tuple[int, ...]
    lost: tuple[int, ...] = ()

    @property
    def changed(self) -> bool:
        """Tell whether anything was done."""
        return bool(self.done)


def mend(data: bytes, *, table: bool = False) -> Mended | None:
    """Return what becomes of a file's bytes; None if their encoding cannot be told.

    ``table``: a file for spreadsheets, which keeps its line ends (CR LF) and the mark in front (U+FEFF) that they look for.
    """
    work = _Work()
    read = work.read(data)
    if read is None:
        return None
    before, text = read
    mark = _MARK if table and text.startswith(_MARK) else ""
    before, text = before.removeprefix(mark), work.without_mark(text) if not mark else text.removeprefix(mark)
    if not table:
        before, text = _plain_ends(before), work.line_ends(text)
    after = mark + work.settled(text)
    return Mended(mark + before, after, +work.done, tuple(sorted(work.review)), tuple(sorted(work.lost)))


@dataclass
class _Work:
    """Counts what it does to one text."""

    done: Counter[str] = field(default_factory=Counter)
    review: set[int] = field(default_factory=set)
    lost: set[int] = field(default_factory=set)

    def read(self, data: bytes) -> tuple[str, str] | None:
        """Return the text as it is seen and as it was meant."""
        wide = of_wide(data)
        if wide is not None:
            self.done["utf16"] += 1
            return wide, wide
        if b"\0" in data:
            return None  # no text
        octets = Octets(data)
        if octets.text is not None and octets.foreign:
            seen = octets.seen.split("\n")
            self._recovered(octets.encoding, {number: seen[number - 1] for number in octets.foreign})
            self.done[octets.encoding] += len(octets.foreign)
        return None if octets.text is None else (octets.seen, octets.text)

    def without_mark(self, text: str) -> str:
        """Return the text without the mark in front of it."""
        return self._sub("mark", re.compile(rf"\A{_MARK}"), lambda _: "", text)

    def line_ends(self, text: str) -> str:
        """Return the text with LF line ends."""
        self.done["line_end"] += text.count("\r")
        return _plain_ends(text)

    def settled(self, text: str) -> str:
        """Return the text mended until nothing more is found."""
        for _ in range(_ROUNDS):
            mended = self._characters(self._encodings(text))
            if mended == text:
                break
            text = mended
        return text

    def _encodings(self, text: str) -> str:
        self.lost.clear()
        for guess in reversed(passages(text)):
            first = text.count("\n", 0, guess.start) + 1
            lines = dict(enumerate(guess.shown.split("\n"), first))
            if guess.shown == guess.recovered:
                self.lost.update(lines)
                continue
            self._recovered(guess.encoding, lines)
            self.done[guess.encoding] += 1
            text = text[: guess.start] + guess.recovered + text[guess.end :]
        return text

    def _recovered(self, encoding: str, lines: Mapping[int, str]) -> None:
        if encoding == capitals.NAME:
            self.review.update(number for number, line in lines.items() if capitals.in_doubt(line))

    def _characters(self, text: str) -> str:
        text = self._sub("break", _BREAK, lambda _: " ", text)
        text = self._sub("unseen", _CONTROL, lambda _: "", text)
        text = self._sub("unseen", DELETABLE, lambda _: "", text)
        text = self._sub("blank", _HARD_BLANK, lambda _: " ", text)
        text = "\n".join(map(self._composed, text.split("\n")))
        return self._sub("eth", ETH, lambda found: DYET[found[0]], text)

    def _composed(self, line: str) -> str:
        if unicodedata.is_normalized("NFC", line):
            return line
        self.done["nfc"] += 1
        return unicodedata.normalize("NFC", line)

    def _sub(self, kind: str, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str], text: str) -> str:
        text, count = pattern.subn(by, text)
        self.done[kind] += count
        return text


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
