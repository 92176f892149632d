"""Drawings are numbers that any values give: whole, within their bounds, and the same on every run."""

from __future__ import annotations

import math
from decimal import Decimal
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congbo.site.drawing.bars import bars
from congbo.site.drawing.line import BOTTOM, TOP, line
from congbo.site.drawing.numerals import MINUS, numeral
from congbo.site.drawing.scale import ticks
from congbo.site.drawing.wrapped import wrapped

NUMBERS = st.one_of(
    st.decimals(-(10**15), 10**15, places=3),
    st.integers(-(10**15), 10**15),
    st.floats(-1e15, 1e15).map(lambda one: round(one, 6)),
)
LABELS = st.text(max_size=120)
vietnamese = partial(numeral, lang="vi")


@given(st.lists(st.tuples(LABELS, NUMBERS), max_size=30))
def test_bars_stay_within_their_drawing(rows: list[tuple[str, Decimal]]) -> None:
    drawn = bars(rows, vietnamese)
    assert [bar.value.text for bar in drawn.bars] == [vietnamese(value) for _, value in rows]
    for bar in drawn.bars:
        assert all(math.isfinite(one) for one in (bar.x, bar.width, bar.y, bar.at))
        assert 0 <= bar.x <= 100
        assert bar.width >= 0
        assert bar.x + bar.width <= 100.01
        assert 0 <= bar.y < drawn.height
    assert drawn == bars(rows, vietnamese)


@given(
    st.lists(st.tuples(LABELS, NUMBERS | st.none()), min_size=1, max_size=60).filter(
        lambda rows: any(v is not None for _, v in rows)
    )
)
def test_a_line_stays_within_its_drawing(rows: list[tuple[str, Decimal | None]]) -> None:
    drawn = line(rows, vietnamese)
    assert len(drawn.points) == sum(value is not None for _, value in rows)
    for point in drawn.points:
        assert 0 <= point.x <= 100
        assert TOP <= point.y <= BOTTOM
    assert 1 <= len(drawn.names) <= 6
    assert len({named.x for named in drawn.names}) == len(drawn.names)


@given(st.lists(NUMBERS.map(lambda one: Decimal(str(one))), min_size=1), st.integers(2, 10))
def test_ticks_hold_all_values_between_them_evenly(values: list[Decimal], most: int) -> None:
    found = ticks(values, most)
    assert found[0] <= min(values)
    assert found[-1] >= max(values)
    assert 2 <= len(found) <= most + 1
    assert len({b - a for a, b in pairwise(found)}) == 1


def test_longer_bars_are_larger_values_and_negative_ones_lie_on_the_other_side_of_zero() -> None:
    one, two, three = bars([("a", 10), ("b", 20), ("c", -10)], vietnamese).bars
    drawn = bars([("a", 10), ("b", 20), ("c", -10)], vietnamese)
    assert two.width == pytest.approx(2 * one.width, abs=0.02)
    assert one.x == two.x == drawn.zero
    assert three.x + three.width == drawn.zero
    assert three.value.text == f"{MINUS}10"


def test_a_line_breaks_where_a_value_is_missing() -> None:
    drawn = line([("2015", 1), ("2016", None), ("2017", 3), ("2018", 4)], vietnamese)
    assert [(stroke.x1, stroke.x2) for stroke in drawn.strokes] == [(66.67, 100.0)]
    assert [named.text for named in drawn.names] == ["2015", "2016", "2017", "2018"]


def test_round_numbers_stand_beside_a_line() -> None:
    assert ticks([Decimal("97.1"), Decimal("103.4")]) == tuple(map(Decimal, (96, 98, 100, 102, 104)))
    assert ticks([Decimal(0)]) == (
        Decimal(0),
        Decimal("0.2"),
        Decimal("0.4"),
        Decimal("0.6"),
        Decimal("0.8"),
        Decimal(1),
    )


def test_numbers_are_written_as_people_write_them() -> None:
    assert numeral(Decimal("-1224.60"), "vi") == f"{MINUS}1.224,60"
    assert numeral(1224.6, "en") == "1,224.6"
    assert numeral(1224567, "zh") == "1,224,567"
    assert numeral(Decimal("-0.04"), "vi", 1) == "0,0"
    assert numeral(Decimal("1E+3"), "vi") == "1.000"


def test_labels_keep_their_words_and_say_what_is_cut_off() -> None:
    assert wrapped("Chấp hành nghị quyết, quy chế làm việc", 34, 3) == ("Chấp hành nghị quyết, quy chế làm", "việc")
    assert wrapped("a" * 100, 10, 2)[-1].endswith("…")
    assert wrapped("  ", 10, 2) == ("",)
