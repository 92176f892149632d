"""Tables of attached files in the words of a page, and drawings of their columns."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from itertools import islice
from typing import Final

from congbo.facts.tables import Column, Table
from congbo.item import Item
from congbo.site.drawing.bars import bars
from congbo.site.drawing.line import line
from congbo.site.drawing.numerals import numeral
from congbo.site.index import Index
from congbo.site.values import period_in
from congbo.site.views import Chart, DataTable, Head
from congbo.text.fold import fold
from congbo.typed.period import parse_period

MOST_CELLS: Final = 3_000  # on a page; the file has them all
MOST_CHARTS: Final = 4
MOST_BARS: Final = 30
MOST_POINTS: Final = 120
_NARROW: Final = 3  # columns that fit a telephone
_MEASURE: Final = "don_vi_tinh"


def data_table(index: Index, item: Item, table: Table) -> DataTable:
    """Return a table in a page's words: periods and numbers as its language writes them, units in the heads."""
    measured = _measured(index, table)
    shown = [column for column in table.columns if column is not measured]
    cells = [_cells(index, item, column) for column in shown]
    rows = tuple(islice(zip(*cells, strict=True), max(1, MOST_CELLS // len(shown))))
    heads = tuple(Head(one.name, _measure(measured, one), one.numbers is not None) for one in shown)
    return DataTable(heads, rows, len(table.columns[0].cells), len(shown) > _NARROW)


def charts(index: Index, item: Item, table: Table) -> tuple[Chart, ...]:
    """Return a drawing of each column of numbers, of the first few: a line over periods, bars over anything else."""
    first, measured = table.columns[0], _measured(index, table)
    labels = _cells(index, item, first)
    draw = _line if all(parse_period(cell) for cell in first.cells) else _bars
    drawn = (
        draw(index, item.lang, f"{one.name} ({unit})" if (unit := _measure(measured, one)) else one.name, rows)
        for one in table.columns
        if one.numbers is not None and (rows := list(zip(labels, one.numbers, strict=True)))
    )
    return tuple(islice((one for one in drawn if one), MOST_CHARTS))


def _cells(index: Index, item: Item, column: Column) -> tuple[str, ...]:
    if column.numbers is not None:
        write = partial(numeral, lang=item.lang)
        return tuple(
            cell if one is None else write(one) for cell, one in zip(column.cells, column.numbers, strict=True)
        )
    return tuple(period_in(index, found, item.lang) if (found := parse_period(cell)) else cell for cell in column.cells)


def _measured(index: Index, table: Table) -> Column | None:
    """Return the column that says of all rows in which unit they are measured, by the name of its field."""
    field = index.corpus.policy.types.fields.get(_MEASURE)
    names = {fold(field.name.in_(lang)) for lang in index.portal.languages} if field else set()
    alike = (one for one in table.columns[1:] if one.numbers is None and len(set(one.cells)) == 1)
    return next((one for one in alike if fold(one.name) in names), None)


def _measure(measured: Column | None, column: Column) -> str:
    return measured.cells[0] if measured and column.numbers is not None else ""


def _bars(index: Index, lang: str, name: str, rows: list[tuple[str, Decimal | None]]) -> Chart | None:
    known = [(label, value) for label, value in rows if value is not None]
    if not 2 <= len(known) <= MOST_BARS:
        return None
    return Chart(name, " ".join(_extremes(index, lang, known)), bars=bars(known, _writer(lang)))


def _line(index: Index, lang: str, name: str, rows: list[tuple[str, Decimal | None]]) -> Chart | None:
    known = [(label, value) for label, value in rows if value is not None]
    if len(known) < 2 or len(rows) > MOST_POINTS:
        return None
    says = " ".join((*_change(index, lang, known), *_extremes(index, lang, known)))
    return Chart(name, says, line=line(rows, _writer(lang)))


def _writer(lang: str) -> partial[str]:
    return partial(numeral, lang=lang)


def _extremes(index: Index, lang: str, rows: list[tuple[str, Decimal]]) -> Iterator[str]:
    write: partial[str] = _writer(lang)
    high, low = max(rows, key=lambda row: row[1]), min(rows, key=lambda row: row[1])
    if high[1] == low[1]:
        yield index.words(lang, "chart.same", value=write(high[1]))
        return
    yield index.words(
        lang, "chart.extremes", high=high[0], highest=write(high[1]), low=low[0], lowest=write(low[1])
    )  # fmt: skip


def _change(index: Index, lang: str, rows: list[tuple[str, Decimal]]) -> Iterator[str]:
    write: partial[str] = _writer(lang)
    (first, before), (last, after) = rows[0], rows[-1]
    key = "chart.up" if after > before else "chart.down" if after < before else "chart.even"
    yield index.words(
        lang, key, first=first, before=write(before), last=last, after=write(after), by=write(abs(after - before))
    )  # fmt: skip
