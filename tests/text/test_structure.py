"""What is read of a body's structure without converting it is what the converter makes of it."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congbo.checks.body_structure import structure
from congbo.facts.corpus import load_corpus
from congbo.site.markdown import to_html
from congbo.text.fold import fold
from congbo.text.outline import headings
from congbo.text.pictures import pictures, without_code
from congbo.text.tables import tables, untitled
from congbo.tree import FolderTree
from support.effort import bounded
from support.trees import ROOT, real_policy

WORDS = st.sampled_from(["Kết quả", "Khu 1", "a", "Số 3-4", "Năm 2019."])
RULERS = st.sampled_from(["|---|---|", "|---|", "--|:-:", "| - |-"])
LINES = st.one_of(
    st.builds("{} {}".format, st.sampled_from(["#", "##", "###", "####"]), WORDS),
    st.builds("{}{}".format, st.sampled_from(["##", "### ", "## ## "]), WORDS),
    st.builds("{}\n{}\n".format, WORDS, st.sampled_from(["===", "---", "--- ", "=-"])),
    st.builds("| {} | {} |\n{}\n| 1 | 2 |\n".format, WORDS, WORDS, RULERS),
    st.builds("{} | {}\n---|---\n1 | 2 | 3\n".format, WORDS, WORDS),
    st.builds("![{}](a.png)".format, WORDS),
    st.sampled_from(["`![](a.png)`", "`", "![](a.png)", "    ![](a.png)\n", "- ![](b.png)", "> trích", "1. một"]),
    WORDS,
)  # fmt: skip
BODIES = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n"])), min_size=1, max_size=8).map(
    lambda parts: "".join(line + end for line, end in parts).strip()
)
HEAVY = (
    "#", "\n#", "\n-", "a\n---\n", "<h2>", "<h2 ", "|", "a|b\n-|-\n", "-|", "\n| |", "<table>", "![", "![](", "[a](", "<img ",
    "<img alt=", "`", "` ``", "`a", "[", "]", "<http://", "\n    a", "- a\n\n", "<", "!",
)  # fmt: skip


def outline_of(html: str) -> list[tuple[int, str]]:
    """Return the headings of a page's piece: level and words."""
    found = re.findall(r"<h([1-6])>(.*?)</h\1>", html, re.DOTALL)
    return [(int(level), fold(unescape(re.sub("<[^>]+>", "", words)))) for level, words in found]


def test_of_every_item_the_headings_and_tables_are_those_of_its_page() -> None:
    for item in load_corpus(FolderTree(ROOT), real_policy(), date(2026, 11, 22)).items:
        html = to_html(item.body)
        assert [(one.level, fold(one.words)) for one in headings(item.body)] == outline_of(html), item.path
        assert sum(one.drawn for one in tables(item.body)) == html.count("<table"), item.path


@settings(max_examples=80, deadline=None, derandomize=True)
@given(BODIES)
def test_headings_are_those_of_the_page(body: str) -> None:
    if re.search(r"^[>\d-]", body, re.MULTILINE):  # quotations and lists have headings of their own
        return
    assert [(one.level, fold(one.words)) for one in headings(body)] == outline_of(to_html(body))


@settings(max_examples=80, deadline=None, derandomize=True)
@given(BODIES)
def test_pictures_are_those_of_the_page(body: str) -> None:
    shown = [words or None for words in re.findall(r'<img\b[^>]*\balt="([^"]*)"', to_html(body))]
    found = [one.words for one in pictures(without_code(body))]
    assert sorted(map(str, found)) == sorted(map(str, shown))


def test_an_ornament_is_told_from_a_picture_whose_words_were_forgotten() -> None:
    written = [
        '<img src="a" alt="">',
        "<img alt src=a>",
        "<IMG ALT='' SRC=a>",
        "<img src=a>",
        '<img src=a data-alt="x">',
    ]
    assert [one.words for text in written for one in pictures(text)] == ["", "", "", None, None]


def test_tables_of_html_have_a_header_cell() -> None:
    good, bad = "<table><tr><th>a</th></tr></table>", "<TABLE><tr><td>a</td></tr></TABLE>"
    assert list(untitled(f"{good}{bad}\n{good}")) == [len(good)]
    assert list(untitled(f"{bad}<table>")) == [0, len(bad)]


@pytest.mark.parametrize("piece", HEAVY)
def test_no_text_takes_long(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    with bounded(10):
        list(structure(text))
