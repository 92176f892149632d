"""Phrases are found however they are typed, and nothing that only looks like them is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congbo.text.phrases import Phrases, sentence_around

ENTRIES = (("ma túy", "chất ma túy"), ("thuốc lá", "thuốc lá điện tử"), ("phòng, chống",), ("vape",), ("đốt pháo",))
SOUGHT = Phrases(ENTRIES)


def found(text: str) -> list[tuple[int, str]]:
    return [(one.entry, one.typed) for one in SOUGHT.find(text)]


@pytest.mark.parametrize(
    "typed",
    [
        "ma túy", "ma tuý", "Ma Túy", "MA TÚY", "MA TUÝ", "ma  túy", "ma\ntúy", "ma\u00a0túy", "ma **túy**", "**ma** _túy_",
        "ma tuy", "MA TUY", unicodedata.normalize("NFD", "ma túy"), unicodedata.normalize("NFD", "ma tuý"),
    ],
)  # fmt: skip
def test_one_phrase_typed_in_many_ways(typed: str) -> None:
    assert [entry for entry, _ in found(f"Bán {typed}.")] == [0]


@pytest.mark.parametrize(
    "text",
    [
        "mưa mà tuy vậy", "nhà ma. Túy lúy", "ma, túy", "ma\n\ntúy", "mã tùy", "xma túy", "ma túyx", "ma-túy", "thuốc là",
        "thuộc lá", "phòng chống", "đọt pháo", "vapes",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_phrase(text: str) -> None:
    assert found(text) == []


def test_the_longest_phrase_counts_and_each_place_once() -> None:
    assert found("thuốc lá điện tử, thuốc lá; phòng, chống ma túy; VAPE") == [
        (1, "thuốc lá điện tử"),
        (1, "thuốc lá"),
        (2, "phòng, chống"),
        (0, "ma túy"),
        (3, "VAPE"),
    ]


def test_a_single_word_is_not_sought_without_its_marks() -> None:
    assert [one.typed for one in Phrases([["súng"]]).find("sung túc, SÚNG, sung")] == ["SÚNG"]


def test_offsets_are_those_of_the_text() -> None:
    text = "Bán ma tuý ở đây"
    (one,) = SOUGHT.find(text)
    assert text[one.start : one.start + len(one.typed)] == one.typed == "ma tuý"


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("Câu một. Câu hai có từ. Câu ba.", "từ", "Câu hai có từ."),
        ("Tiêu đề\n\nĐoạn có từ\nhai dòng\n\nĐoạn sau", "từ", "Đoạn có từ\nhai dòng"),
        ("Gồm:\n- mục một\n- mục từ\n- mục ba", "từ", "mục từ"),
        ("từ", "từ", "từ"),
    ],
)
def test_the_sentence_around(text: str, word: str, sentence: str) -> None:
    assert sentence_around(text, text.index(word)).strip(" -\n") == sentence


SYLLABLES = st.sampled_from(["ma", "túy", "thuốc", "lá", "bà", "nhà", "pháo", "đốt", "phòng", "chống", ",", ".", "\n"])


@given(st.lists(SYLLABLES, max_size=40), st.sampled_from(("NFC", "NFD")))
def test_the_form_of_the_letters_changes_nothing(words: list[str], form: str) -> None:
    text = " ".join(words)
    plain = [(entry, unicodedata.normalize("NFC", typed)) for entry, typed in found(unicodedata.normalize(form, text))]
    assert plain == found(text)
