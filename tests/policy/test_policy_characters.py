"""Policies are read by people: a character that they cannot see, or take for another, is refused with its place and cure."""

from __future__ import annotations

import pytest

from congbo.errors import CongboError
from congbo.locale import told
from congbo.policy import load_policy
from support.trees import edited_policies, real_policies

NAME = "policies/boards/dl.yml"


@pytest.mark.parametrize(
    ("character", "sentence"),
    [
        ("\u202e", "đổi chiều chữ (U+202E)"),
        ("\u200b", "rộng bằng không (U+200B)"),
        ("\U000e0041", "nhãn ẩn (U+E0041)"),
        ("p\u0430p", "chữ Kirin"),
        ("Ho\u0300a", "dấu tổ hợp"),
    ],
)
def test_such_a_character_is_refused_with_its_line(character: str, sentence: str) -> None:
    text = real_policies()[NAME].decode()
    line = text.split("\n")[0] + f"  # {character}"
    with pytest.raises(CongboError) as refused:
        load_policy(edited_policies({NAME: (line + text[text.index("\n") :]).encode()}))
    words = told(refused.value, "vi")
    assert words.startswith(f"{NAME}:1:")
    assert sentence in words


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_sentence_is_whole(lang: str) -> None:
    text = real_policies()[NAME].decode()
    with pytest.raises(CongboError) as refused:
        load_policy(edited_policies({NAME: text.replace("\n", "\u200b\n", 1).encode()}))
    assert "{" not in told(refused.value, lang)
    assert "congbo fix" in told(refused.value, lang)
