"""Detectors of what may not be published, over plain text: the registry of them, and the one function that runs them.

Pure and cheap: a detector first asks whether one of its words occurs at all. What a regulation calls them is in its clauses
(``finds``); sentences about them are in the locales.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping

from congbo.text.sensitive import accounts, active, addresses, credentials, identity, marks, phones
from congbo.text.sensitive.hit import Hit
from congbo.text.sensitive.numbers import Run, runs
from congbo.text.sensitive.tables import under_headings
from congbo.text.sensitive.view import View, views

__all__ = ["CELL_DETECTORS", "DETECTORS", "Hit", "find"]

Finder = Callable[[View], Iterable[Hit]]

# In this order: what a label names is that, whatever its digits look like; one number is told once.
_NUMBERS: tuple[Callable[[Run], Iterable[Hit]], ...] = (
    accounts.account,
    accounts.tax_code,
    identity.insurance,
    identity.citizen,
    identity.spelled,
    identity.without_zeros,
    identity.old_card,
    accounts.of_the_public,
    phones.mobile,
    phones.without_zero,
    phones.home,
)


def numbers(view: View) -> Iterator[Hit]:
    """Yield the numbers of persons; a number that one reading has claimed is not read again."""
    for run in runs(view):
        taken: list[Hit] = []
        for read in _NUMBERS:
            taken += [
                hit for hit in read(run) if all(hit.end <= other.start or hit.start >= other.end for other in taken)
            ]
        yield from (hit for hit in taken if hit.kind)


DETECTORS: Mapping[str, tuple[Finder, ...]] = {
    "secret_marks": (marks.secret_marks,),
    "internal_marks": (marks.internal_marks,),
    "no_dissemination_marks": (marks.no_dissemination_marks,),
    "personal_data": (numbers, addresses.mailboxes, addresses.passports, addresses.homes),
    "credentials": (
        credentials.keys,
        credentials.tokens,
        credentials.connections,
        credentials.passwords,
        credentials.random_values,
    ),
    "active_content": (active.active_content,),
}
# What a heading over a table's column can name.
CELL_DETECTORS = ("personal_data", "credentials")


def find(text: str, detectors: Iterable[str] = tuple(DETECTORS), columns: str = "") -> Mapping[str, tuple[Hit, ...]]:
    """Return what each detector finds in a text, in the order of the text; a place is told once by each detector.

    ``columns`` is the sign that divides the columns of a table without a rule, such as a tab or a comma.
    """
    seen = tuple(views(text))
    cells = tuple(filter(None, (under_headings(view, columns) for view in seen)))
    return {name: _found(name, seen, cells if name in CELL_DETECTORS else ()) for name in detectors}


def _found(name: str, seen: tuple[View, ...], cells: tuple[View, ...]) -> tuple[Hit, ...]:
    found: list[Hit] = []
    for view in (*seen, *cells):
        for finder in DETECTORS[name]:
            for hit in finder(view):
                start, end = view.at(hit.start), view.at(max(hit.end - 1, hit.start)) + 1
                at = bisect_right(found, start, key=_start)
                if not at or found[at - 1].end <= start:
                    found.insert(at, Hit(hit.kind, start, hit.shown, end, hit.value))
    return tuple(found)


def _start(hit: Hit) -> int:
    return hit.start
