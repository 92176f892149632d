"""Calendars to subscribe to, read by a parser that is not ours."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from congbo.dates import VIETNAM
from congbo.site.calendar_facts import WEEKS, calendar_facts, escaped, folded
from congbo.site.index import Index
from congbo.site.kinds import BY_NAME
from congbo.site.render import Theme
from congbo.site.section_facts import section_facts
from support.items import corpus
from support.trees import ROOT

TODAY = date(2026, 11, 22)
TEXT = """---
id: qn-2017-90{number:02}
type: lich
title: "{title}"
summary: Tóm tắt.
ngay: {day}
gio: "{hour}"
lanh_dao: Chủ tịch, Phó Chủ tịch
noi_dung: "Họp; nghe báo cáo"
dia_diem: Phòng họp số 1
{more}imported:
  published: 2017-06-01T09:00:00+07:00
  source: Hệ thống cũ
---
Nội dung.
"""
LONG = "Chủ tịch Ủy ban nhân dân tỉnh dự hội nghị trực tuyến toàn quốc về cải cách hành chính, chuyển đổi số và thi đua"


def one(number: int, day: str = "2017-07-03", hour: str = "08:00", title: str = "Họp", more: str = "") -> str:
    return TEXT.format(number=number, day=day, hour=hour, title=title, more=more)


def shown(*texts: str) -> Index:
    files = {f"content/qn/lich-lanh-dao/2017/lich-{number}.md": text for number, text in enumerate(texts)}
    found = corpus(files, TODAY)
    return Index(found, found.policy.portals["qn"], "internet")


def events(index: Index) -> list[dict[str, object]]:
    text = calendar_facts(index, "lich-lanh-dao", "vi").text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    read = Calendar.from_ical(text)
    assert not read.errors
    assert all(not event.errors for event in read.walk("VEVENT"))
    return [dict(event) for event in read.walk("VEVENT")]


def test_an_appointment_has_its_hour_its_place_and_its_page() -> None:
    (event,) = events(shown(one(1, title=LONG)))
    assert event["DTSTART"].dt == datetime(2017, 7, 3, 8, tzinfo=VIETNAM)
    assert str(event["SUMMARY"]) == LONG
    assert str(event["DESCRIPTION"]) == "Chủ tịch, Phó Chủ tịch: Họp; nghe báo cáo"
    assert str(event["LOCATION"]) == "Phòng họp số 1"
    assert str(event["UID"]) == "qn-2017-9001@www.quangninh.gov.vn"
    assert str(event["URL"]) == "https://www.quangninh.gov.vn/lich-lanh-dao/2017/lich-0/"
    assert event["DTSTAMP"].dt.isoformat() == "2017-06-01T02:00:00+00:00"


@pytest.mark.parametrize("hour", ["Sáng", "25:00", "8h00"])
def test_an_appointment_without_an_hour_that_can_be_read_takes_the_day(hour: str) -> None:
    (event,) = events(shown(one(1, hour=hour)))
    assert event["DTSTART"].dt == date(2017, 7, 3)


def test_two_leaders_at_one_hour_are_two_appointments() -> None:
    found = events(shown(one(1), one(2, title="Họp khác")))
    assert len({str(event["UID"]) for event in found}) == 2


def test_what_waits_for_its_moment_and_what_was_withdrawn_is_not_there() -> None:
    later = one(2).replace("imported:\n  published: 2017-06-01T09:00:00+07:00\n  source: Hệ thống cũ\n", "")
    later = later.replace("ngay:", "publish_at: 2026-11-23T08:00:00+07:00\nngay:")
    gone = one(3, more="rut_bai: {loai: nham, ngay: 2017-06-02, can_cu: Đăng nhầm}\n")
    assert [str(event["UID"])[:12] for event in events(shown(one(1), later, gone))] == ["qn-2017-9001"]


def test_only_the_last_weeks_are_there_and_weeks_turn_with_the_year() -> None:
    days = [date.fromordinal(date(2017, 7, 3).toordinal() + 7 * number).isoformat() for number in range(WEEKS + 2)]
    found = events(shown(*(one(number + 1, day) for number, day in enumerate(days))))
    assert len(found) == WEEKS
    assert min(event["DTSTART"].dt for event in found).date() == date(2017, 7, 17)
    edges = shown(one(1, "2018-12-31"), one(2, "2017-12-31"), one(3, "2018-01-01"), one(4, "2021-01-03"))
    weeks = [key[2] for key in BY_NAME["week"].keys(edges)]
    assert weeks == ["2017-W52", "2018-W01", "2019-W01", "2020-W53"]


def test_the_front_leads_to_the_calendar() -> None:
    index = shown(one(1))
    assert list(BY_NAME["calendar"].keys(index)) == [("lich-lanh-dao", "vi")]
    page = Theme(ROOT / "theme").render("section.html", section_facts(index, "lich-lanh-dao", "vi")).decode()
    assert 'href="../lich-lanh-dao/lich.ics"' in page


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_comes_back(text: str) -> None:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:x",
        "BEGIN:VEVENT",
        "UID:1",
        f"SUMMARY:{escaped(text)}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    read = Calendar.from_ical("".join(f"{folded(line)}\r\n" for line in lines))
    (event,) = read.walk("VEVENT")
    assert str(event["SUMMARY"]) == "\n".join(text.splitlines())
