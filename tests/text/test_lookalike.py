"""Letters that pretend to be Latin ones, and those that have their right to stand where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congbo.text.lookalike import lookalikes
from support.tongues import PLAIN
from support.trees import ROOT


def told(text: str) -> list[tuple[str, str, int, str]]:
    """What is found in a text: kind, letter, offset, word."""
    return [(one.kind, one.letter, one.offset, one.word) for one in lookalikes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U\u0412ND", [("cyrillic", "\u0412", 1, "U\u0412ND")]),
        ("nh\u0430n dân", [("cyrillic", "\u0430", 2, "nh\u0430n")]),
        ("một\nhai \u0441\u043e\u0440", [("cyrillic", "\u0441", 8, "\u0441\u043e\u0440")]),
        ("khoản \u0410", [("cyrillic", "\u0410", 6, "\u0410")]),
        ("\u03a4\u03a1 Hà Nội", [("greek", "\u03a4", 0, "\u03a4\u03a1")]),
        ("UB\u039dD", [("greek", "\u039d", 2, "UB\u039dD")]),
        ("c\u03bfng khai", [("greek", "\u03bf", 1, "c\u03bfng")]),
        ("th\u03b7ông", [("greek", "\u03b7", 2, "th\u03b7ông")]),
        ("ＵＢＮＤ phường", [("full_width", "Ｕ", 0, "ＵＢＮＤ")]),
        ("số ２５", [("full_width", "２", 3, "２５")]),
        ("QＲ码", [("full_width", "Ｒ", 1, "QＲ码")]),
        ("\U0001d413\U0001d422\U0001d427 tức", [("mathematical", "\U0001d413", 0, "\U0001d413\U0001d422\U0001d427")]),
        ("n\u0561m", [("other_script", "\u0561", 1, "n\u0561m")]),
        ("Ꭰn ninh", [("other_script", "Ꭰ", 0, "Ꭰn")]),
    ],
)
def test_a_false_letter_is_told_with_its_word(text: str, expected: list[tuple[str, str, int, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "5 μm, 25 μg/m³, 3 μmol, kΩ, MΩ, ΔT, Δt, α, β, αs, x = α + β, σ², πr, λ",
        "Москва, я и он с нами",
        "Tổng thống Путин nói: «а у нас всё хорошо»",
        "Ελλάδα",
        "越南广宁省：QR码、K歌、第１条、（０２０３）、ＱＲ码",
        "ひらがな カタカナ 한국어 ABC",
        "ภาษาไทย, ພາສາລາວ, ខ្មែរ, العربية, עברית",
        "25 ℃, № 5, 5 ℓ, ™, H₂O, x², Ⅱ, ½, ①, ∑, ∈ ℝ",
        "Čư̆ M'gar, Ƀuôn, Ñŭ, Đắk R'lấp, Łódź, Þór, ß, ı, ə",
        "",
    ],
)
def test_what_is_no_false_letter_stays(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", [text for _, text in PLAIN])
def test_other_tongues_are_left_alone(text: str) -> None:
    assert told(text) == []


def test_nothing_in_the_repository_is_taken_for_a_false_letter() -> None:
    for folder, kind in (("content", "*.md"), ("content", "*.csv"), ("policies", "*.yml")):
        for file in (ROOT / folder).rglob(kind):
            assert told(file.read_text("utf-8")) == [], file


@given(st.text(max_size=120))
def test_any_text_can_be_looked_at(text: str) -> None:
    for one in lookalikes(text):
        assert text[one.offset] == one.letter
        assert one.letter in one.word
