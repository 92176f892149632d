"""Vietnamese text: folding for search and addresses, and the characters that may not stand in a file."""

from __future__ import annotations

import unicodedata

import pytest

from congbo.text.characters import flaws
from congbo.text.fold import fold, slug

ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
MARKS = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban", "Ủy ban"),
        ("hoà bình", "hòa bình"),
        ("thuý", "thúy"),
        ("khoẻ", "khỏe"),
        ("Đồng Lạc", "dong lac"),
        ("ĐIỆN TỬ", "dien tu"),
        ("Ðiện", "dien"),
        ("ðiện", "dien"),
        (unicodedata.normalize("NFD", "Quyết định"), "quyet dinh"),
        ("Nguyễn Thị Ngọc Ánh", "nguyen thi ngoc anh"),
        ("nghĩa vụ, khuỷu", "nghia vu, khuyu"),
    ],
)
def test_two_spellings_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_every_vietnamese_letter_folds_to_a_latin_one() -> None:
    for letter in ALPHABET:
        for mark in MARKS:
            composed = unicodedata.normalize("NFC", letter + mark)
            assert set(fold(composed) + fold(composed.upper())) <= set("abcdefghijklmnopqrstuvwxyz")


@pytest.mark.parametrize(("one", "other"), [("đường", "tường"), ("ban", "bạc"), ("901", "902")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quyết định số 901/QĐ-UBND", "quyet-dinh-so-901-qd-ubnd"),
        ("Hoà bình", "hoa-binh"),
        ("  Đồng   Lạc  ", "dong-lac"),
        ("“Điện” & nước: 5%", "dien-nuoc-5"),
        ("Phường Móng Cái 1", "phuong-mong-cai-1"),
        ("---", ""),
        ("广宁省", ""),
    ],
)
def test_an_address_word_is_plain(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_an_address_word_is_cut_at_the_end_of_a_word() -> None:
    assert slug("một hai ba bốn", limit=10) == "mot-hai-ba"
    assert slug("một hai ba bốn", limit=9) == "mot-hai"
    assert slug("x" * 80) == "x" * 60


@pytest.mark.parametrize(
    "text", ["Hoà bình, hòa bình", "Đồng Lạc", "广宁省", "a\u00a0b", "", "👍", "Uỷ ban; ủy ban", "Guðmundur Sigurðsson"]
)
def test_a_good_text_has_no_flaw(text: str) -> None:
    assert list(flaws(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ho\u0300a", [("nfc", "Hòa", 1)]),
        ("một\nho\u0300a bi\u0300nh", [("nfc", "hòa", 5)]),
        ("bô\u0301n", [("nfc", "bốn", 1)]),
        ("e\u0301\ne\u0301", [("nfc", "é", 0), ("nfc", "é", 3)]),
        ("a\u200bb", [("zero_width", "U+200B", 1)]),
        ("a\u00adb\u202ec", [("soft_hyphen", "U+00AD", 1), ("direction", "U+202E", 3)]),
        ("x\U000e0041", [("tag", "U+E0041", 1)]),
        (
            "x\ufe0f\u3164\ue000\ufffd",
            [("variation", "U+FE0F", 1), ("blank", "U+3164", 2), ("private_use", "U+E000", 3), ("lost", "U+FFFD", 4)],
        ),
        ("Q\u00d0 v\u00e0 \u00f0i\u1ec7n", [("eth", "Đ", 1), ("eth", "đ", 6)]),
        ("HÐND, Guðmundur, ÐÐ", [("eth", "Đ", 1), ("eth", "Đ", 17)]),
    ],
)
def test_a_flaw_is_told_with_what_it_is_and_where(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert [(flaw.kind, flaw.shown, flaw.offset) for flaw in flaws(text)] == expected
