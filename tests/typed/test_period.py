"""Periods as statistics and projects write them."""

from __future__ import annotations

import pytest

from congbo.typed.period import parse_period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-07", "2018-07-01", "2018-07-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-02", "2019-02-01", "2019-02-28"),
        ("2018-Q1", "2018-01-01", "2018-03-31"),
        ("2018-Q3", "2018-07-01", "2018-09-30"),
        ("2018-Q4", "2018-10-01", "2018-12-31"),
        ("2018-H1", "2018-01-01", "2018-06-30"),
        ("2018-H2", "2018-07-01", "2018-12-31"),
        ("2011-9M", "2011-01-01", "2011-09-30"),
        ("2018/2021", "2018-01-01", "2021-12-31"),
        ("2017-01/2017-07", "2017-01-01", "2017-07-31"),
        ("2018/2018", "2018-01-01", "2018-12-31"),
        ("2018-Q1/2018-Q2", "2018-01-01", "2018-06-30"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    period = parse_period(text)
    assert period is not None
    assert (period.text, str(period.first), str(period.last)) == (text, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "18",
        "2018-13",
        "2018-00",
        "2018-7",
        "2018-Q5",
        "2018-Q0",
        "2018-H3",
        "2018-6M",
        "2018-q3",
        "2021/2018",
        "2017-07/2017-01",
        "2018/",
        "/2018",
        "2018/2019/2020",
        "2018-07-31",
        "2018 - 2021",
        "1899",
        "2200",
        "Quý II/2017",
        "7 tháng 2017",
    ],
)
def test_anything_else_is_no_period(text: str) -> None:
    assert parse_period(text) is None
