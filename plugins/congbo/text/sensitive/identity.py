"""Numbers of identity cards, old and new, and of insurance cards (domain report 2.6)."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.text.regex import regex
from congbo.text.sensitive.context import labelled
from congbo.text.sensitive.hit import Hit, secret
from congbo.text.sensitive.numbers import Run

# Province 001-096, century and sex 0-3, year of birth, six digits.
_CITIZEN = regex(r"0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}")
# How the digits are grouped, by the length of the first group.
_CITIZEN_SHAPES = {
    12: ((12,),),
    6: ((6, 6),),
    4: ((4, 4, 4),),
    3: ((3, 3, 6), (3, 9), (3, 3, 3, 3), (3, 1, 2, 6), (3, 1, 8)),
}
_STRIPPED = (10, 11)
_OLD_SHAPES = ((9,), (3, 3, 3))
_INSURANCE_CARD = 13
_INSURANCE_NUMBER = 10
_CARD_LETTERS = regex(r"(?<![^\W\d_])[A-Z]{2}[ .\-]?\Z")
_CARD_SHARE = "12345"


def citizen(run: Run) -> Iterator[Hit]:
    """Yield the 12-digit numbers of a run. Grouped among other figures they count only under their name."""
    for first, group in enumerate(run.groups):
        for shape in _CITIZEN_SHAPES.get(len(group.digits), ()) if group.digits[0] == "0" else ():
            digits = run.window(first, len(shape))
            if _shaped(run, first, shape) and _CITIZEN.fullmatch(digits):
                alone = len(shape) == 1 or len(shape) == len(run.groups)
                if labelled(run.before, "citizen") or (alone and run.standing(first, first + len(shape) - 1)):
                    yield _hit("citizen", run, first, len(shape))


def spelled(run: Run) -> Iterator[Hit]:
    """Yield a 12-digit number whose digits stand one by one, under its name."""
    singles = len(run.groups) >= 12 and all(len(group.digits) == 1 for group in run.groups[:12])
    if singles and labelled(run.before, "citizen") and _CITIZEN.fullmatch(run.window(0, 12)):
        yield _hit("citizen", run, 0, 12)


def without_zeros(run: Run) -> Iterator[Hit]:
    """Yield a 12-digit number whose leading zeros a spreadsheet has dropped, under its name."""
    digits = run.groups[0].digits
    if len(digits) in _STRIPPED and _CITIZEN.fullmatch(digits.zfill(12)) and labelled(run.before, "citizen"):
        yield _hit("citizen", run, 0, 1)


def old_card(run: Run) -> Iterator[Hit]:
    """Yield the 9-digit number of an old card, under its name."""
    for shape in _OLD_SHAPES:
        if _shaped(run, 0, shape) and labelled(run.before, "old_card"):
            yield _hit("old_card", run, 0, len(shape))


def insurance(run: Run) -> Iterator[Hit]:
    """Yield an insurance card (two letters, 13 digits), or the 10-digit number under its name."""
    digits = run.whole(_INSURANCE_CARD)
    start = run.start
    letters = run.view.text[max(0, start - 4) : start]
    if len(digits) == _INSURANCE_CARD and digits[0] in _CARD_SHARE and _CARD_LETTERS.search(letters):
        yield _hit("insurance", run, 0, _count(run, _INSURANCE_CARD))
    elif len(run.groups[0].digits) == _INSURANCE_NUMBER and labelled(run.before, "insurance"):
        yield _hit("insurance", run, 0, 1)


def _shaped(run: Run, first: int, shape: tuple[int, ...]) -> bool:
    return tuple(len(group.digits) for group in run.groups[first : first + len(shape)]) == shape


def _count(run: Run, digits: int) -> int:
    """Return how many leading groups have that many digits together."""
    count = 0
    while digits > 0:
        digits -= len(run.groups[count].digits)
        count += 1
    return count


def _hit(kind: str, run: Run, first: int, count: int) -> Hit:
    return secret(kind, run.groups[first].start, run.groups[first + count - 1].end, run.window(first, count))
