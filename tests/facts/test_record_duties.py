"""Record duties: which records meet them, for which periods none does, and who answers for them today."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import pairwise

import pytest

from congbo.facts.answerable import answerable
from congbo.facts.kept import gaps, kept
from congbo.facts.periods import periods
from congbo.facts.records import Duty, duties, duties_of, standing
from congbo.policy import Policy, load_policy
from support.trees import edited_policies, real_policies, real_policy

TODAY = date(2026, 11, 22)


@cache
def with_records(*texts: str) -> Policy:
    """Return the real policies with these records (without the two first lines that all have) and no others."""
    others = [path for path in real_policies() if path.startswith("policies/records/")]
    tree = edited_policies({}, without=others)
    for number, text in enumerate(texts):
        type_, rest = text.split("\n", 1)
        tree.files[f"policies/records/{type_}/r-{number}.yml"] = (
            f"format: 1\nrecord: {type_}\nid: r-{number}\n{rest}".encode()
        )
    return load_policy(tree)


def duty(policy: Policy, portal: str, clause: str, today: date = TODAY) -> Duty:
    """Return the record duty of a clause at a portal."""
    (found,) = [one for one in duties_of(policy, policy.portals[portal], today) if one.clause.id == clause]
    return found


def budget(portal: str = "qn", by: str = "trung_tam_thong_tin", year: str = "2018", day: str = "2017-10-16") -> str:
    return f'du_toan\nportal: {portal}\nten: Dự toán\nky: "{year}"\nngay: {day}\nnguoi_lap: {by}\nso_tien: "1.000.000 đồng"\n'


def missing(policy: Policy, portal: str, clause: str, today: date = TODAY) -> list[str]:
    return [one.text if one else "ever" for one in standing(policy, duty(policy, portal, clause, today), today).missing]


# ---- periods


@pytest.mark.parametrize(
    ("word", "start", "today", "expected"),
    [
        ("year", date(2017, 6, 17), date(2019, 5, 1), ["2018", "2019"]),
        ("year", date(2018, 1, 1), date(2018, 12, 31), ["2018"]),
        ("year", date(2018, 1, 2), date(2018, 12, 31), []),
        ("half_year", date(2018, 6, 30), date(2019, 7, 1), ["2018-H2", "2019-H1", "2019-H2"]),
        ("quarter", date(2018, 9, 1), date(2019, 1, 1), ["2018-Q4", "2019-Q1"]),
        ("month", date(2018, 11, 1), date(2019, 1, 31), ["2018-11", "2018-12", "2019-01"]),
        ("month", date(2018, 11, 2), date(2018, 11, 30), []),
    ],
)
def test_periods_that_begin_from_a_day_on(word: str, start: date, today: date, expected: list[str]) -> None:
    found = list(periods(word, start, today))
    assert [one.text for one in found] == expected
    assert all(one.first >= start and one.first <= today and one.first < one.last for one in found)


def test_periods_follow_each_other_without_gap() -> None:
    for word in ("year", "half_year", "quarter", "month"):
        found = list(periods(word, date(2011, 1, 1), date(2013, 1, 1)))
        assert all((b.first - a.last).days == 1 for a, b in pairwise(found))


# ---- what is missing


def test_a_yearly_duty_misses_every_full_year_without_a_record_and_the_running_one() -> None:
    assert missing(with_records(), "qn", "QN-10.7a#2", date(2020, 3, 1)) == ["2018", "2019", "2020"]
    assert missing(with_records(budget()), "qn", "QN-10.7a#2", date(2020, 3, 1)) == ["2019", "2020"]


def test_a_record_of_several_years_covers_each() -> None:
    assert missing(with_records(budget(year="2018/2019")), "qn", "QN-10.7a#2", date(2020, 3, 1)) == ["2020"]


def test_a_record_of_half_a_year_covers_no_year() -> None:
    assert missing(with_records(budget(year="2018-H1")), "qn", "QN-10.7a#2", date(2019, 3, 1)) == ["2018", "2019"]


def test_a_record_by_somebody_else_does_not_count() -> None:
    assert missing(with_records(budget(by="trung_tam_cntt")), "qn", "QN-10.7a#2", date(2018, 3, 1)) == ["2018"]


def test_a_record_of_another_portal_does_not_count() -> None:
    other = budget("tq", "trung_tam", day="2017-10-16")
    assert missing(with_records(other), "qn", "QN-10.7a#2", date(2018, 3, 1)) == ["2018"]


def test_a_record_of_tomorrow_does_not_count_today() -> None:
    policy = with_records(budget(day="2018-03-02"))
    assert missing(policy, "qn", "QN-10.7a#2", date(2018, 3, 1)) == ["2018"]
    assert missing(policy, "qn", "QN-10.7a#2", date(2018, 3, 2)) == []


def test_a_record_from_before_the_regulation_does_not_count() -> None:
    policy = with_records(budget(day="2017-06-16"))
    assert missing(policy, "qn", "QN-10.7a#2", date(2018, 3, 1)) == ["2018"]


def plan(kind: str = "bien_che", to: str = "[ubnd_tinh]", more: str = "") -> str:
    return (
        f'ke_hoach\nportal: tq\nloai_ke_hoach: {kind}\nten: Kế hoạch\nky: "2012"\nngay: 2011-10-14\n'
        f"nguoi_lap: trung_tam\n{more}" + (f"trinh: {to}\n" if to else "")
    )


def test_a_duty_asks_for_its_kind_its_addressee_and_its_fields() -> None:
    early = date(2012, 3, 1)
    assert missing(with_records(plan()), "tq", "TQ-12.1a", early) == []
    assert missing(with_records(plan("hoat_dong")), "tq", "TQ-12.1a", early) == ["2012"]
    assert missing(with_records(plan(to="")), "tq", "TQ-12.1a", early) == ["2012"]
    assert missing(with_records(plan(to="[so_tttt, ubnd_tinh]")), "tq", "TQ-12.1a", early) == []
    assert missing(with_records(plan("hoat_dong")), "tq", "TQ-5.3", early) == ["2012"]
    approved = plan("hoat_dong", more="van_ban_phe_duyet: 921/QĐ-UBND\n")
    assert missing(with_records(approved), "tq", "TQ-5.3", early) == []


def test_a_duty_without_a_period_misses_a_record_as_long_as_there_is_none() -> None:
    training = "dao_tao\nportal: tq\nngay: 2011-09-20\nnoi_dung: Viết tin\nthanh_phan_lop: Biên tập viên\n"
    assert missing(with_records(), "tq", "TQ-5.5") == ["ever"]
    assert missing(with_records(training), "tq", "TQ-5.5") == []


@pytest.mark.parametrize(
    ("portal", "clause"), [("hd", "HD-13.1"), ("dl", "DL-10.2"), ("tq", "TQ-12.1b"), ("tq", "TQ-11.3"), ("qn", "QN-6")]
)
def test_nothing_is_missing_where_nothing_happened_or_nothing_is_owed(portal: str, clause: str) -> None:
    assert missing(with_records(), portal, clause) == []


def test_a_clause_of_one_tier_binds_that_tier_only() -> None:
    policy = with_records()
    bound = {(one.portal.id, one.clause.id) for one in duties(policy, TODAY)}
    assert ("tq", "TQ-5.5") in bound
    assert ("tq-sotttt", "TQ-5.5") not in bound
    assert ("tq-sotttt", "TQ-9.2c/-1") in bound
    assert ("tq", "TQ-9.2c/-1") not in bound


def test_who_follows_no_regulation_owes_no_record() -> None:
    assert list(duties(with_records(), date(2009, 1, 1))) == []


# ---- beside the records


def test_a_record_names_the_clauses_that_it_answers_and_what_it_lacks_for_others() -> None:
    incident = "su_co\nportal: hd\nloai_su_co: gian_doan\nphat_hien_luc: 2018-10-02T22:15:00+07:00\nmo_ta: Mất điện.\n"
    (one,) = kept(with_records(incident), TODAY)
    assert one.meets == ("HD-4.1a",)
    assert one.lacks == (("HD-13.1", ("nguoi_phat_hien", "bao_cao_cho", "bao_cao_luc")),)
    assert not one.ended


def test_a_waiver_has_ended_the_day_after_its_last() -> None:
    waiver = (
        "mien_tru\nportal: ht\nclause: HT-9.3c\non: {unit: ht-van-phong, from: 2022-01-31, until: 2022-02-06}\n"
        "reason: Tết\nby: truong_ban\nngay: 2022-01-25\n"
    )
    policy = with_records(waiver)
    assert [one.ended for one in kept(policy, date(2022, 2, 6))] == [False]
    assert [one.ended for one in kept(policy, date(2022, 2, 7))] == [True]


def test_gaps_join_the_periods_that_follow_each_other_and_name_the_running_one() -> None:
    policy = with_records(budget(year="2020", day="2019-10-16"))
    (gap,) = [one for one in gaps(policy, date(2023, 5, 1)) if one.duty.clause.id == "QN-10.7a#2"]
    assert [(first.text, last.text) for first, last in gap.periods] == [("2018", "2019"), ("2021", "2022")]
    assert gap.running
    assert gap.running.text == "2023"


def answering(portal: str, clause: str, today: date = TODAY) -> list[tuple[str, tuple[str, ...], bool]]:
    policy = real_policy()
    one = duty(policy, portal, clause, today)
    found = answerable(policy, one.portal, one.clause, one.rule, today)
    return [(who.name.vi, who.who, who.vacant) for who in found]


def test_whom_the_rule_names_answers_for_it() -> None:
    ((name, who, vacant),) = answering("tq", "TQ-12.1a")
    assert name == "Trung tâm Công nghệ thông tin và Truyền thông"
    assert who == ("Giám đốc Trung tâm Công nghệ thông tin và Truyền thông",)
    assert not vacant


def test_where_the_rule_names_nobody_the_role_does_whose_duty_the_clause_is() -> None:
    assert "Phòng Cơ yếu - Công nghệ thông tin" in [name for name, _, _ in answering("hd", "HD-4.1d")]


def test_a_role_without_a_holder_is_vacant() -> None:
    policy = real_policy()
    before = date(2021, 4, 23)
    one = duty(policy, "ht", "HT-13.4/-4", before)
    found = answerable(policy, one.portal, one.clause, one.rule, before)
    assert [(who.name.vi, who.vacant) for who in found] == [("Ủy viên Ban biên tập", True)]


def test_where_no_role_has_the_duty_the_portals_owner_answers() -> None:
    assert answering("ht", "HT-5#0") == [("Sở Nội vụ tỉnh Hà Tĩnh", (), False)]


# ---- the repository's own records


def test_every_clause_that_asks_for_a_record_has_one_at_some_portal() -> None:
    policy = real_policy()
    asked = {(one.clause.id, one.rule.name) for one in duties(policy, TODAY)}
    answered = {(one.clause.id, one.rule.name) for one in duties(policy, TODAY) if one.met_by(policy, TODAY)}
    assert asked - answered == set()
    assert asked


def test_no_record_of_the_repository_lacks_anything() -> None:
    assert [(one.record.id, one.lacks) for one in kept(real_policy(), TODAY) if one.lacks] == []
