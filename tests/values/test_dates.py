"""Dates of Vietnam: what is read, what is printed, which terms share a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from congbo.dates import VIETNAM, day_of, holds, monday_of, overlap, parse_date, parse_moment, printed, start_of


@pytest.mark.parametrize("text", ["2019-10-04", "2028-02-29", "1900-01-01", "2199-12-31"])
def test_an_iso_date_is_read(text: str) -> None:
    assert str(parse_date(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2019-10-4",
        "20191004",
        "2019-W40-5",
        "2019/10/04",
        "04/10/2019",
        "2027-02-29",
        "2019-13-01",
        "2019-00-01",
        "1899-12-31",
        "2200-01-01",
        "0000-01-01",
        "9999-12-31",
        "2019-10-04T00:00",
        " 2019-10-04",
        "٢٠١٩-١٠-٠٤",
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-10-04T16:30:00+07:00", "2019-10-04T16:30:00+07:00"),
        ("2019-10-04T16:30", "2019-10-04T16:30:00+07:00"),
        ("2019-10-04T16:30:15", "2019-10-04T16:30:15+07:00"),
        ("2019-10-04T09:30:00Z", "2019-10-04T16:30:00+07:00"),
        ("2019-10-04T20:30:00+00:00", "2019-10-05T03:30:00+07:00"),
        ("2019-02-28T17:00:00Z", "2019-03-01T00:00:00+07:00"),
        ("2019-10-04", "2019-10-04T00:00:00+07:00"),
        ("1970-01-01T08:00", "1970-01-01T08:00:00+08:00"),
    ],
)
def test_a_moment_is_seen_from_vietnam(text: str, expected: str) -> None:
    moment = parse_moment(text)
    assert moment is not None
    assert moment.isoformat() == expected


@pytest.mark.parametrize(
    "text",
    [
        "2019-10-04 16:30",
        "2019-10-04T16",
        "2019-10-04T1630",
        "2019-10-04T16:30 +07:00",
        "2019-10-04T24:00",
        "2019-10-04T16:60",
        "2019-10-04T16:30:00,5",
        "2019-10-04T16:30+7",
        "2019-02-29T16:30",
        "16:30",
        "2019-10-04T16:30:00+07:00[Asia]",
        "1899-12-31T08:00",
    ],
)
def test_anything_else_is_no_moment(text: str) -> None:
    assert parse_moment(text) is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2017, 7, 3), "03/7/2017"),
        (date(2019, 10, 4), "04/10/2019"),
        (date(2019, 11, 15), "15/11/2019"),
        (date(2020, 1, 9), "09/01/2020"),
        (date(2020, 2, 29), "29/02/2020"),
        (date(2020, 3, 1), "01/3/2020"),
    ],
)
def test_a_day_is_printed_as_offices_do(day: date, expected: str) -> None:
    assert printed(day) == expected


def test_the_day_of_a_moment_is_the_day_in_vietnam() -> None:
    assert day_of(datetime(2026, 2, 28, 17, 0, tzinfo=UTC)) == date(2026, 3, 1)
    assert day_of(datetime(2026, 2, 28, 16, 59, tzinfo=UTC)) == date(2026, 2, 28)
    assert day_of(date(2026, 2, 28)) == date(2026, 2, 28)


def test_a_day_starts_at_midnight_in_vietnam() -> None:
    assert start_of(date(2026, 3, 1)).astimezone(UTC) == datetime(2026, 2, 28, 17, 0, tzinfo=UTC)
    assert start_of(date(2026, 3, 1)).tzinfo is VIETNAM


@pytest.mark.parametrize("shift", range(7))
def test_a_week_runs_from_monday_to_sunday(shift: int) -> None:
    assert monday_of(date(2019, 9, 30) + timedelta(days=shift)) == date(2019, 9, 30)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2019-10-04", "2019-10-04", True),
        (None, "2019-10-04", True),
        ("2019-10-04", None, True),
        (None, None, True),
        ("2019-10-05", None, False),
        (None, "2019-10-03", False),
    ],
)
def test_a_term_holds_on_both_its_ends(start: str | None, end: str | None, expected: bool) -> None:
    assert holds(start and parse_date(start), end and parse_date(end), date(2019, 10, 4)) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("2019-01-01", "2019-06-30"), ("2019-07-01", None), False),
        (("2019-01-01", "2019-07-01"), ("2019-07-01", None), True),
        (("2019-01-01", None), ("2020-01-01", "2020-12-31"), True),
        ((None, "2019-06-30"), ("2019-07-01", None), False),
        ((None, None), ("2019-07-01", "2019-07-01"), True),
        (("2020-01-01", None), (None, "2019-12-31"), False),
    ],
)
def test_two_terms_overlap_if_they_share_a_day(
    one: tuple[str | None, ...], other: tuple[str | None, ...], expected: bool
) -> None:
    first, second = ([text and parse_date(text) for text in term] for term in (one, other))
    assert overlap(*first, *second) is expected
    assert overlap(*second, *first) is expected
