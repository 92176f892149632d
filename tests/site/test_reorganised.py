"""What ceased says so: on every page of its portal, on pages about it elsewhere, in lists of portals; from the day it did."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from congbo.dates import VIETNAM
from congbo.site.home_facts import home_facts, site_map_facts
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.render import Theme
from congbo.site.views import Link
from support.histories import Past, past_of, small_repository
from support.items import corpus
from support.renewed import Shown, differing
from support.trees import ROOT

LAST, AFTER = date(2025, 6, 30), date(2025, 7, 1)
TEXT = """---
id: {portal}-2017-9001
type: {type}
title: Thông tin {type}
summary: Tóm tắt.
imported:
  published: 2017-08-01T09:00:00+07:00
  source: Hệ thống cũ
don_vi: {unit}
---
Nội dung.
"""


def shown_on(today: date, portal: str, unit: str = "", type_: str = "co_quan") -> Index:
    text = TEXT.format(portal=portal, type=type_, unit=unit or "x").replace("don_vi: x\n", "")
    found = corpus({f"content/{portal}/gioi-thieu/2017/a.md": text}, today)
    return Index(found, found.policy.portals[portal], "internet")


@pytest.mark.parametrize(
    ("portal", "name", "heirs"),
    [
        ("dl", "Ủy ban nhân dân phường Đồng Lạc", ["Phường Lê Đại Hành"]),
        ("hd", "Tỉnh ủy Hải Dương", ["Thành ủy Hải Phòng"]),
        ("qn-campha", "Ủy ban nhân dân thành phố Cẩm Phả", []),
    ],
)
def test_every_page_of_a_portal_whose_owner_ceased_says_so(portal: str, name: str, heirs: list[str]) -> None:
    before, after = (item_facts(index, index.items[0]) for index in (shown_on(LAST, portal), shown_on(AFTER, portal)))
    assert before.chrome.ceased is None
    found = after.chrome.ceased
    assert found is not None
    assert found.says.startswith(f"{name} kết thúc hoạt động từ ngày 01/7/2025 theo ")
    assert {link.title for link in found.heirs} >= set(heirs)
    assert found.heirs
    html = Theme(ROOT / "theme").render("item.html", after).decode()
    assert html.count("kết thúc hoạt động") == 1
    assert html.index("kết thúc hoạt động") < html.index("<header>")


def test_a_portal_that_goes_on_says_nothing() -> None:
    index = shown_on(AFTER, "qn")
    assert home_facts(index, "vi").chrome.ceased is None
    assert "kết thúc hoạt động" not in Theme(ROOT / "theme").render("home.html", home_facts(index, "vi")).decode()


def test_who_took_over_leads_to_its_own_portal() -> None:
    found = home_facts(shown_on(AFTER, "tq-sonduong"), "vi").chrome.ceased
    assert found is not None
    host = shown_on(AFTER, "tq").host
    assert found.heirs == (Link("Ủy ban nhân dân tỉnh Tuyên Quang", f"https://{host}/", external=True),)


def test_a_portal_names_those_of_its_tier_that_it_took_over() -> None:
    def named(today: date) -> tuple[str, ...]:
        facts = home_facts(shown_on(today, "tq"), "vi").chrome.footer
        return next((one.values for one in facts if one.key == "forerunners"), ())

    assert named(LAST) == ()
    assert named(AFTER) == ("Ủy ban nhân dân tỉnh Hà Giang (đến hết 30/6/2025)",)


@pytest.mark.parametrize(("type_", "says"), [("co_quan", True), ("nhan_su", True), ("tin_bai", False)])
@pytest.mark.parametrize("today", [LAST, AFTER])
def test_a_page_about_a_body_that_ceased_says_so_before_its_text(type_: str, says: bool, today: date) -> None:
    index = shown_on(today, "tq", "tq-ubnd-huyen-na-hang", type_)
    html = Theme(ROOT / "theme").render("item.html", item_facts(index, index.items[0])).decode()
    told = says and today == AFTER
    assert ("Ủy ban nhân dân huyện Na Hang kết thúc hoạt động từ ngày 01/7/2025" in html) is told
    if says:
        bound = datetime(2025, 7, 1, tzinfo=VIETNAM)
        assert (index.trace.since == bound) if told else (index.trace.until == bound)


def test_the_page_of_a_body_names_those_that_went_before() -> None:
    index = shown_on(AFTER, "tq", "ubnd-tinh-tuyen-quang")
    found = item_facts(index, index.items[0]).cautions
    assert found is not None
    assert found.ceased is None
    assert "Ủy ban nhân dân huyện Na Hang (đến hết 30/6/2025)" in found.forerunners


@pytest.mark.parametrize(("today", "mark"), [(LAST, ""), (AFTER, " (đến hết 30/6/2025)")])
def test_lists_of_portals_say_which_ceased(today: date, mark: str) -> None:
    index = shown_on(today, "qn")
    links = [link.title for group in site_map_facts(index, "vi").groups for link in group.links]
    assert f"Thành phố Cẩm Phả{mark}" in links
    assert "Sở Du lịch tỉnh Quảng Ninh" in links


@pytest.fixture
def past(tmp_path: Path) -> Past:
    return past_of(small_repository(tmp_path / "kho"), 0)


def test_midnight_after_the_last_day_turns_the_portal_and_no_other(past: Past) -> None:
    units = past.root / "policies/units/dl.yml"
    spot = r"(- id: ubnd-phuong-dong-lac\n(?:    .*\n)*?    until: )2025-06-30"
    units.write_text(re.sub(spot, r"\g<1>2026-11-23", units.read_text("utf-8")), "utf-8")
    past.commit("còn hoạt động")
    shown, last = Shown(), datetime(2026, 11, 23, 23, 59, tzinfo=VIETNAM)
    shown.publish(past.root, past.at)
    assert differing(past.root, shown, last) == []
    before = dict(shown.files)
    assert "kết thúc hoạt động" not in before["dl/internet/index.html"][0].decode()
    assert differing(past.root, shown, last + timedelta(minutes=1)) == []
    turned = {path for path in shown.files if shown.files[path] != before.get(path)}
    assert {path.split("/")[0] for path in turned} == {"dl"}
    pages = {path for path in shown.files if path.startswith("dl/internet/") and path.endswith("/index.html")}
    assert pages - turned == {path for path in pages if b'http-equiv="refresh"' in shown.files[path][0]}
