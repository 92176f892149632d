"""Spoils files: bytes at random, and pieces of the grammars that the files are written in."""

# ruff: noqa: E501
from __future__ import annotations

import random
from collections.abc import Callable, Sequence

Spoil = Callable[[random.Random, bytearray, bytes], None]

YAML = (
    "---\n", "\n---\n", "...\n", ": ", ":", "- ", "&a ", "*a", "!!str ", "!x ", "<<: ", "{", "}", "[", "]", ",", "|\n", ">-\n", '"', "'",
    "#", "\\u202e", "\\x00", "null", "~", "yes", "012", "1e5", "12:30", "2019-02-30", "2027-02-29", "9999-12-31", "%YAML 1.1\n", "? ",
    "publish_at: 2019-10-01\n", "expires_at: 2019-10-01T08:00\n", "translation: a\n", "lang: en\n", "tags: [a]\n",
)  # fmt: skip
MARKUP = (
    "<script>", "</script>", "<img src=x onerror=a>", "<svg onload=a>", "[a](", "![", "](javascript:a)", "](data:text/html,a)", "<!--",
    "-->", "<![CDATA[", "]]>", "<?", "&#x0A;", "&lt;", "> ", "* ", "1. ", "    ", "```", "`", "**", "__", "[^1]", "[^1]: ", "| a | b |\n",
    "|---|---|\n", "# ", "===\n", "{: onclick=a}", "{{ 7*7 }}", "{filename}../../", "<a href='//[x'>", "](http://[)", "<div>", "</div>",
    "\\", "<https://a.example>", "](../../../x)", "](%00)", "](?#)", "](//)", "&#0;", "&#x110000;",
)  # fmt: skip
CHARACTERS = (
    "\ufeff", "\u2028", "\u0085", "\u200b", "\u00ad", "\u202e", "\u0300", "\u0110", "\u00d0", "\u0430", "\U000e0041", "\ufffd", "\ufffe",
    "\U0001f600", "\u0600", "\u4e00", "\u1ec7", "e\u0302\u0323", "\r", "\r\n", "\t", "\x00", "\x1b", "\x7f", "\x0c", "٣", "²", "１",
)  # fmt: skip
BYTES = (
    b"\xff",
    b"\xc0\xaf",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xfe\xff",
    b"\x00\x00",
    b"\xe1\xbb",
    b"MZ",
    b"%PDF-",
    b"PK\x03\x04",
)
TOKENS = tuple(token.encode() for token in (*YAML, *MARKUP, *CHARACTERS)) + BYTES
LONGEST = 300_000


def spoilt(dice: random.Random, data: bytes, other: bytes) -> bytes:
    """Return the bytes with one to eight faults; ``other`` is a file to take pieces from."""
    made = bytearray(data)
    for _ in range(dice.choice((1, 1, 1, 2, 2, 3, 5, 8))):
        dice.choice(SPOILS)(dice, made, other)
    return bytes(made[:LONGEST])


def name(dice: random.Random, good: str) -> str:
    """Return a file name with faults; it may be no name that a disk would take."""
    made = list(good)
    for _ in range(dice.randint(1, 4)):
        spot = dice.randint(0, len(made))
        piece = dice.choice(
            (*CHARACTERS, *MARKUP[:8], "..", "/", " ", "CON", ".", "%2e", "a" * 200, ".pdf", ".md", ".docx")
        )
        made[spot : spot + dice.randint(0, 2)] = piece
    return "".join(made)


def _insert(dice: random.Random, made: bytearray, _: bytes) -> None:
    spot = dice.randint(0, len(made))
    made[spot:spot] = dice.choice(TOKENS)


def _replace(dice: random.Random, made: bytearray, _: bytes) -> None:
    spot = dice.randint(0, len(made))
    made[spot : spot + dice.randint(1, 12)] = dice.choice(TOKENS)


def _delete(dice: random.Random, made: bytearray, _: bytes) -> None:
    spot = dice.randint(0, len(made))
    del made[spot : spot + dice.choice((1, 2, 5, 40, 400))]


def _repeat(dice: random.Random, made: bytearray, _: bytes) -> None:
    """A short piece many times is what makes slow programs slow."""
    spot = dice.randint(0, len(made))
    piece = dice.choice((dice.choice(TOKENS), bytes(made[spot : spot + dice.randint(1, 30)])))
    made[spot:spot] = piece * dice.choice((2, 5, 30, 300, 3_000))


def _flip(dice: random.Random, made: bytearray, _: bytes) -> None:
    if made:
        made[dice.randrange(len(made))] ^= 1 << dice.randrange(8)


def _splice(dice: random.Random, made: bytearray, other: bytes) -> None:
    spot, start = dice.randint(0, len(made)), dice.randint(0, len(other))
    made[spot : spot + dice.randint(0, 60)] = other[start : start + dice.randint(1, 200)]


def _line(dice: random.Random, made: bytearray, other: bytes) -> None:
    """Lines are what people copy, double, lose and move."""
    lines: Sequence[bytes] = bytes(made).split(b"\n")
    at, to = dice.randrange(len(lines)), dice.randrange(len(lines))
    taken = dice.choice((lines[at], dice.choice(other.split(b"\n")), b"  " + lines[at], b""))
    made[:] = b"\n".join((*lines[:to], taken, *lines[to + dice.randint(0, 1) :]))


def _value(dice: random.Random, made: bytearray, _: bytes) -> None:
    """Give a line of the form ``key: value`` another value."""
    lines = bytes(made).split(b"\n")
    at = dice.randrange(len(lines))
    key, colon, _rest = lines[at].partition(b": ")
    lines[at] = key + (colon or b": ") + b"".join(dice.choice(TOKENS) for _ in range(dice.randint(0, 3)))
    made[:] = b"\n".join(lines)


SPOILS: tuple[Spoil, ...] = (_insert, _insert, _replace, _delete, _repeat, _flip, _splice, _line, _line, _value, _value)
