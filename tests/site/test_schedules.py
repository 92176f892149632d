"""Schedules by month and leader: what each page shows, where it leads, and what one more appointment touches."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from congbo.site.grid_facts import grid_facts
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.kinds import BY_NAME
from congbo.site.leader_facts import WEEKS, leader_facts
from congbo.site.render import Theme
from congbo.site.section_facts import section_facts
from congbo.site.views import Appointment
from congbo.site.week_facts import week_facts
from support.histories import past_of, small_repository
from support.items import corpus
from support.obligations import keeps
from support.renewed import Shown, differing
from support.trees import ROOT

SECTION = "lich-lanh-dao"
PLACE = (SECTION, "vi")
THEME = Theme(ROOT / "theme")
TEXT = """---
id: qn-2017-9{number:03}
type: lich
title: Việc {number}
summary: Tóm tắt.
ngay: {day}
gio: "{hour}"
lanh_dao: {who}
imported:
  published: {posted}T09:00:00+07:00
  source: Hệ thống cũ
---
Nội dung.
"""


def text(number: int, day: str, who: str = "Chủ tịch", hour: str = "08:00", posted: str = "2017-07-01") -> str:
    return TEXT.format(number=number, day=day, who=who, hour=hour, posted=posted)


def shown(*texts: str) -> Index:
    found = corpus(
        {f"content/qn/{SECTION}/2017/viec-{number}.md": one for number, one in enumerate(texts)}, date(2026, 11, 22)
    )
    return Index(found, found.policy.portals["qn"], "internet")


def titles(page: object) -> list[list[str]]:
    return [[one.title for one in group.entries] for group in page.groups]  # type: ignore[attr-defined]


def test_a_month_has_its_weeks_with_every_day_where_a_wall_calendar_has_it() -> None:
    index = shown(
        text(1, "2017-07-31", hour="14:00"), text(2, "2017-07-31"), text(3, "2017-07-01"), text(4, "2017-08-01")
    )
    page = grid_facts(index, *PLACE, "2017-07")
    assert [row.number for row in page.rows] == [26, 27, 28, 29, 30, 31]
    assert [cell and cell.number for cell in page.rows[0].cells] == [None] * 5 + [1, 2]
    assert [cell and cell.number for cell in page.rows[-1].cells] == [31] + [None] * 6
    first = page.rows[-1].cells[0]
    assert first is not None
    assert ([one.title for one in first.entries], first.url) == (
        ["Việc 2", "Việc 1"],
        f"{SECTION}/tuan/2017-W31/#d-2017-07-31",
    )
    assert [row.week.url if row.week else "" for row in page.rows] == [
        f"{SECTION}/tuan/2017-W26/", "", "", "", "", f"{SECTION}/tuan/2017-W31/",
    ]  # fmt: skip
    assert (page.count, page.older, page.newer and page.newer.url) == (3, None, f"{SECTION}/thang/2017-08/")


@keeps("QN-14.13", "QN-17.12", "QN-18.11")
def test_a_schedule_is_read_by_day_by_week_and_by_month() -> None:
    """The front leads to the months, a month to its weeks and days, and the place of each day is there on its week's page."""
    index = shown(text(1, "2017-07-03"), text(2, "2017-06-30"))
    front = THEME.render("section.html", section_facts(index, *PLACE)).decode()
    assert re.findall(r'href="\.\./(lich-lanh-dao/thang/[^"]*)"', front) == [
        f"{SECTION}/thang/2017-07/", f"{SECTION}/thang/2017-07/", f"{SECTION}/thang/2017-06/",
    ]  # fmt: skip
    month = THEME.render("schedule_month.html", grid_facts(index, *PLACE, "2017-07")).decode()
    assert f'href="../../../{SECTION}/tuan/2017-W27/#d-2017-07-03"' in month
    assert f'href="../../../{SECTION}/tuan/2017-W27/"' in month
    week = THEME.render("week.html", week_facts(index, *PLACE, "2017-W27")).decode()
    assert 'id="d-2017-07-03"' in week
    assert f'href="../../../{SECTION}/thang/2017-07/"' in week


def test_a_leader_has_a_page_of_the_last_weeks_that_have_something() -> None:
    days = ["2017-05-01", "2017-06-05", "2017-06-12", "2017-06-19", "2017-07-03"]
    index = shown(*(text(number, day) for number, day in enumerate(days)), text(9, "2017-07-04", "Phó Chủ tịch"))
    page = leader_facts(index, *PLACE, "chu-tich")
    assert WEEKS == 4
    assert titles(page) == [["Việc 4"], ["Việc 3"], ["Việc 2"], ["Việc 1"]]
    assert page.leader == "Chủ tịch"
    assert titles(leader_facts(index, *PLACE, "pho-chu-tich")) == [["Việc 9"]]


def test_leaders_who_differ_in_the_last_words_are_not_taken_for_one() -> None:
    name = "Phó Chủ tịch Ủy ban nhân dân thành phố phụ trách văn hóa - xã {}"
    index = shown(text(1, "2017-07-03", name.format("hội")), text(2, "2017-07-03", name.format("luận")))
    assert len(list(BY_NAME["leader"].keys(index))) == 2


def test_one_who_has_no_latin_letter_is_named_and_led_nowhere() -> None:
    index = shown(text(1, "2017-07-03", "主席"))
    assert list(BY_NAME["leader"].keys(index)) == []
    own = item_facts(index, index.items[0]).own
    assert isinstance(own, Appointment)
    assert own.leaders == ()
    assert "主席" in THEME.render("week.html", week_facts(index, *PLACE, "2017-W27")).decode()


def test_every_page_of_a_leader_that_is_linked_is_there() -> None:
    index = shown(text(1, "2017-07-03", "Chủ tịch; Phó Chủ tịch"), text(2, "2016-02-29", "Bí thư"))
    pages = [week_facts(index, *PLACE, week) for week in ("2016-W09", "2017-W27")]
    linked = {link.url for page in pages for link in page.around.leaders}  # type: ignore[union-attr]
    assert linked == {BY_NAME["leader"].facts(index, *key).url for key in BY_NAME["leader"].keys(index)}


def test_one_more_appointment_touches_its_week_month_leader_front_and_calendars(tmp_path: Path) -> None:
    """Of the section nothing else: no other week, month or leader."""
    past, shown_ = small_repository(tmp_path / "kho", ("qn",)), Shown()
    story = past_of(past, 0)
    folder = past / f"content/qn/{SECTION}/2026"
    folder.mkdir(parents=True)
    for number, (day, who) in enumerate(
        (("2026-11-02", "Chủ tịch"), ("2026-11-10", "Bí thư"), ("2026-10-05", "Chủ tịch"))
    ):
        (folder / f"viec-{number}.md").write_text(text(number, day, who), "utf-8")
    story.commit("lịch")
    shown_.publish(past, story.at)
    (folder / "viec-9.md").write_text(text(9, "2026-11-11", "Chủ tịch", posted="2017-07-02"), "utf-8")
    story.commit("thêm")
    assert shown_.publish(past, story.at) is False
    at = f"qn/internet/{SECTION}/"
    assert {path.removeprefix(at) for path in shown_.written if path.startswith(at)} == {
        "index.html", "atom.xml", "lich.ics", "tuan/2026-W46/index.html", "thang/2026-11/index.html",
        "lanh-dao/chu-tich/index.html", "lanh-dao/chu-tich/lich.ics", "2026/viec-9/index.html",
        "2026/viec-9/lich/qn-2017-9009.ics",
    }  # fmt: skip
    assert differing(past, shown_, story.at) == []
