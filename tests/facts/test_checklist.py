"""The reviewer's questions, clause by clause (HD-7.1, DL-7#1, TQ-3.3, TQ-11.2, HT-3.1, HT-7.1*, QN-3.*, QN-8.1*)."""

from __future__ import annotations

from datetime import date

import pytest

from congbo.facts.checklist import questions
from congbo.policy import load_policy
from support.trees import edited_policies, real_policies, real_policy

NEWS = ("tin_bai",)
TODAY = date(2026, 11, 22)


def asked(portal: str, *types: str, on: date | None = TODAY) -> dict[str, tuple[str, ...]]:
    policy = real_policy()
    return {one.line: one.clauses for one in questions(policy, policy.portals[portal], types or NEWS, on)}


@pytest.mark.parametrize(
    ("portal", "clause", "lines"),
    [
        ("hd", "HD-7.1", {"chinh_xac", "dung_chu_truong", "bi_mat", "ban_quyen"}),
        ("dl", "DL-7#1", {"chinh_xac"}),
        ("tq", "TQ-3.3", {"phap_luat_cntt", "ban_quyen", "bi_mat", "bao_chi"}),
        ("ht", "HT-3.1", {"phap_luat_cntt", "bi_mat", "ban_quyen", "bao_chi"}),
        ("ht", "HT-7.1a", {"an_ninh_quoc_gia", "thuan_phong_my_tuc"}),
        ("ht", "HT-7.1c", {"xuyen_tac"}),
        ("ht", "HT-7.1d", {"bao_chi_xuat_ban"}),
        ("ht", "HT-7.2", {"hang_cam"}),
        ("ht", "HT-7.7", {"so_huu_tri_tue"}),
        ("qn", "QN-3.1", {"dung", "chinh_xac", "phu_hop"}),
        ("qn-camson", "QN-3.2", {"bi_mat", "bao_chi", "so_huu_tri_tue"}),
        ("qn", "QN-8.1a", {"an_ninh_quoc_gia"}),
        ("qn", "QN-8.1b", {"thuan_phong_my_tuc"}),
        ("qn", "QN-8.1d", {"xuyen_tac"}),
        ("qn", "QN-8.1e", {"hang_cam"}),
        ("qn", "QN-8.1f", {"tin_gia"}),
    ],
)
def test_a_clause_asks_its_lines(portal: str, clause: str, lines: set[str]) -> None:
    assert {line for line, clauses in asked(portal).items() if clause in clauses} == lines


def test_each_line_is_asked_once_with_everyone_who_asks() -> None:
    (one,) = [q for q in questions(real_policy(), real_policy().portals["ht"], NEWS, TODAY) if q.line == "bi_mat"]
    assert one.clauses == ("HT-3.1",)
    assert one.citations[0].startswith("khoản 1 Điều 3")
    assert "27/QĐ-SNV" in one.citations[0]
    assert one.asks.vi.endswith("?")
    assert one.asks.en.endswith("?")
    assert one.look.vi


def test_lines_come_in_the_order_of_the_file() -> None:
    order = list(real_policy().checklist)
    for portal in real_policy().portals:
        assert [line for line in order if line in asked(portal)] == list(asked(portal))


def test_only_advertisements_are_asked_about_advertising() -> None:
    assert "quang_cao_hop_phap" not in asked("tq")
    assert asked("tq", "tin_bai", "quang_cao")["quang_cao_hop_phap"] == ("TQ-11.2",)


def test_nothing_is_asked_about_nothing_nor_before_the_regulation() -> None:
    policy = real_policy()
    assert questions(policy, policy.portals["qn"], (), TODAY) == ()
    assert asked("qn", on=date(2017, 6, 16)) == {}
    assert asked("qn", on=None) == asked("qn")


def test_every_line_is_asked_by_some_clause() -> None:
    policy = real_policy()
    types = tuple(policy.types.types)
    used = {one.line for portal in policy.portals.values() for one in questions(policy, portal, types, TODAY)}
    assert used == set(policy.checklist)


def test_a_clause_of_another_tier_asks_nothing() -> None:
    name = "policies/regulations/qn/clauses.yml"
    text = real_policies()[name].decode()
    edit = text.replace(
        "{check: checklist, lines: [xuyen_tac]}", "{check: checklist, for: {tiers: [xa]}, lines: [xuyen_tac]}"
    )
    policy = load_policy(edited_policies({name: edit.encode()}))
    assert "xuyen_tac" in {one.line for one in questions(policy, policy.portals["qn-camson"], NEWS, TODAY)}
    assert "xuyen_tac" not in {one.line for one in questions(policy, policy.portals["qn"], NEWS, TODAY)}
