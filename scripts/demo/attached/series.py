"""The series behind a statistical item: some periods that lead to its own, the last value being the item's."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from attached.drift import before, toward
from attached.hints import hinted
from attached.periods import previous, short
from attached.wanted import Studio, Wanted, text_of
from congbo.item import Item, Period


@dataclass(frozen=True)
class Point:
    """The value of one period; ``places`` counts the decimals that the item gives."""

    period: Period
    value: float
    places: int

    @property
    def short(self) -> str:
        """Return a label for a chart."""
        return short(self.period)


def make(want: Wanted, studio: Studio) -> bytes:
    """Return the CSV: UTF-8, a head, numbers with a decimal point as programs read them."""
    item = want.item
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\n")
    name, unit = text_of(item, "chi_tieu") or item.title, text_of(item, "don_vi_tinh")
    table.writerow(("Kỳ", name, "Đơn vị tính"))
    table.writerows((point.period.text, f"{point.value:.{point.places}f}", unit) for point in series_of(item, studio))
    return out.getvalue().encode()


def series_of(item: Item, studio: Studio) -> list[Point]:
    """Return the series, oldest first; values that other items or the item's own words give are kept."""
    period = item.fields.get("ky_so_lieu") or item.fields.get("thoi_gian_thuc_hien")
    written = text_of(item, "gia_tri")
    if not isinstance(period, Period) or not written:
        return []
    places = len(written.partition(",")[2])
    known = {**_known(item, studio), period.text: number(written)}
    points: list[Point] = []
    for place, each in enumerate(periods := (period, *previous(period))):
        value = known.get(each.text)
        if value is None:
            ahead = next((n for n, p in enumerate(periods) if n > place and p.text in known), None)
            later = points[-1].value
            value = (
                before(item, each, later)
                if ahead is None
                else toward(known[periods[ahead].text], later, ahead - place, each)
            )
        points.append(Point(each, round(value, places), places))
    return points[::-1]


def number(written: str) -> float:
    """Return the number that Vietnamese writes as ``1.224,6``."""
    return float(written.replace(".", "").replace(",", "."))


def local(value: float, places: int) -> str:
    """Return a number as Vietnamese writes it."""
    return f"{value:,.{places}f}".replace(",", "_").replace(".", ",").replace("_", ".")


def _known(item: Item, studio: Studio) -> dict[str, float]:
    """Return period -> value as the portal's items of the same figure state or compare them."""
    same = [other for other in studio.items if other.portal == item.portal and _figure(other) == _figure(item)]
    stated = {_period(other): number(text_of(other, "gia_tri")) for other in same if text_of(other, "gia_tri")}
    compared = {text: value for other in same for text, value in hinted(other, stated.get(_period(other))).items()}
    return {**compared, **stated}


def _figure(item: Item) -> tuple[str, str]:
    return text_of(item, "chi_tieu"), text_of(item, "don_vi_tinh")


def _period(item: Item) -> str:
    found = item.fields.get("ky_so_lieu") or item.fields.get("thoi_gian_thuc_hien")
    return found.text if isinstance(found, Period) else ""
