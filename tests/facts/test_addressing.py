"""The words of which hosts are made."""

from __future__ import annotations

import pytest

from congbo.facts.addressing import WORDS, initials, joined, words
from congbo.policy.kinds import SHAPE_WORDS
from support.trees import real_policy


def test_every_word_of_a_shape_has_its_source() -> None:
    assert set(WORDS) == set(SHAPE_WORDS)


@pytest.mark.parametrize(
    ("text", "word"),
    [("Cẩm Phả", "campha"), ("Móng Cái 1", "mongcai1"), ("Đầm Hà", "damha"), ("Cô Tô", "coto"), ("Uông Bí", "uongbi")],
)
def test_a_name_in_one_word(text: str, word: str) -> None:
    assert joined(text) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [("Sở Thông tin và Truyền thông", "sttvtt"), ("Thanh tra tỉnh", "ttt"), ("Đài Phát thanh - Truyền hình", "dptth")],
)
def test_the_initials_of_a_name(text: str, word: str) -> None:
    assert initials(text) == word


@pytest.mark.parametrize(
    ("portal", "name", "expected"),
    [
        ("qn-campha", "ten_day_du", {"campha"}),
        ("qn-camson", "cap_tren", {"campha"}),
        ("qn-camson", "ten_day_du", {"camson"}),
        ("qn-dulich", "ten_trang", {"dulich"}),
        ("qn-campha", "cap_tren", set()),
        ("qn-campha", "ten_trang", set()),
    ],
)
def test_the_words_of_the_portals(portal: str, name: str, expected: set[str]) -> None:
    assert set(words(real_policy(), real_policy().portals[portal], name)) == expected


def test_abbreviations_of_a_department_and_of_its_registry() -> None:
    policy = real_policy()
    assert "sdl" in words(policy, policy.portals["qn-sodulich"], "viet_tat")
    assert "ipa" in words(policy, policy.portals["qn-ipa"], "viet_tat")
    assert "sd" not in words(policy, policy.portals["qn-sodulich"], "viet_tat")
