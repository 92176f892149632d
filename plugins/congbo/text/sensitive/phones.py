"""Telephone numbers of persons: mobile ones, and the line of somebody's home."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.text.regex import regex
from congbo.text.sensitive.context import labelled
from congbo.text.sensitive.hit import Hit, secret
from congbo.text.sensitive.numbers import Run

_MOBILE = regex(r"(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}")
_HOME = regex(r"02\d{8,9}")
_PREFIXES = ("0084", "840", "84", "0")
_MOST_GROUPS = 5
_DIGITS = (9, 13)
# Beside how many other figures a grouped number may stand without its name: a second number, not a table's row.
_OTHERS = 3


def mobile(run: Run) -> Iterator[Hit]:
    """Yield the mobile numbers of a run, as 0..., +84... or 0084..., in any usual grouping."""
    found = list(_mobiles(run))
    lonely = len(run.groups) - sum(count for _, count in found) <= _OTHERS
    for first, count in found:
        if count == 1 or lonely or labelled(run.before, "phone"):
            yield _hit("mobile", run, first, count)


def _mobiles(run: Run) -> Iterator[tuple[int, int]]:
    first = 0
    while first < len(run.groups):
        count = _mobile_at(run, first)
        if count:
            yield first, count
        first += count or 1


def without_zero(run: Run) -> Iterator[Hit]:
    """Yield a mobile number whose leading zero a spreadsheet has dropped, under its name."""
    digits = run.groups[0].digits
    if _MOBILE.fullmatch(digits) and labelled(run.before, "phone"):
        yield secret("mobile", run.start, run.groups[0].end, f"0{digits}")


def home(run: Run) -> Iterator[Hit]:
    """Yield a fixed line that is said to be of somebody's home; an office's is public."""
    digits = run.whole(11)
    if _HOME.fullmatch(digits) and labelled(run.before, "home"):
        yield secret("home_phone", run.start, run.groups[-1].end, digits)


def normal(text: str) -> str:
    """Return a telephone number as digits that begin with 0, for comparing."""
    digits = "".join(sign for sign in text if sign.isdigit())
    prefix = next((p for p in _PREFIXES if digits.startswith(p) and len(digits) - len(p) >= _DIGITS[0]), "")
    return f"0{digits.removeprefix(prefix)}" if prefix else digits


def _mobile_at(run: Run, first: int) -> int:
    """Return of how many groups the mobile number consists that begins with a group; 0 if none does."""
    if len(run.groups[first].digits) == 1 and len(run.groups) > _DIGITS[1]:
        return 0  # a row of single figures
    for count in range(1, min(_DIGITS[1], len(run.groups) - first) + 1):
        digits = run.window(first, count)
        if len(digits) > _DIGITS[1]:
            return 0
        if _is_mobile(run, first, digits) and _grouped(run, first, count):
            return count if run.standing(first, first + count - 1) or labelled(run.before, "phone") else 0
    return 0


def _is_mobile(run: Run, first: int, digits: str) -> bool:
    prefix = next((p for p in _PREFIXES if digits.startswith(p) and _MOBILE.fullmatch(digits.removeprefix(p))), "")
    return bool(prefix) and (prefix.startswith("0") or _abroad(run, first))


def _abroad(run: Run, first: int) -> bool:
    """84 912 345 678 is a telephone number after a plus sign or under its name, else a sum of money."""
    start = run.groups[first].start
    return "+" in run.view.text[max(0, start - 2) : start] or labelled(run.before, "phone")


def _grouped(run: Run, first: int, count: int) -> bool:
    """Figures of a table are not one number: groups are of two digits or more, the first of three, or all are of one."""
    sizes = [len(group.digits) for group in run.groups[first : first + count]]
    if set(sizes) == {1}:
        return count == len(run.groups)
    usual = min(sizes) > 1 and (sizes[0] > 2 or sizes == [2, 4, 4])
    return len(sizes) <= _MOST_GROUPS and (usual or _abroad(run, first))


def _hit(kind: str, run: Run, first: int, count: int) -> Hit:
    digits = normal(run.window(first, count))
    return secret(kind, run.groups[first].start, run.groups[first + count - 1].end, digits)
