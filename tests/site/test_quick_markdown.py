"""The shorter ways through Python-Markdown give what Python-Markdown gives by itself."""

from __future__ import annotations

from unittest.mock import patch

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from congbo.site import markdown as ours
from congbo.site.markdown import to_html
from support.trees import ROOT

PIECES = (
    "Chữ", "chữ ", "đ", "Ω", "ⓐ", " ", "  ", "    ", "\t", "\n", "\n\n", "  \n", "\n    ", "*", "**", "_", "`", "``",
    "\\", "[", "]", "](a/)", "![", "[^1]", "[^1]: ", "[a]: ", "<b>", "<div>", "</div>", "<!--", "<http://a.example>",
    "<a@b.example>", "&amp;", "&", ">", "> ", "#", "## ", "- ", "* ", "+ ", "1. ", "2)", "---", "===", "***", "|",
    " | ", "|-|-|", ":-", ":", "!", "\u00a0", "\u2028", "\x0b",
)  # fmt: skip
BODIES = some.lists(some.sampled_from(PIECES), max_size=24).map("".join)


def plainly(body: str) -> str:
    """Return what comes out without the shorter ways."""
    converter = markdown.Markdown(extensions=["tables", "sane_lists", "footnotes"], output_format="html")
    with patch.object(ours, "_converter", lambda: converter):
        return to_html(body)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(BODIES)
def test_whatever_marks_a_body_has(body: str) -> None:
    assert to_html(body) == plainly(body)


@pytest.mark.parametrize("portal", sorted(folder.name for folder in (ROOT / "content").iterdir()))
def test_every_body_of_this_repository(portal: str) -> None:
    files = sorted((ROOT / "content" / portal).rglob("*.md"))
    assert files
    for file in files:
        body = file.read_text("utf-8").split("---\n", 2)[2]
        assert to_html(body) == plainly(body)


def test_the_shorter_ways_are_taken() -> None:
    with patch.object(ours._Paragraph, "run", side_effect=AssertionError), pytest.raises(AssertionError):
        to_html("Phường thông báo.")
    with patch.object(ours._Plain, "run", side_effect=AssertionError), pytest.raises(AssertionError):
        to_html("- Một việc.")
