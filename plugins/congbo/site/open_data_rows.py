"""What an item says in fields, for programs: days as ISO, figures as numbers, vocabularies by id, units by name."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from msgspec import Struct

from congbo.facts import addresses
from congbo.item import Image, Item, Period
from congbo.item.model import Value
from congbo.policy.content import TypeTable
from congbo.site.days import iso_of
from congbo.site.index import Index
from congbo.site.item_facts import HIDDEN
from congbo.site.numbers import number_in
from congbo.site.views.open_data import DataColumn

Cell = str | int | float | bool | tuple[str, ...] | None

# What every item has beside its fields: name, kind.
_ALL = (
    ("id", "text"), ("language", "text"), ("section", "text"), ("url", "url"), ("title", "text"), ("summary", "text"),
    ("published", "datetime"), ("tags", "texts"),
)  # fmt: skip
# Fields that speak of the item's own publication, or lead to other items of it.
_NOT_DATA = ("items", "translation", "notes", "withdrawal", "review_by", "holder")
MANY = ("texts", "names", "units", "files", "document_numbers")


class Column(Struct, frozen=True):
    """A column: its name, its field type; ``field``: whether it is a field of the type table."""

    id: str
    kind: str
    field: bool = True

    def label(self, index: Index, lang: str) -> str:
        """Return what the column is called in a language."""
        if self.field:
            return index.corpus.policy.types.fields[self.id].name.in_(lang)
        return index.words(lang, "open_data.title_of" if self.id == "title" else f"open_data.{self.id}")

    def explanation(self, index: Index, lang: str) -> str:
        """Return what stands in it; empty where nothing is said of it."""
        said = index.corpus.policy.types.fields[self.id].explain if self.field else None
        return said.in_(lang) if said else ""

    def told(self, index: Index, lang: str) -> DataColumn:
        """Return the column as a page lists it."""
        return DataColumn(self.id, self.label(index, lang), self.explanation(index, lang))


def columns(index: Index, type_id: str) -> tuple[Column, ...]:
    """Return the columns of a type's data: what pages show of such an item."""
    return _columns(_Known(index.corpus.policy.types), type_id)


class _Known:
    """A type table, the same only as itself."""

    def __init__(self, table: TypeTable) -> None:
        self.table = table

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and self.table is other.table

    def __hash__(self) -> int:
        return id(self.table)


@lru_cache(maxsize=64)
def _columns(known: _Known, type_id: str) -> tuple[Column, ...]:
    fields = known.table.fields
    names = dict.fromkeys((*known.table.types[type_id].fields, *known.table.every_item))
    shown = (name for name in names if name not in HIDDEN and fields[name].type not in _NOT_DATA)
    return (
        *(Column(name, kind, field=False) for name, kind in _ALL),
        *(Column(name, fields[name].type) for name in shown),
    )


def row(index: Index, item: Item, known: tuple[Column, ...]) -> list[Cell]:
    """Return an item's cells in the order of the columns; None: it does not say."""
    said: dict[str, Cell] = {
        "id": item.id,
        "language": item.lang,
        "section": item.section,
        "url": index.absolute(addresses.item(item)),
        "title": item.title,
        "summary": item.summary,
        "published": index.posted(item).isoformat(timespec="seconds"),
        "tags": item.tags or None,
    }
    return [_cell(index, item, one) if one.field else said[one.id] for one in known]


def _cell(index: Index, item: Item, column: Column) -> Cell:
    value = item.fields.get(column.id)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, tuple):
        return tuple(str(_one(index, item, column.kind, one)) for one in value)
    if column.kind in MANY:
        return (str(_one(index, item, column.kind, value)),)
    return _one(index, item, column.kind, value)


def _one(index: Index, item: Item, kind: str, value: Value) -> str | int | float:
    if isinstance(value, date):
        return iso_of(value)
    if isinstance(value, Period):
        return f"{value.first}/{value.last}"
    if isinstance(value, Image):
        return index.absolute(addresses.attachment(item, value.file))
    text = str(value)
    if kind in ("file", "files", "table"):
        return index.absolute(addresses.attachment(item, text))
    if kind in ("unit", "units"):
        unit = index.corpus.policy.units.get(text)
        return unit.name_in(item.lang) if unit else text
    return number_in(text) if kind == "number" else text
