"""Who is left to sign: steps that nobody, or only somebody already needed for another step, could take."""

from datetime import date

import pytest

from congbo.facts.gate.aftermath import gaps, uncovered
from congbo.frozen import replace
from support.gate import START, policy
from support.journeys import with_holder, with_keys, with_procedures, with_step, without_holders

REVIEW = ("tep_quan_tri", "xem_xet")
CTV = "cong_tac_vien"


def of_dl(rules, now=START):
    return [(procedure, step) for board, procedure, step in gaps(rules, now) if board == "dl"]


def reviewed_by(*roles, **changes):
    return with_step("DL", *REVIEW, by=dict.fromkeys(roles, "CB-17"), **changes)


def without_portal(portal):
    return replace(policy(), portals={id_: one for id_, one in policy().portals.items() if id_ != portal})


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (policy(), []),
        (reviewed_by("truong_ban", "cong_chuc_van_phong"), []),
        (reviewed_by("truong_ban"), [("tep_quan_tri", "phe_duyet")]),
        (reviewed_by("truong_ban", "pho_ban", count=2), [("tep_quan_tri", "phe_duyet")]),
        (reviewed_by("pho_ban_thuong_truc", "pho_ban", count=2), []),
        (reviewed_by("pho_ban", count=2), [REVIEW]),
        (reviewed_by(), [REVIEW]),
        (reviewed_by("khong_co"), [REVIEW]),
        (
            with_keys(
                lambda key: None if key.person == "dl-van-phong" else key, base=reviewed_by("cong_chuc_van_phong")
            ),
            [REVIEW],
        ),
        (
            with_keys(
                lambda key: None if "ctv" in key.person else key, base=with_step("DL", "tin_bai", "nop", by={CTV: "x"})
            ),
            [],
        ),
        (without_holders("dl", "dl-van-phong", base=reviewed_by("cong_chuc_van_phong")), [REVIEW]),
        (with_holder("dl", "dl-van-phong", reviewed_by("cong_chuc_van_phong"), until=date(2026, 11, 1)), [REVIEW]),
        (with_holder("dl", "dl-van-phong", reviewed_by("cong_chuc_van_phong"), until=date(2026, 11, 2)), []),
        (with_holder("dl", "dl-van-phong", reviewed_by("cong_chuc_van_phong"), keys=("SHA256:khac",)), [REVIEW]),
        (with_holder("dl", "dl-van-phong", reviewed_by("cong_chuc_van_phong"), keys=("SHA256:dl-van-phong",)), []),
        (with_step("DL", *REVIEW, of="parent_board"), [REVIEW]),
        (without_portal("dl"), []),
        (replace(policy(), board_rules={}), []),
    ],
)
def test_steps_that_nobody_could_take(rules, expected):
    assert of_dl(rules) == expected


def test_steps_are_those_of_the_day():
    assert of_dl(reviewed_by("khong_co"), START.replace(year=2011)) == []


def test_steps_of_the_board_above():
    without = with_keys(lambda key: None if key.person == "tq-quan-tri" else key)
    assert ("tq-sonduong", "cau_hinh", "quan_tri_cap_tinh") in set(gaps(without, START))


def test_areas_and_types_that_nobody_would_decide_on():
    def without(name):
        return with_procedures("DL", lambda known: {key: one for key, one in known.items() if key != name})

    here = set(uncovered(policy(), START))
    assert set(uncovered(without("nhan_su"), START)) - here == {("dl", "boards"), ("dl", "keys")}
    assert set(uncovered(without("cai_tien"), START)) - here == {("dl", "theme"), ("dl", "sections")}
    assert ("dl", "van_ban") in set(uncovered(without("tin_bai"), START)) - here
    assert ("dl", "boards") in set(uncovered(policy(), START.replace(year=2011)))


def test_portal_without_a_board_has_nobody():
    gone = replace(policy(), boards={id_: one for id_, one in policy().boards.items() if id_ != "dl"})
    assert set(uncovered(gone, START)) - set(uncovered(policy(), START)) == {("dl", "boards")}
