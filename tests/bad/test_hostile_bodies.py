"""What an author writes to act on a reader's page is refused, or harmless once rendered; and no text stops the build.

The numbers are those of the list of faults in the security report (2.1, items 44 to 70).
"""

from __future__ import annotations

import time
from bisect import bisect_left

import pytest

from congbo.checks.body import convertible
from congbo.site.markdown import to_html
from support.bad.bodies import body
from support.bad.hostile import ACTIVE, BOMBS, HOSTILE
from support.bad.judged import errors
from support.bad.model import BadFile
from support.harmless import harms, unbalanced

MOST_SECONDS = 5.0  # of processor time; on a quiet machine it is below 2
# Each costs the converter something else; "[" stands in a paragraph that is as long as it may be.
HEAVY = (
    "<a ",
    "<div>",
    "<a\n\n",
    "-\n",
    "a\n---\n",
    "- a\n",
    "*a*",
    "a|b\n-|-\n",
    "a\n\n",
    "&amp;",
    "a ![",
    "`a` [",
    "a  \n",
    "\\*",
)
OF_THE_BODY = {"body", "text", "encoding", "scan", "private_data", "front_matter"}


def refused(text: str) -> bool:
    """Tell whether congbo refuses a file with this body, for the body's sake."""
    return any(one.check in OF_THE_BODY for one in errors(BadFile("", body(text), 0, "")))


@pytest.mark.parametrize("text", ACTIVE.values(), ids=ACTIVE)
def test_what_wants_to_act_is_rendered_harmless_even_if_nobody_judged_it(text: str) -> None:
    for whole in (text, f"Trước.\n\n{text}\n\nSau.", f"Trước {text} sau."):
        html = to_html(whole)
        assert harms(html) == []
        assert unbalanced(html) == []


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_or_rendered_like_any_text(text: str) -> None:
    if refused(text):
        return
    start = time.process_time()
    html = to_html(text)
    assert time.process_time() - start < MOST_SECONDS
    assert harms(html) == unbalanced(html) == []


def test_of_the_bombs_those_that_stop_the_converter_are_refused() -> None:
    assert [name for name, text in BOMBS.items() if not refused(text)] == [
        "67 a million letters",
    ]


@pytest.mark.parametrize("piece", HEAVY)
def test_the_longest_text_of_such_pieces_that_is_accepted_is_rendered_in_time(piece: str) -> None:
    counts = range(1, 900_000 // len(piece.encode()))
    text = piece * (counts[bisect_left(counts, True, key=lambda count: not convertible(piece * count))] - 1)
    assert text
    assert not refused(text)
    start = time.process_time()
    to_html(text)
    assert time.process_time() - start < MOST_SECONDS


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_judging_takes_less_than_a_second(text: str) -> None:
    start = time.process_time()
    refused(text)
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "spoilt",
    ["<script>x</script>", "<p onclick=x>a</p>", "<a href='java\nscript:x'>a</a>", "<!-- a -->", "<p style=x>a</p>"],
)
def test_what_harms_is_seen_by_this_test(spoilt: str) -> None:
    assert harms(spoilt)


def test_what_is_out_of_balance_is_seen_by_this_test() -> None:
    assert unbalanced("<p>a") == ["p"]
    assert unbalanced("a</div>") == ["</div>"]
