"""Any body at all is converted: without an exception, well formed, harmless, and in the time that its weight foretells."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from congbo.checks.body_structure import structure
from congbo.site.markdown import to_html
from congbo.text.weight import weight
from support.bad.bodies import body
from support.bad.judged import errors
from support.bad.model import BadFile
from support.harmless import unbalanced
from support.parsed import dangers
from support.vectors import VECTORS
from support.written import ANY

STEPS = 1_000_000  # a second, on a machine a third as fast as the one that the weight was measured on
MARKUP = st.sampled_from([
    "#", "##", "> ", "- ", "1. ", "    ", "\n", "\n\n", "  \n", "---", "===", "|", "|---|", "`", "```", "*", "**", "_", "[",
    "]", "](", ")", "![", "[^1]", "[^1]: ", "[a]: ", "<", ">", "<b>", "</b>", "<p ", "<!--", "-->", "&", "&lt;", "\\", "\t",
    "<table><tr><td>", "</div>", '"', "'", "http://a.example", "<http://a>", "a@b.example", "=", "{", "}", "\u0301", "\u202e",
])  # fmt: skip
SHAPE = {"body.levels", "body.weight", "body.brackets"}
PIECES = st.lists(
    MARKUP | st.text(ANY, min_size=1, max_size=4) | st.sampled_from(list(VECTORS.values())), min_size=1, max_size=25
)
SHORT = st.lists(MARKUP | st.just("a"), min_size=1, max_size=4).map("".join).filter(str.strip)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(PIECES.map("".join))
def test_any_body_becomes_a_piece_of_a_page(text: str) -> None:
    html = to_html(text)
    assert unbalanced(html) == dangers(html.encode()) == []
    assert to_html(text) == html
    for offset, key, _, _ in structure(text):
        assert 0 <= offset <= len(text), key


@settings(max_examples=40, deadline=None, derandomize=True)
@given(SHORT)
def test_the_weight_of_a_body_foretells_how_long_it_takes(piece: str) -> None:
    text = piece * (8_000 // len(piece))
    if not any(one.message.key in SHAPE for one in errors(BadFile("", body(text), 0, ""))):
        start = time.process_time()
        to_html(text)
        assert time.process_time() - start < 0.1 + weight(text) / STEPS
