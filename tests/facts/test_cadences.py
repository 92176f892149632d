"""Gaps in what should come again and again, and quotas of any period."""

from __future__ import annotations

from datetime import date

import pytest

from congbo.facts.cadences import first_of_each_day, gaps
from congbo.facts.limits import decided, limit_of
from congbo.facts.local import threshold
from congbo.facts.quotas import days_off, quotas, week_before
from congbo.facts.working_days import Calendar
from congbo.policy.span import Span
from support.items import corpus
from support.trees import real_policy

CALENDAR = Calendar.of(real_policy())
TWO = Span("working_days", 2)
SINCE = date(2017, 6, 19)


def found(
    days: list[int], today: int, *, from_nothing: bool = False, since: date = SINCE
) -> list[tuple[int, int | None]]:
    """Return (after, ended) of the gaps between days of July 2017; an open one has not ended."""
    what = {date(2017, 7, day): day for day in days}
    gone = gaps(CALENDAR, TWO, what, since, date(2017, 7, today), from_nothing=from_nothing)
    return [(gap.after.day, gap.ended.day if gap.ended else None) for gap in gone]


def test_two_working_days_may_lie_between() -> None:
    assert found([19, 21, 25], today=27) == []


def test_a_closed_gap_and_an_open_one() -> None:
    assert found([19, 24], today=27) == [(19, 24), (24, None)]


def test_the_last_day_is_still_in_time() -> None:
    assert found([24], today=26) == []
    assert found([24], today=27) == [(24, None)]


def test_nothing_at_all_is_no_gap_unless_the_clock_starts_by_itself() -> None:
    assert found([], today=27) == []
    assert found([], today=27, from_nothing=True) == [(19, None)]


def test_what_is_older_than_the_duty_stands_for_its_first_day() -> None:
    assert found([3, 24], today=25, since=date(2017, 7, 19)) == [(19, 24)]
    assert found([24], today=25, since=date(2017, 7, 19)) == []


def test_the_first_thing_of_a_day_counts() -> None:
    assert first_of_each_day([(date(2017, 7, 3), "a"), (date(2017, 7, 3), "b")]) == {date(2017, 7, 3): "a"}


# ---- the portal's own figures


def test_a_figure_counts_from_the_day_of_its_decision() -> None:
    dl = real_policy().portals["dl"]
    assert threshold(dl, "DL-8.1d", "within", date(2019, 10, 1)) == {"working_days": 0}
    assert threshold(dl, "DL-8.1d", "within", date(2019, 9, 30)) is None
    assert threshold(dl, "DL-8.1d", "every", date(2019, 10, 1)) is None
    assert threshold(dl, "DL-8.1a", "within", date(2019, 10, 1)) is None


def test_a_rule_with_a_figure_of_its_own_asks_nobody() -> None:
    policy = real_policy()
    clause, local = policy.clause("QN-20.1h"), policy.clause("QN-20.1b#2")
    assert clause is not None
    assert local is not None
    assert limit_of(local.met_by[0]) == TWO
    assert limit_of(clause.met_by[0]) is None
    portal = policy.portals["qn"]
    own = decided(portal, clause.id, clause.met_by[0], date(2017, 7, 3))
    assert limit_of(clause.met_by[0], own) == Span("working_days", 10)
    assert limit_of(clause.met_by[1], own) == Span("months", 3)


# ---- quotas


@pytest.mark.parametrize(
    ("today", "monday", "sunday"),
    [
        (date(2018, 11, 12), date(2018, 11, 5), date(2018, 11, 11)),
        (date(2018, 11, 11), date(2018, 10, 29), date(2018, 11, 4)),
        (date(2019, 1, 1), date(2018, 12, 24), date(2018, 12, 30)),
    ],
)
def test_the_last_week_that_has_ended(today: date, monday: date, sunday: date) -> None:
    assert week_before(today) == (monday, sunday)


def test_a_quota_can_be_counted_in_any_period() -> None:
    page = (
        "---\nid: hd-2018-9401\ntype: tin_bai\ntitle: Tin\nsummary: Tóm tắt.\nimported:\n"
        "  published: 2018-12-03T09:00:00+07:00\n  source: Cổng cũ\ndon_vi: hd-van-phong-tinh-uy\n"
        "the_loai: tin\nnhan_luc: 2018-11-30T16:00:00+07:00\n---\nNội dung.\n"
    )
    here = corpus({"content/hd/tin-dia-phuong/2018/tin.md": page})
    clause = here.policy.clause("HD-9.3")
    assert clause is not None
    month = quotas(here, here.policy.portals["hd"], clause.met_by[0], date(2018, 11, 1), date(2018, 11, 30))
    count = next(one.counts[0] for one in month if one.unit.id == "hd-van-phong-tinh-uy")
    assert (count.submitted, count.published, count.wanted, count.met) == (1, 0, 2, False)


def test_days_off_of_a_period_are_named_without_its_weekends() -> None:
    closed = days_off(corpus({}), date(2019, 2, 4), date(2019, 2, 10))
    assert [one.date.day for one in closed] == [4, 5, 6, 7, 8]
    assert all("Tết" in one.note for one in closed)
