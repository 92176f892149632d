"""Selectors: what a rule is about."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from congbo.facts.matching import about_item, about_portal, holds
from congbo.frozen import replace
from congbo.policy.selector import Selector, narrowed
from support.items import corpus, item
from support.trees import real_policy

FACTS: dict[str, Any] = {
    "nguon_goc": "trich_dan",
    "co": True,
    "khong": False,
    "dan_so": "1.234",
    "ty_le": "99,2",
    "chu": "một trăm",
    "vung": ("a", "b"),
    "ngay": date(2019, 10, 1),
}


@pytest.mark.parametrize(
    "conditions",
    [
        {},
        {"nguon_goc": "trich_dan"},
        {"nguon_goc": ("dang_lai", "trich_dan")},
        {"co": True},
        {"khong": False},
        {"vung": "a"},
        {"vung": ("c", "b")},
        {"ngay": {"present": True}},
        {"vang": {"present": False}},
        {"khong": {"present": True}},
        {"dan_so": {"above": 1233}},
        {"dan_so": {"below": 1235}},
        {"dan_so": {"above": 1000, "below": 2000}},
        {"ty_le": {"above": 99}},
        {"nguon_goc": "trich_dan", "co": True},
    ],
)
def test_conditions_that_hold(conditions: dict[str, Any]) -> None:
    assert holds(conditions, FACTS.get)


@pytest.mark.parametrize(
    "conditions",
    [
        {"nguon_goc": "tu_viet"},
        {"nguon_goc": ("tu_viet", "cong_tac_vien")},
        {"co": False},
        {"vang": "x"},
        {"vang": False},
        {"vung": "c"},
        {"ngay": {"present": False}},
        {"vang": {"present": True}},
        {"dan_so": {"above": 1234}},
        {"dan_so": {"below": 1234}},
        {"dan_so": {"above": 1000, "below": 1100}},
        {"chu": {"above": 0}},
        {"vang": {"below": 9}},
        {"nguon_goc": "trich_dan", "co": False},
    ],
)
def test_conditions_that_do_not_hold(conditions: dict[str, Any]) -> None:
    assert not holds(conditions, FACTS.get)


NEWS = item("content/qn/tin-tuc/2017/tin.md", "tin_bai", don_vi="qn-so-du-lich", nguon_goc="trich_dan", nguon="Báo A")


@pytest.mark.parametrize(
    "selector",
    [
        Selector(),
        Selector(types=("tin_bai",)),
        Selector(types=("van_ban", "tin_bai"), sections=("tin-tuc",), languages=("vi",)),
        Selector(units=("qn-so-du-lich",)),
        Selector(editions=("internet",)),
        Selector(where={"nguon_goc": "trich_dan"}),
        Selector(where={"type": "tin_bai"}),
        Selector(where={"own_unit": "ubnd-tinh-quang-ninh"}),
        Selector(where={"issued_here": False}),
        Selector(unless={"nguon_goc": "tu_viet"}),
        Selector(unless={"nguon_goc": "trich_dan", "nguon": "Báo B"}),
    ],
)
def test_a_selector_that_is_about_an_item(selector: Selector) -> None:
    assert about_item(corpus(), selector, NEWS)


@pytest.mark.parametrize(
    "selector",
    [
        Selector(types=("van_ban",)),
        Selector(sections=("gop-y",)),
        Selector(languages=("en", "zh")),
        Selector(units=("qn-so-tttt",)),
        Selector(where={"nguon_goc": "tu_viet"}),
        Selector(types=("tin_bai",), where={"nguon_goc": "tu_viet"}),
        Selector(unless={"nguon_goc": "trich_dan"}),
        Selector(unless={"nguon_goc": "trich_dan", "nguon": "Báo A"}),
    ],
)
def test_a_selector_that_is_not_about_an_item(selector: Selector) -> None:
    assert not about_item(corpus(), selector, NEWS)


def test_an_item_for_one_network_is_not_in_the_edition_of_the_other() -> None:
    internal = replace(NEWS, editions=("wan",))
    assert about_item(corpus(), Selector(editions=("wan",)), internal)
    assert about_item(corpus(), Selector(editions=("internet", "wan")), internal)
    assert not about_item(corpus(), Selector(editions=("internet",)), internal)


def test_what_counts_as_a_field_counts_in_a_condition() -> None:
    document = item(co_quan_ban_hanh="ubnd-phuong-dong-lac")
    assert about_item(corpus(), Selector(where={"nguon": "ubnd-phuong-dong-lac", "issued_here": True}), document)


def test_the_bodies_that_a_document_governs_are_a_fact() -> None:
    here = item(pham_vi_dieu_chinh=("dl-van-phong", "ubnd-phuong-dong-lac"))
    elsewhere = item(pham_vi_dieu_chinh=("dl-van-phong",))
    selector = Selector(where={"governed_here": True})
    assert [about_item(corpus(), selector, one) for one in (here, elsewhere, item())] == [True, False, False]


@pytest.mark.parametrize(
    ("portal", "selector", "expected"),
    [
        ("qn", Selector(), True),
        ("qn", Selector(tiers=("tinh",)), True),
        ("qn", Selector(tiers=("xa", "huyen")), False),
        ("qn-camson", Selector(tiers=("xa", "huyen")), True),
        ("qn", Selector(languages=("en", "zh")), True),
        ("dl", Selector(languages=("en", "zh")), False),
        ("hd", Selector(editions=("wan",)), True),
        ("dl", Selector(editions=("wan",)), False),
        ("dl", Selector(portals=("dl",)), True),
        ("dl", Selector(portals=("qn",)), False),
    ],
)
def test_a_selector_is_about_a_portal(portal: str, selector: Selector, expected: bool) -> None:
    assert about_portal(selector, real_policy().portals[portal]) is expected


def test_a_clause_inherits_the_lines_that_it_does_not_write() -> None:
    article = Selector(tiers=("xa",), languages=("vi",), where={"a": "b"})
    clause = Selector(types=("van_ban",), languages=("en",))
    assert narrowed(article, clause) == Selector(types=("van_ban",), tiers=("xa",), languages=("en",), where={"a": "b"})
    assert narrowed(Selector(), clause) == clause
