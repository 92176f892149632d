"""The pictures and links of a Markdown body, found without converting it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from congbo.text.regex import regex

_DRAWN = regex(r"!\[([^\[\]]*)\](?:\(\s*<?([^)\s>]*)>?(?:\s+\"([^\n]{1,2000}?)\"\s*\))?|\[)")
_TAG = regex(r"<img\b([^<>]*)>", re.IGNORECASE)
_ALT = regex(r"(?:^|[\s\"'/])alt\b(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?", re.IGNORECASE)
_SRC = regex(r"(?:^|[\s\"'/])src\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
_LINK = regex(r"(?<!!)\[([^\[\]]{1,200})\]\(|<(https?://[^<>\s]{1,500})>")
_BREAK = regex(r"\n(?:[ \t]*\n|#)")  # code in a line ends with its block
_TICKS = regex(r"`+")
_ENTRY = regex(r"[ ]{0,3}(?:[-*+][ ]|\d{1,9}\.[ ]|\[\^)")
_NO_WORD = regex(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])|<[^<>]*>|^\[[^\[\]]*\]:.*$", re.MULTILINE)


class Picture(Struct, frozen=True):
    """A picture: its words, None where there are none, its address ("" where that stands elsewhere), and where it begins.

    An HTML picture (``tagged``) with an empty ``alt`` has the words "": by the HTML standard it is declared an ornament.
    ``caption``: what Markdown calls its title.
    """

    words: str | None
    address: str
    offset: int
    tagged: bool = False
    caption: str = ""


def pictures(body: str) -> Iterator[Picture]:
    """Yield the pictures, those that are written in Markdown first."""
    for one in _DRAWN.finditer(body) if "![" in body else ():
        yield Picture(one[1].strip() or None, one[2] or "", one.start(), caption=(one[3] or "").strip())
    for one in _TAG.finditer(body) if "<" in body else ():
        alt, src = _ALT.search(one[1]), _SRC.search(one[1])
        words = next(filter(None, alt.groups()), "").strip() if alt else None
        yield Picture(words, src[1] if src else "", one.start(), tagged=True)


def link_words(body: str) -> Iterator[tuple[str, int]]:
    """Yield the words of each link, and where it begins; an address between ``<`` and ``>`` is its own words."""
    for one in _LINK.finditer(body) if "](" in body or "<http" in body else ():
        yield (one[1] or one[2]).strip(), one.start()


def wordless(body: str) -> bool:
    """Tell whether a body has no letter beside its pictures and their addresses."""
    return not any(letter.isalpha() for letter in _NO_WORD.sub("", body))


def without_code(body: str) -> str:
    """Return the body with blanks for what is shown letter by letter: code in a line, and indented lines."""
    spared = _without_indented(body) if "\n    " in body or "\n\t" in body else body
    return _without_spans(spared) if "`" in spared else spared


def _without_spans(body: str) -> str:
    runs = [(one.start(), one.end()) for one in _TICKS.finditer(body)]
    partner: dict[int, int] = {}
    last: dict[int, int] = {}
    for number in reversed(range(len(runs))):
        length = runs[number][1] - runs[number][0]
        partner[number] = last.get(length, -1)
        last[length] = number
    parts, done, number = [], 0, 0
    while number < len(runs):
        start, closing = runs[number][0], partner[number]
        if closing < 0 or _BREAK.search(body, start, runs[closing][0]):
            number += 1
            continue
        parts += [body[done:start], " " * (runs[closing][1] - start)]
        done, number = runs[closing][1], closing + 1
    return "".join((*parts, body[done:]))


def _without_indented(body: str) -> str:
    """Blank out the indented lines that begin a block, unless an entry of a list stands above them."""
    lines, entry, above = body.split("\n"), False, ""
    for number, line in enumerate(lines):
        if not line.strip():
            above = ""
            continue
        if not line.startswith(("    ", "\t")):
            titled = line.startswith("#")
            entry = bool(_ENTRY.match(line)) or (entry and bool(above) and not titled)
            above = "" if titled else line
        elif not entry and not above:
            lines[number] = " " * len(line)
    return "\n".join(lines)
