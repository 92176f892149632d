"""How heavy a Markdown text is for the converter: an estimate of its steps, in time that grows with the text's length alone.

Measured on Python-Markdown 3: every ``[`` looks for its partner as far as its paragraph goes, every ``<`` without ``>`` as
far as the text goes, and every heading cuts its block anew; about three million steps take a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from congbo.text.regex import regex

_LINE, _MARK, _BLOCK = 100, 200, 200  # steps of each line, mark and block of a text
_OPEN, _CUT = 9, 9  # letters that a step passes when looking for ">" and when cutting a block
_HIDDEN = 15  # letters that stand for a mark (code, an escaped sign) while its paragraph is converted

_BLANK = regex(r"\n[ \t]*\n")
_MARKS = regex(r"[\[<&\\`]|[*]+|_+|[ ]{2}\n")
_HIDING = regex(r"[`\\&<*_]")
_UNCLOSED = regex(r"<(?!/?[A-Za-z][^<>]*>)")
_CUTS = regex(r"^[ ]{0,3}(?:#|=+[ ]*$|-+[ ]*$|(?:[-_*][ ]*){3,}$)", re.MULTILINE)
_QUOTED = regex(r"^[ ]{0,3}>|<", re.MULTILINE)
_RULER = regex(r"[ |:-]+")
_ENTRIES = (regex(r"\n?^[ ]{0,3}[*+-][ ]+", re.MULTILINE), regex(r"\n?^[ ]{0,3}\d+\.[ ]+", re.MULTILINE))


def bound(text: str) -> int:
    """Return what the weight of a text is at most: in a fraction of the time, and far below any limit for most texts."""
    lines = text.count("\n") + 1
    marks = sum(map(text.count, "[<&\\`*_")) + text.count("  \n")
    steps = (_LINE + _BLOCK) * (lines + text.count("|")) + _MARK * marks
    cuts = len(text) * (lines + text.count("<")) // min(_OPEN, _CUT)
    return steps + cuts + text.count("[") * (len(text) + _HIDDEN * marks)


def weight(text: str) -> int:
    """Return the steps that converting the text takes, about."""
    blocks = _BLANK.split(text)
    lines = _LINE * (text.count("\n") + text.count("|"))
    marks = _MARK * len(_MARKS.findall(text)) + _BLOCK * len(blocks)
    return lines + marks + len(text) * len(_UNCLOSED.findall(text)) // _OPEN + sum(map(_block, blocks))


def _block(block: str) -> int:
    cuts = len(block) * len(_CUTS.findall(block)) // _CUT
    return cuts + sum(unit.count("[") * _letters(unit) for unit in _units(block)) if cuts or "[" in block else 0


def _letters(unit: str) -> int:
    return len(unit) + _HIDDEN * len(_HIDING.findall(unit))


def _units(block: str) -> Iterator[str]:
    """Yield what is converted by itself: the rows of a table, the entries of a list, otherwise the block."""
    if _is_table(block.split("\n", 2)):
        yield from block.split("\n")
        return
    entries = next((one for one in _ENTRIES if one.match(block)), None)
    if entries and not _CUTS.search(block) and not _QUOTED.search(block):
        yield from entries.split(block)
    else:
        yield block


def _is_table(lines: list[str]) -> bool:
    """A header and a ruler of as many columns; a header with escapes or code could have other columns for the converter."""
    if len(lines) < 2 or not _RULER.fullmatch(lines[1]) or set(lines[0]) & set("\\`"):
        return False
    columns = [re.sub(r"^\||\|$", "", line.strip()).count("|") for line in lines[:2]]
    return columns[0] == columns[1] > 0
