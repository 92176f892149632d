"""How a figure was one period earlier, when nobody says it: small steps, downhill for what is usually fought."""

from __future__ import annotations

import re

from attached.dice import between, share
from attached.periods import kind
from attached.wanted import text_of
from congbo.item import Item, Period

FALLING = re.compile(r"nghèo|thất nghiệp|tai nạn|sinh con thứ ba", re.IGNORECASE)
STOCK = re.compile(r"dân số|số hộ|hộ dân|lực lượng lao động|tổ chức cơ sở|hộ kinh doanh", re.IGNORECASE)
YEARLY = ("", "9")


def before(item: Item, earlier: Period, later: float) -> float:
    """Return a plausible value of the period before one whose value is ``later``."""
    name, unit = text_of(item, "chi_tieu"), text_of(item, "don_vi_tinh")
    chance = (item.portal, name, earlier.text)
    if "/" in earlier.text or _opens_a_span(item):
        return _cumulated(earlier, later, chance)
    if unit == "%":
        return _percentage(name, later, chance)
    growth = _growth(name, earlier, chance)
    return later / (1 - growth if FALLING.search(name) else 1 + growth)


def toward(known: float, later: float, steps: int, earlier: Period) -> float:
    """Return a value on the way from a later one to a known one that lies ``steps`` periods further back."""
    if known <= 0 or later <= 0:
        return later + (known - later) / (steps + 1)
    return float(later * (known / later) ** (1 / (steps + 1)) * (1 + between(-0.006, 0.006, earlier.text, known)))


def _growth(name: str, earlier: Period, chance: tuple[str, ...]) -> float:
    """Return the growth of one period: stocks creep, flows sway around a slow rise."""
    yearly = kind(earlier.text) in YEARLY
    if STOCK.search(name):
        return between(0.006, 0.015, *chance) if yearly else between(0.0005, 0.004, *chance)
    return between(0.02, 0.09, *chance) if yearly else between(-0.045, 0.06, *chance)


def _percentage(name: str, later: float, chance: tuple[str, ...]) -> float:
    if name.lower().startswith("chỉ số giá"):
        return 100 + between(-0.25, 0.45, *chance)
    if name.lower().startswith("chỉ số"):
        return later + between(-2.2, 1.6, *chance)
    if FALLING.search(name):
        return later * (1 + between(0.03, 0.11, *chance))
    return later - (100 - later) * between(-0.02, 0.14, *chance) if later < 98 else later - between(-0.3, 0.5, *chance)


def _cumulated(earlier: Period, later: float, chance: tuple[str, ...]) -> float:
    """Return the sum up to one month earlier: the last month's part is taken away."""
    months = earlier.last.month - earlier.first.month + 2
    return later * (months - 1 + 0.3 * (share(*chance) - 0.5)) / months


def _opens_a_span(item: Item) -> bool:
    period = item.fields.get("ky_so_lieu")
    return isinstance(period, Period) and "/" in period.text and "-" in period.text
