"""Data files that pages are drawn from (CB-24).

What it checks: that the table of a statistic (`so_lieu`, csv) and the geodata of a map (`du_lieu_ban_do`, geojson) can be
drawn; that no column of numbers can be read in two ways; that each area of a map stands in the list of its units.
Why: a page shows no table and no drawing of a file that it cannot read, and guesses no number.
How to fix: mend the file at the line that the finding shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from congbo.checks.house import house_finding
from congbo.facts.administrative import listed
from congbo.facts.corpus import Corpus
from congbo.finding import Finding, Severity
from congbo.item import Item
from congbo.place import Place
from congbo.text.fold import fold

if TYPE_CHECKING:
    from congbo.facts.unread import Unread

RULE = "CB-24"
CHECK = "data_files"
AT_MOST = 20  # findings of one file

Said = tuple["Unread", Severity]


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield an error for a file that cannot be drawn, a warning for what the page can only show as words."""
    for item in corpus.items:
        for field, judge in _JUDGES.items():
            name = item.fields.get(field)
            path = f"{item.address.folder}/{name}"
            if isinstance(name, str) and path in corpus.files and corpus.tree.has(path):  # else ``references`` speaks
                yield from _told(path, judge(corpus.tree.read(path), item))


def _told(path: str, found: Iterable[Said]) -> Iterator[Finding]:
    for number, (one, severity) in enumerate(found):
        if number < AT_MOST:
            yield house_finding(RULE, CHECK, Place(path, one.line), f"data_files.{one.key}", severity, **one.params)


def _table(data: bytes, item: Item) -> Iterator[Said]:
    from congbo.facts.tables import Table, read_table  # few items have one

    if not str(item.fields["so_lieu"]).endswith(".csv"):
        return
    found = read_table(data)
    if isinstance(found, Table):
        yield from ((doubt, Severity.WARNING) for doubt in found.doubts)
    else:
        yield found, Severity.ERROR


def _map(data: bytes, item: Item) -> Iterator[Said]:
    from congbo.facts.geometry import Areas, read_areas  # few items have one
    from congbo.facts.unread import Unread

    found = read_areas(data)
    if not isinstance(found, Areas):
        yield found, Severity.ERROR
        return
    lines = item.fields.get("don_vi_hanh_chinh", ())
    known = {fold(listed(line).name) for line in lines} if isinstance(lines, tuple) else set()
    for area in found.areas:
        if fold(area.name) not in known:
            yield Unread(1, "unlisted", {"name": area.name}), Severity.WARNING


_JUDGES: Mapping[str, Callable[[bytes, Item], Iterator[Said]]] = {"so_lieu": _table, "du_lieu_ban_do": _map}
