"""The periods before a period, of its own kind."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.item import Period
from congbo.typed.period import parse_period

# How many periods a series has, by what its period is.
LENGTHS = {"": 6, "M": 13, "Q": 8, "H": 6, "9": 5}
PER_YEAR = {"M": 12, "Q": 4, "H": 2}


def previous(period: Period) -> Iterator[Period]:
    """Yield the earlier periods of a series, the nearest first."""
    first, _, second = period.text.partition("/")
    texts = (
        _spans(first, second)
        if second
        else (shifted(period.text, -back) for back in range(1, LENGTHS[kind(period.text)]))
    )
    for text in texts:
        found = parse_period(text)
        if found:
            yield found


def kind(text: str) -> str:
    """Return M, Q, H, 9 (nine months) or "" (a year)."""
    part = text.partition("-")[2]
    return "M" if part.isdigit() else part[:1]


def shifted(text: str, by: int) -> str:
    """Return the period that lies ``by`` periods later (or earlier); nine months move by years."""
    year, part = int(text[:4]), text[5:]
    letter = kind(text)
    if letter not in PER_YEAR:
        return f"{year + by}" + (f"-{part}" if part else "")
    count = PER_YEAR[letter]
    place = year * count + int(part.lstrip("QH")) - 1 + by
    return f"{place // count}-" + (f"{place % count + 1:02}" if letter == "M" else f"{letter}{place % count + 1}")


def short(period: Period) -> str:
    """Return a label that fits under a bar: 7/18, III/17, 2018."""
    text = period.text.rpartition("/")[2]
    year, part = text[2:4], text[5:]
    if kind(text) == "M":
        return f"{int(part)}/{year}" if "/" not in period.text else f"{int(part)} th"
    if kind(text) == "Q":
        return f"{('I', 'II', 'III', 'IV')[int(part[1]) - 1]}/{year}"
    return f"{'đầu' if part == 'H1' else 'cuối'} {year}" if kind(text) == "H" else text[:4]


def _spans(first: str, second: str) -> Iterator[str]:
    """Yield the shorter spans with the same start: January to June, January to May, ..."""
    end = shifted(second, -1)
    while end >= first:
        yield f"{first}/{end}" if end != first else first
        end = shifted(end, -1)
