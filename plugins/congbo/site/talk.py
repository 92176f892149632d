"""A conversation as a list: each turn with who speaks, the questions told from the answers by who speaks first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

# What may hold paragraphs of its own; a title ends a part of the conversation.
_MARK = re.compile(
    r"<(/?)(?:ul|ol|dl|blockquote|table|figure|pre)\b[^>]*>|<h[2-6]\b"
    r"|<p><strong>([^<]{1,200}?)\s*(?::\s*</strong>|</strong>\s*:)\s*"
)


class Turn(Struct, frozen=True):
    """What one says, as HTML; ``who`` "" for what stands before, between and after the parts of a conversation."""

    who: str
    html: str


def turns(html: str) -> tuple[Turn, ...]:
    """Return the turns of a sanitised body; without any there is one piece that nobody says."""
    return tuple(turn for turn in _turns(html) if turn.html)


def _turns(html: str) -> Iterator[Turn]:
    depth, start, who = 0, 0, ""
    for mark in _MARK.finditer(html):
        if mark[1] is not None:
            depth += -1 if mark[1] else 1
        elif depth == 0:
            yield Turn(who, _closed(html[start : mark.start()], who))
            start, who = (mark.end(), mark[2]) if mark[2] else (mark.start(), "")
    yield Turn(who, _closed(html[start:], who))


def _closed(html: str, who: str) -> str:
    """The paragraph of a turn begins with who speaks, which stands elsewhere now."""
    return f"<p>{html.strip()}" if who else html.strip()
