"""The words of the search; ``tests/flows/test_search.py`` asks the browser the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from congbo.text.search_words import folded, words

CASES = json.loads((Path(__file__).parents[1] / "data/search_words.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda one: one["text"][:20])
def test_words_of_a_text(case: dict[str, Any]) -> None:
    found = list(words(case["text"]))
    assert [one.exact for one in found] == case["exact"]
    assert [folded(one.exact) for one in found] == case["folded"]
    assert [number for number, one in enumerate(found) if one.joined] == case["joined"]


def test_a_text_of_any_size_is_read_once() -> None:
    assert sum(1 for _ in words("a\u0301" * 50_000)) == 1
    assert sum(1 for _ in words("7.7," * 50_000)) == 1
