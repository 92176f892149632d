"""Statistics: the table of the data file and drawings of it, and the same indicator of the same unit in earlier periods."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile, islice

from congbo.facts import addresses
from congbo.item import Item
from congbo.site.index import Index
from congbo.site.values import words
from congbo.site.views import Figure, Series, Statistics

_INDICATOR, _PERIOD, _VALUE, _MEASURE, _UNIT = "chi_tieu", "ky_so_lieu", "gia_tri", "don_vi_tinh", "don_vi"
_DATA, _TABLE = "so_lieu", ".csv"
_MOST = 8


def statistics(index: Index, item: Item) -> Statistics:
    """Return what an item's page shows of its figures; of a file that is no table, nothing: a finding says what is wrong."""
    from congbo.facts.tables import Table, read_table
    from congbo.site.by_view.data_tables import charts, data_table  # few pages have figures

    name = item.fields.get(_DATA)
    path = f"{item.address.folder}/{name}"
    if not isinstance(name, str) or not name.endswith(_TABLE) or not index.corpus.tree.has(path):
        return Statistics(series=series(index, item))
    found = read_table(index.corpus.tree.read(path))
    if not isinstance(found, Table):
        return Statistics(series=series(index, item))
    return Statistics(name, data_table(index, item, found), charts(index, item, found), series(index, item))


def series(index: Index, item: Item) -> Series | None:
    """Return an item's figure with those that were published before it; None where there are none.

    A newer figure changes no older page.
    """
    earlier = tuple(islice(_earlier(index, item), _MOST))
    return Series((_figure(index, item), *(_figure(index, one) for one in earlier))) if earlier else None


def _earlier(index: Index, item: Item) -> Iterator[Item]:
    name = item.fields.get(_INDICATOR)
    if not isinstance(name, str):
        return
    alike = index.answer("of_term", item.lang, "indicator", name)
    for path in islice(dropwhile(lambda path: path != item.path, alike), 1, None):
        one = index.item(path)
        if one.fields.get(_UNIT) == item.fields.get(_UNIT) and _PERIOD in one.fields and _VALUE in one.fields:
            yield one


def _figure(index: Index, item: Item) -> Figure:
    value = " ".join(filter(None, (words(index, item, _VALUE), words(index, item, _MEASURE))))
    return Figure(words(index, item, _PERIOD), value, addresses.item(item))
