"""The official form of a document (Nghị định 30/2020/NĐ-CP, Phụ lục I; Party documents have their own)."""

from __future__ import annotations

from datetime import date

from congbo.facts.document_number import parse_number
from congbo.item import Item
from congbo.site.index import Index
from congbo.site.values import words
from congbo.site.views import Sheet


def sheet(index: Index, item: Item) -> Sheet:
    """Return the parts of the form that the item's fields give."""
    number = words(index, item, "so_ky_hieu")
    parsed = parse_number(number)
    return Sheet(
        issuer=words(index, item, "co_quan_ban_hanh"),
        motto=parsed is None or parsed.family != "party",
        number=number,
        place_and_day=_day(index, item),
        kind=words(index, item, "hinh_thuc") or words(index, item, "loai"),
        abstract=words(index, item, "trich_yeu"),
        bases=_lines(item, "can_cu"),
        recipients=_lines(item, "noi_nhan"),
        signatory=words(index, item, "nguoi_ky"),
    )


def _day(index: Index, item: Item) -> str:
    day = item.fields.get("ngay_ban_hanh")
    if not isinstance(day, date):
        return ""
    # Days under 10 and months 01 and 02 carry a zero on official papers.
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    written = index.words(item.lang, "sheet.day", day=f"{day.day:02d}", month=month, year=day.year)
    unit = index.corpus.policy.units.get(str(item.fields.get("co_quan_ban_hanh")))
    return f"{unit.seat}, {written}" if unit and unit.seat else written


def _lines(item: Item, field: str) -> tuple[str, ...]:
    value = item.fields.get(field, ())
    return value if isinstance(value, tuple) else ()
