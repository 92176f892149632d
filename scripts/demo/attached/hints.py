"""What an item's own words say of an earlier period: ``giảm 16 người so với tháng trước``."""

from __future__ import annotations

import re

from attached.periods import kind, shifted
from attached.wanted import text_of
from congbo.item import Item, Period

WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_NUMBER = rf"(?P<number>\d[\d.]*(?:,\d+)?|{'|'.join(WORDS[1:])}\b)(?P<percent>%)?(?P<points> điểm)?"
_CHANGE = rf"(?P<way>tăng|giảm) {_NUMBER}"
_SINCE = r"so với (?:cuối )?(?P<since>cùng kỳ|(?:tháng|quý|năm|đầu năm)(?: trước| [\dIVX]+)?(?:/\d{4})?)"
_FORMS = (
    re.compile(rf"{_CHANGE}[^.;,]{{0,24}}? {_SINCE}", re.IGNORECASE),
    re.compile(rf"{_CHANGE}(?: tin, bài) {_SINCE}", re.IGNORECASE),
    re.compile(rf"(?:đạt|có) [\d.,]+ [^.;,]{{2,20}}, {_CHANGE}\.", re.IGNORECASE),
    re.compile(rf"{_SINCE},? (?:tỷ lệ chung )?{_CHANGE}", re.IGNORECASE),
)
PER_YEAR = {"M": 12, "Q": 4, "H": 2}


def hinted(item: Item, value: float | None) -> dict[str, float]:
    """Return earlier period -> value, for the comparisons that the item makes in words of its main figure."""
    period = item.fields.get("ky_so_lieu") or item.fields.get("thoi_gian_thuc_hien")
    if value is None or not isinstance(period, Period) or "/" in period.text:
        return {}
    found: dict[str, float] = {}
    for text in (item.summary, text_of(item, "phan_tich"), item.body):
        for form in _FORMS:
            for match in form.finditer(text):
                earlier = _period(period.text, (match.groupdict().get("since") or "cùng kỳ").lower())
                before = _value(match, value, text_of(item, "don_vi_tinh"))
                if before is not None:
                    found.setdefault(earlier, before)
    return found


def _period(text: str, since: str) -> str:
    """Return the period meant: the one before, or the same one a year earlier."""
    a_year = since.startswith(("cùng kỳ", "năm", "đầu năm")) or ("/" in since and not since.endswith(text[:4]))
    return shifted(text, -(PER_YEAR.get(kind(text), 1) if a_year else 1))


def _value(match: re.Match[str], value: float, unit: str) -> float | None:
    """Return the earlier value; a percentage that grew by per cent tells nothing of its own earlier value."""
    word = match["number"].lower()
    change = float(WORDS.index(word)) if word in WORDS else float(word.replace(".", "").replace(",", "."))
    sign = 1 if match["way"].lower() == "tăng" else -1
    if unit == "%":
        return round(value - sign * change, 6) if match["points"] else None
    return round(value / (1 + sign * change / 100), 2) if match["percent"] else round(value - sign * change, 6)
