"""What passes as spelling, and what has to be told (CB-21)."""

from __future__ import annotations

from datetime import date

import pytest

from congbo.facts.substance import altered, same_words
from congbo.item import Note, Notes
from support.items import item
from support.trees import real_policy


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Nhân dân hiên đất.", "Nhân dân hiến đất."),
        ("Nhân  dân\nhiến đất", "Nhân dân hiến đất."),
        ("tổ chưc lễ", "tổ chức lễ"),
        ("nghành giáo dục", "ngành giáo dục"),
        ("Dọn vệ sinh", "dọn vệ sinh"),
        ("“lễ hội”", '"lễ hội"'),
    ],
)
def test_spelling(before: str, after: str) -> None:
    assert same_words(before, after)
    assert same_words(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("120 hộ", "102 hộ"),
        ("1.000 đồng", "1,000 đồng"),
        ("-5 độ", "5 độ"),
        ("không thu tiền", "thu tiền"),
        ("được thu", "dược thu"),
        ("bảy hộ", "bay hộ"),
        ("ba hộ", "bà hộ"),
        ("ông Hưng", "ông Hùng"),
        ("tăng giá", "giảm giá"),
        ("hiến đất", "hiến đất ở"),
        ("07/2011/QĐ-UBND", "07/2012/QĐ-UBND"),
        ("a", ""),
    ],
)
def test_what_may_mean_something_else(before: str, after: str) -> None:
    assert not same_words(before, after)
    assert not same_words(after, before)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"ngay": date(2026, 1, 1)}, {"ngay": date(2026, 1, 2)}, True),
        ({}, {"ngay": date(2026, 1, 1)}, False),  # a field that was empty
        ({"ngay": date(2026, 1, 1)}, {}, True),
        ({"tep_dinh_kem": ("a.pdf",)}, {"tep_dinh_kem": ("a.pdf", "b.pdf")}, False),  # a file more
        ({"tep_dinh_kem": ("a.pdf", "b.pdf")}, {"tep_dinh_kem": ("a.pdf",)}, True),
        ({"trang_thai": "dang_xu_ly"}, {"trang_thai": "da_tra_loi"}, False),  # the matter takes its course
        ({"noi_dung": "Họp giáo ban"}, {"noi_dung": "Họp giao ban"}, False),
        ({"noi_dung": "Họp giao ban"}, {"noi_dung": "Họp tổng kết"}, True),
        ({}, {"dinh_chinh": Notes((Note(date(2026, 1, 1), "Sửa."),))}, False),
    ],
)
def test_fields(before: dict[str, object], after: dict[str, object], told: bool) -> None:
    assert altered(real_policy(), item(**before), item(**after)) is told
