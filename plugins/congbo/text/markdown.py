"""Text of others inside Markdown: shown letter by letter, never as markup, a link, a mention or a reference."""

from __future__ import annotations

import re
from functools import reduce

from congbo.text.regex import regex
from congbo.text.visible import visible

# What a forge turns into something else although it looks like prose: addresses, mentions (@name), numbers of requests (#12).
_ACTIVE = regex(r"@|://|www\.|#\d|\bGH-\d", re.IGNORECASE)
_MARKUP = regex(r"[!#$*\\\[\]^_`{|}~]")


def plain(text: str) -> str:
    """Return one line of Markdown that shows ``text``; what stands between backticks in it becomes code."""
    parts = _one_line(text).split("`")
    if len(parts) % 2 == 0:  # a backtick without its partner is a letter like others
        parts[-2:] = ["`".join(parts[-2:])]
    pieces = [piece for number, part in enumerate(parts) for piece in ([code(part)] if number % 2 else _prose(part))]
    return reduce(_joined, pieces, "")


def code(text: str) -> str:
    """Return a code span that shows ``text`` as it is, in one line."""
    shown = _one_line(text)
    if not shown.strip():
        return _escaped(f"`{shown}`")
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    pad = " " if shown[0] in "` " or shown[-1] in "` " else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _one_line(text: str) -> str:
    return visible(" ".join(re.split(r"[\r\n]+", text)))


def _prose(text: str) -> list[str]:
    return [code(word) if _ACTIVE.search(word) else _escaped(word) for word in re.split("( +)", text)]


def _joined(before: str, piece: str) -> str:
    """Two code spans side by side would read each other's backticks as their own."""
    return f"{before} {piece}" if before.endswith("`") and piece.startswith("`") else before + piece


def _escaped(text: str) -> str:
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(r"\\\g<0>", shown)
