"""The Markdown of a body as a person reads it on paper: marks of emphasis gone, addresses of links written out.

Whatever is not recognised stays as it was written: a slip may show too much markup, never too little text.
"""

from __future__ import annotations

from congbo.text.regex import regex
from congbo.text.visible import visible

_PLAIN = (
    (regex(r"!\[([^\]\[]*)\]\(([^()\s]+)[^()]*\)"), r"[\1: \2]"),
    (regex(r"\[([^\]\[]+)\]\(([^()\s]+)[^()]*\)"), r"\1 (\2)"),
    (regex(r"(\*\*|__)(\S(?:[^*_]*\S)?)\1"), r"\2"),
    (regex(r"(?<![\w*])\*([^\s*](?:[^*]*[^\s*])?)\*(?![\w*])"), r"\1"),
    (regex(r"^#{1,6} +"), ""),
    (regex(r"^[*-] +"), "– "),
)


def paragraphs(body: str) -> tuple[str, ...]:
    """Return the paragraphs; lines of a list or a table stand alone."""
    found: list[str] = []
    for block in regex(r"\n[ \t]*\n").split(body.strip("\n")):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        if any(line.startswith(("- ", "* ", "|", "#", ">")) or line[:1].isdigit() for line in lines):
            found += map(_plain, lines)
        elif lines:
            found.append(_plain(" ".join(lines)))
    return tuple(found)


def first_words(every: tuple[str, ...], most: int) -> tuple[tuple[str, ...], int, int]:
    """Return the paragraphs up to ``most`` words (the last one cut), how many words those have, and how many all have."""
    total = sum(len(one.split()) for one in every)
    shown: list[str] = []
    left = most
    for one in every:
        words = one.split()
        if left <= 0:
            break
        shown.append(one if len(words) <= left else " ".join(words[:left]) + " …")
        left -= len(words)
    return tuple(shown), min(total, most), total


def _plain(line: str) -> str:
    for pattern, by in _PLAIN:
        line = pattern.sub(by, line)
    return visible(line)
