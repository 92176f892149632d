"""Facts of the law in policies/: document types, calendars, who replaced whom."""

from __future__ import annotations

from datetime import date

import pytest

from congbo.errors import CongboError
from congbo.policy import Policy, load_policy
from congbo.tree import FolderTree
from support.repositories import ROOT
from support.trees import edited_policies

# Điều 7 Nghị định 30/2020/NĐ-CP: 29 types, two of them without an abbreviation.
ADMINISTRATIVE = {
    "nghi_quyet": "NQ", "quyet_dinh": "QĐ", "chi_thi": "CT", "quy_che": "QC", "quy_dinh": "QyĐ", "thong_cao": "TC",
    "thong_bao": "TB", "huong_dan": "HD", "chuong_trinh": "CTr", "ke_hoach": "KH", "phuong_an": "PA", "de_an": "ĐA",
    "du_an": "DA", "bao_cao": "BC", "bien_ban": "BB", "to_trinh": "TTr", "hop_dong": "HĐ", "cong_van": "", "cong_dien": "CĐ",
    "ban_ghi_nho": "BGN", "ban_thoa_thuan": "BTT", "giay_uy_quyen": "GUQ", "giay_moi": "GM", "giay_gioi_thieu": "GGT",
    "giay_nghi_phep": "GNP", "phieu_gui": "PG", "phieu_chuyen": "PC", "phieu_bao": "PB", "thu_cong": "",
}  # fmt: skip


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(FolderTree(ROOT))


def test_the_29_administrative_types_with_their_abbreviations(policy: Policy) -> None:
    assert len(ADMINISTRATIVE) == 29
    known = {term.id: term.abbreviation for term in policy.vocabularies["hinh-thuc"].terms}
    assert {id_: known.get(id_) for id_ in ADMINISTRATIVE} == ADMINISTRATIVE
    assert {"ket_luan", "thong_tri", "quy_trinh"} <= known.keys()  # Party types


def test_every_year_from_2009_to_2027_has_a_calendar(policy: Policy) -> None:
    assert sorted(policy.calendars) == list(range(2009, 2028))
    assert policy.calendars[2026].known_until == date(2026, 11, 22)
    for year in policy.calendars.values():
        assert all(day.basis for day in year.days)


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        ("2011-01-30", "lam_bu"),  # a Sunday
        ("2026-01-02", "hoan_doi_nghi"),
        ("2026-01-10", "lam_bu"),
        ("2026-08-31", "hoan_doi_nghi"),
        ("2026-08-22", "lam_bu"),
        ("2026-11-24", "nghi_le"),
        ("2017-09-04", "nghi_bu"),
        ("2012-12-31", "hoan_doi_nghi"),
    ],
)
def test_days_that_lists_of_holidays_lack(policy: Policy, day: str, kind: str) -> None:
    wanted = date.fromisoformat(day)
    assert [d.kind for d in policy.calendars[wanted.year].days if d.date == wanted] == [kind]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('  - {date: 2027-01-01, kind: nghi_le, basis: "x"}', "policy.other_year"),
        ('  - {date: 2026-01-01, kind: nghi_le, basis: "x"}', "policy.duplicate_id"),
        ('  - {date: 2026-03-04, kind: lam_bu, basis: "x"}', "policy.worked_weekday"),
    ],
)
def test_a_calendar_that_contradicts_itself_is_refused(line: str, key: str) -> None:
    name = "policies/calendar/2026.yml"
    text = (ROOT / name).read_text("utf-8") + line + "\n"
    with pytest.raises(CongboError) as refused:
        load_policy(edited_policies({name: text.encode()}))
    assert refused.value.message.key == key
    assert refused.value.place.path == name
    assert refused.value.place.line == len(text.splitlines())


def test_successors_of_the_information_technology_law(policy: Policy) -> None:
    law = policy.laws["luat-cntt-2006"]
    assert law.until == date(2026, 6, 30)
    assert policy.laws[law.successors[0].id].number == "148/2025/QH15"
