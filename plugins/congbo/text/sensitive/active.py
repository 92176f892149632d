"""What would run in the reader's browser if it came through: scripts, frames, forms, handlers, script addresses.

Words between back quotes and in code blocks are shown and never run, so an article may speak of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from congbo.text.regex import regex
from congbo.text.sensitive.hit import Hit
from congbo.text.sensitive.view import View

_BACK_QUOTES = regex("`+")
_FENCE = regex(r"[ ]{0,3}(`{3,}|~{3,})[^`]*")
_ELEMENT = regex(
    r"<\s*(?:script|iframe|frame|frameset|object|embed|applet|form|input|button|meta|base|link|style|svg|math|portal|template|noscript"
    r"|foreignObject|handler)\b[^>\n]{0,60}"
    r"|<[a-z][^<>]{0,500}?[\s/\"']on[a-z]{3,30}\s*=[^<>\n]{0,40}|srcdoc\s*=",
    re.IGNORECASE,
)
_JAVASCRIPT = r"j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t"
# In a sentence a space follows the colon; as an address it follows a bracket, a quote, an equals sign or "[1]:".
_SCHEME = regex(
    rf"(?:{_JAVASCRIPT}|vbscript|livescript)\s*:(?=\S)[^\s<>\"']{{0,40}}"
    rf"|(?:[(\"'=<]|\]:)\s*(?P<address>(?:{_JAVASCRIPT}|vbscript|livescript)\s*:[^<>\"'\n]{{0,40}})"
    r"|data:(?:text/html|image/svg|application/x)[^\s)]{0,40}",
    re.IGNORECASE,
)
_CSS = regex(r"expression\s*\(|url\s*\(\s*[\"']?javascript", re.IGNORECASE)


def active_content(view: View) -> Iterator[Hit]:
    """Yield elements and addresses that act; the text of code is left out."""
    if not ("<" in view.text or (":" in view.text and _may_run(view.low))):
        return
    code = list(_code(view.text)) if "`" in view.text or "~~~" in view.text else []
    for pattern in (_ELEMENT, _SCHEME, _CSS):
        for found in pattern.finditer(view.text):
            if not _within(code, found.start()):
                group = "address" if pattern is _SCHEME and found["address"] else 0
                yield Hit("active", found.start(group), " ".join(found[group].split())[:40], found.end(group))


def _may_run(low: str) -> bool:
    return "script" in low or "data:" in low or "srcdoc" in low or "expression" in low or "j a v a" in low


def _code(text: str) -> Iterator[tuple[int, int]]:
    """Yield where code begins and ends: blocks between fences, and what stands between back quotes within a line."""
    start, fence, opened = 0, "", 0
    for line in text.split("\n"):
        found = _FENCE.fullmatch(line)
        if fence and line.strip() and line.strip(" ").strip(fence[0]) == "" and fence in line:
            yield opened, start
            fence = ""
        elif not fence and found:
            fence, opened = found[1], start
        elif not fence:
            yield from ((start + one, start + other) for one, other in _quoted(line))
        start += len(line) + 1


def _quoted(line: str) -> Iterator[tuple[int, int]]:
    """A run of back quotes is closed by the next one of the same length."""
    marks = [found.span() for found in _BACK_QUOTES.finditer(line)]
    later: dict[int, int] = {}
    closing = [-1] * len(marks)
    for number in range(len(marks) - 1, -1, -1):
        size = marks[number][1] - marks[number][0]
        closing[number] = later.get(size, -1)
        later[size] = number
    number = 0
    while number < len(marks):
        if closing[number] >= 0:
            yield marks[number][1], marks[closing[number]][0]
            number = closing[number]
        number += 1


def _within(spans: list[tuple[int, int]], offset: int) -> bool:
    at = bisect_right(spans, offset, key=lambda span: span[0])
    return at > 0 and offset < spans[at - 1][1]
