"""Due dates that were counted by hand, over every rule with a clock (``due_dates.tsv``), and laws of counting."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congbo.dates import VIETNAM, parse_date, parse_moment, start_of
from congbo.errors import CongboError
from congbo.facts.answers import PORTAL, SUGGESTED, TEXT, answers
from congbo.facts.clocks import Event, by_day, due, months_after
from congbo.facts.due import Why
from congbo.facts.working_days import Calendar
from congbo.policy.span import WRITTEN_IN, MonthDay, Span
from congbo.typed.period import parse_period
from support.trees import real_policy

TABLE = Path(__file__).parent / "due_dates.tsv"
ROWS = list(csv.DictReader(TABLE.read_text("utf-8").splitlines(), delimiter="\t"))
CALENDAR = Calendar.of(real_policy())
DAYS = st.dates(date(2010, 1, 1), date(2026, 6, 30))


def event_of(text: str) -> Event:
    """Return the date, moment or period that a row starts from."""
    found = parse_date(text) or parse_moment(text) or parse_period(text)
    assert found is not None
    return found


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['rule']} {row['from']}" for row in ROWS])
def test_a_rule_ends_on_the_day_that_was_counted_by_hand(row: dict[str, str]) -> None:
    policy = real_policy()
    clause = policy.clause(row["rule"])
    assert clause is not None
    portal = policy.portals[row["portal"]] if row["portal"] else None
    found = answers(policy, clause, event_of(row["from"]), portal)[0].due
    assert found is not None
    if "T" in row["due"]:
        assert (found.due, found.last_day) == (datetime.fromisoformat(row["due"]), None)
    else:
        last = date.fromisoformat(row["due"])
        assert (found.due, found.last_day) == (start_of(last + timedelta(days=1)), last)
    assert found.provisional is bool(row["provisional"])


def test_every_rule_with_a_clock_is_in_the_table() -> None:
    policy = real_policy()
    clocks = {
        clause.id
        for clause in policy.all_clauses()
        for rule in policy.resolved(clause)
        if rule.means == "check" and rule.name in WRITTEN_IN
    }
    assert clocks == {row["rule"] for row in ROWS}
    assert len(ROWS) >= 60


def test_every_reason_is_given_and_no_row_stands_twice() -> None:
    assert all(row["reason"] for row in ROWS)
    assert len({(row["rule"], row["from"], row["portal"]) for row in ROWS}) == len(ROWS)


# ---- whose figure


def figure(clause_id: str, event: str, portal: str = "") -> str:
    policy = real_policy()
    clause = policy.clause(clause_id)
    assert clause is not None
    return answers(policy, clause, event_of(event), policy.portals.get(portal))[0].figure


def test_a_figure_is_the_texts_the_portals_or_suggested() -> None:
    assert figure("DL-8.1a", "2019-10-04") == TEXT
    assert figure("DL-8.1d", "2019-11-29", "dl") == PORTAL
    assert figure("DL-8.1d", "2019-11-29") == SUGGESTED
    assert figure("DL-8.1d", "2019-09-30", "dl") == SUGGESTED, "decided from 1 October only"


@pytest.mark.parametrize(
    ("clause", "event", "key"),
    [
        ("TQ-2.4b", "2012-01-02", "due.no_clock"),
        ("HD-9.3", "2018-08-06", "due.no_clock"),
        ("HD-4.1e", "2018-08-06", "due.no_figure"),
        ("DL-8.1a", "2019-Q4", "due.not_a_period"),
        ("DL-8.1a", "2005-01-03", "calendar.before_first"),
    ],
)
def test_what_has_no_answer_is_refused(clause: str, event: str, key: str) -> None:
    found = real_policy().clause(clause)
    assert found is not None
    with pytest.raises(CongboError) as refused:
        answers(real_policy(), found, event_of(event))
    assert refused.value.message.key == key


def test_a_clause_with_several_clocks_answers_for_each() -> None:
    clause = real_policy().clause("QN-20.1e/-2#1")
    assert clause is not None
    first, second = answers(real_policy(), clause, date(2017, 8, 22))
    assert first.due is not None
    assert first.due.last_day == date(2017, 9, 13)
    assert (second.due, second.promise) == (None, "han_tra_loi")


# ---- why a day counts


def test_each_day_says_why_it_counts_or_not() -> None:
    found = due(CALENDAR, Span("working_days", 2), date(2011, 1, 28))
    assert [(one.day.day, one.counted, one.why) for one in found.counted] == [
        (28, False, Why.FIRST),
        (29, True, Why.WORKED),
        (30, True, Why.WORKED),
    ]
    off = due(CALENDAR, Span("working_days", 1), date(2011, 1, 30)).counted
    assert [one.why for one in off] == [
        Why.FIRST, Why.SWAPPED, Why.SWAPPED, Why.HOLIDAY, Why.HOLIDAY, Why.HOLIDAY, Why.HOLIDAY, Why.WEEKEND, Why.IN_LIEU,
        Why.COUNTED,
    ]  # fmt: skip
    assert all(one.entry and one.entry.basis for one in off[1:7])


def test_a_term_in_days_that_ends_on_a_rest_day_says_both_days() -> None:
    moved = due(CALENDAR, Span("days", 3), date(2018, 12, 20))
    assert (moved.last_day, moved.unextended) == (date(2018, 12, 24), date(2018, 12, 23))
    fixed = due(CALENDAR, Span("days", 3), date(2018, 12, 20), extends=False)
    assert (fixed.last_day, fixed.unextended) == (date(2018, 12, 23), None)


def test_a_day_of_the_next_month_and_a_promised_day() -> None:
    assert due(CALENDAR, MonthDay(25, next_month=True), date(2018, 12, 31), extends=False).last_day == date(2019, 1, 25)
    assert due(CALENDAR, MonthDay(31), date(2018, 9, 1), extends=False).last_day == date(2018, 9, 30)
    assert by_day(CALENDAR, date(2017, 9, 2)).last_day == date(2017, 9, 2), "a promise is kept as it was given"


def test_only_days_that_the_calendar_was_asked_about_make_a_date_provisional() -> None:
    assert not due(CALENDAR, Span("hours", 24), datetime(2026, 12, 31, 9, tzinfo=VIETNAM)).provisional
    assert not due(CALENDAR, MonthDay(25), date(2026, 12, 1), extends=False).provisional
    assert due(CALENDAR, Span("days", 3), date(2026, 12, 1)).unknown_from == date(2026, 12, 4)
    assert not due(CALENDAR, Span("working_days", 1), date(2026, 11, 19)).provisional


# ---- laws of counting


@given(DAYS, st.integers(0, 40))
def test_a_count_of_working_days_never_ends_on_a_rest_day(day: date, n: int) -> None:
    assert CALENDAR.works(CALENDAR.after(day, n))


@given(DAYS, st.integers(1, 30), st.integers(1, 30))
def test_counts_add_up(day: date, n: int, m: int) -> None:
    assert CALENDAR.after(CALENDAR.after(day, n), m) == CALENDAR.after(day, n + m)


@given(DAYS, DAYS, st.integers(0, 40))
def test_a_later_event_never_ends_earlier(one: date, other: date, n: int) -> None:
    first, second = sorted((one, other))
    assert CALENDAR.after(first, n) <= CALENDAR.after(second, n)


@given(DAYS, st.integers(1, 40))
def test_exactly_n_working_days_lie_after_the_first(day: date, n: int) -> None:
    found = due(CALENDAR, Span("working_days", n), day)
    assert sum(one.counted for one in found.counted) == n
    assert found.counted[0].why is Why.FIRST
    assert found.counted[-1].day == found.last_day


@given(DAYS, st.integers(1, 30))
def test_extension_only_ever_moves_to_the_next_working_day(day: date, n: int) -> None:
    plain = due(CALENDAR, Span("days", n), day, extends=False).last_day
    moved = due(CALENDAR, Span("days", n), day).last_day
    assert plain is not None
    assert plain == day + timedelta(days=n)
    assert moved == CALENDAR.next_working(plain)


@given(DAYS, st.integers(1, 60))
def test_months_keep_the_day_or_end_with_the_month(day: date, n: int) -> None:
    found = months_after(day, n)
    assert found.day == day.day or (found + timedelta(days=1)).day == 1
    assert (found.year - day.year) * 12 + found.month - day.month == n


@given(DAYS, st.times())
def test_a_day_in_vietnam_does_not_depend_on_the_offset_it_was_written_in(day: date, time: time) -> None:
    local = datetime.combine(day, time, VIETNAM)
    assert due(CALENDAR, Span("working_days", 2), local) == due(
        CALENDAR, Span("working_days", 2), local.astimezone(UTC)
    )
