"""Time limits that cannot be counted are refused at their place, in words."""

from __future__ import annotations

import pytest

from congbo.errors import CongboError
from congbo.locale import LANGUAGES, sentence
from congbo.policy import load_policy
from congbo.policy.span import MonthDay, Span, month_day, span
from support.trees import edited_policies, real_policies

DL, HD, QN = (f"policies/regulations/{one}/clauses.yml" for one in ("dl", "hd", "qn"))
NEWS = "{check: deadline, for: {types: [tin_bai]}, from: ket_thuc_luc, within: {working_days: 1}, yields_to: [DL-8.1c]}"
FIGURES = "from: ky_so_lieu, to: [submitted], by: {day: 25, month: same}, extends: false}"
DAILY = "{check: cadence, for: {sections: [tin-tuc]}, every: {working_days: 2}}"
WEEKLY = "of: {where: {cung_cap_tin: true}}, every: week, at_least: [{n: 2, where: {the_loai: [tin, bai]}}]"


@pytest.mark.parametrize(
    ("path", "old", "new", "key"),
    [
        (DL, NEWS, NEWS.replace("within: {working_days: 1}, ", ""), "limit.one_way"),
        (DL, NEWS, NEWS.replace("within:", "until: han_tra_loi, within:"), "limit.one_way"),
        (DL, NEWS, NEWS.replace("working_days", "weeks"), "limit.not_a_span"),
        (DL, NEWS, NEWS.replace("working_days: 1", "working_days: 1, days: 2"), "limit.not_a_span"),
        (DL, NEWS, NEWS.replace("working_days: 1", "working_days: nhanh"), "limit.not_a_span"),
        (DL, NEWS, NEWS.replace("working_days: 1", "days: 99999"), "limit.not_a_span"),
        (DL, NEWS, NEWS.replace("yields_to", "suggest: {working_days: 1}, yields_to"), "limit.suggestion"),
        (DL, NEWS, NEWS.replace("ket_thuc_luc", "ket_thuc"), "policy.dangling"),
        (HD, FIGURES, FIGURES.replace("day: 25", "day: 32"), "limit.not_a_day_of_month"),
        (HD, FIGURES, FIGURES.replace("same", "last"), "limit.not_a_day_of_month"),
        (HD, FIGURES, FIGURES.replace("[submitted]", "[nop]"), "policy.dangling"),
        (QN, DAILY, DAILY.replace("{working_days: 2}", "often"), "limit.not_a_span"),
        (QN, DAILY, DAILY.replace("every", "record: so_tay, every"), "policy.dangling"),
        (QN, DAILY, DAILY.replace("every", "at: hom_nao, every"), "policy.dangling"),
        (HD, WEEKLY, WEEKLY.replace("every: week", "every: day"), "policy.not_one_of"),
        (HD, WEEKLY, WEEKLY.replace("{where: {cung_cap_tin: true}}", "units"), "limit.quota_of"),
        (HD, WEEKLY, WEEKLY.replace("n: 2", "n: 0"), "limit.quota_line"),
        (HD, WEEKLY, WEEKLY.replace("n: 2", "m: 2"), "limit.quota_line"),
    ],
)  # fmt: skip
def test_a_limit_that_cannot_be_counted_is_refused(path: str, old: str, new: str, key: str) -> None:
    assert_refused(path, old, new, key)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('clause: DL-8.1d, within: {working_days: 0}', 'clause: DL-8.1a, within: {working_days: 3}', "limit.text_gives_one"),
        ('clause: DL-8.1d, within: {working_days: 0}', 'clause: DL-8.1d, within: [quarter]', "limit.not_a_span"),
        ('clause: DL-8.1d, within: {working_days: 0}', 'clause: DL-8.1d, every: {working_days: 0}', "limit.none_given"),
        ('owner: ubnd-phuong-dong-lac', 'owner: ubnd-phuong-dong-lac\nissues: [khong-co]', "policy.dangling"),
    ],
)  # fmt: skip
def test_a_figure_that_a_portal_may_not_set_is_refused(old: str, new: str, key: str) -> None:
    assert_refused("policies/portals/dl.yml", old, new, key)


def assert_refused(path: str, old: str, new: str, key: str) -> None:
    """The policies with one wrong line are refused at that line, in both languages."""
    text = real_policies()[path].decode()
    assert text.count(old) == 1
    with pytest.raises(CongboError) as refused:
        load_policy(edited_policies({path: text.replace(old, new).encode()}))
    error = refused.value
    assert error.message.key == key
    assert error.place is not None
    assert error.place.path == path
    first = text[: text.index(old)].count("\n") + 1
    assert first <= error.place.line <= first + new.count("\n")
    assert all(sentence(error.message, lang).strip() for lang in LANGUAGES)


def test_a_span_is_one_unit_and_one_number() -> None:
    assert span({"working_days": 2}) == Span("working_days", 2)
    assert [span(one) for one in (None, "local", {}, {"hours": True}, {"days": "3"}, {"days": 1, "hours": 2})] == [
        None
    ] * 6
    assert month_day({"day": 25, "month": "next"}) == MonthDay(25, next_month=True)
    assert [month_day(one) for one in (None, {"day": 25}, {"day": 0, "month": "same"})] == [None] * 3
