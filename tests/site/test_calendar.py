"""Calendars to subscribe to, read by a parser that is not ours."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from congbo.dates import VIETNAM
from congbo.frozen import replace
from congbo.site.calendar_facts import WEEKS, calendar_facts, event_facts, leader_calendar_facts
from congbo.site.calendar_text import escaped, folded
from congbo.site.grid_facts import grid_facts
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.kinds import BY_NAME, keys_of
from congbo.site.leader_facts import leader_facts
from congbo.site.render import Theme
from congbo.site.section_facts import section_facts
from support.items import corpus
from support.trees import ROOT

TODAY = date(2026, 11, 22)
THEME = Theme(ROOT / "theme")
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
    return read(calendar_facts(index, "lich-lanh-dao", "vi").text)


def read(text: str) -> list[dict[str, object]]:
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    found = Calendar.from_ical(text)
    assert not found.errors
    assert all(not event.errors for event in found.walk("VEVENT"))
    return [dict(event) for event in found.walk("VEVENT")]


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
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2017, 7, 3), date(2017, 7, 4))


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


def test_a_file_of_one_appointment_is_the_event_of_the_calendar() -> None:
    """The same UID and DTSTAMP: whoever has both has one appointment; and no name, so that no calendar of its own is made."""
    index = shown(one(1), one(2))
    text = event_facts(index, index.items[0].path).text
    assert read(text) == [event for event in events(index) if event["UID"] == read(text)[0]["UID"]]
    assert "X-WR-CALNAME" not in text
    assert sorted(keys_of(BY_NAME["event"], index, ())) == [
        (item.path,) for item in sorted(index.items, key=lambda i: i.path)
    ]


def test_a_leader_has_a_calendar_of_their_own_appointments() -> None:
    two = "Giám đốc; Phó Giám đốc phụ trách văn hóa, xã hội"
    index = shown(
        *(one(n).replace("Chủ tịch, Phó Chủ tịch", who) for n, who in ((1, "Giám đốc"), (2, two), (3, "Ông")))
    )
    known = list(BY_NAME["leader_calendar"].keys(index))
    assert [key[2] for key in known] == ["giam-doc", "ong", "pho-giam-doc-phu-trach-van-hoa-xa-hoi"]
    found = [[str(event["UID"])[8:12] for event in read(leader_calendar_facts(index, *key).text)] for key in known]
    assert found == [["9001", "9002"], ["9003"], ["9002"]]
    assert "X-WR-CALNAME:Phó Giám đốc phụ trách văn hóa\\, xã hội" in (
        leader_calendar_facts(index, *known[2]).text.replace("\r\n ", "")
    )


CALL = one(7).replace("type: lich", "type: gop_y").replace("ngay: 2017-07-03", "thoi_han: 2017-08-15")


def test_the_last_days_of_calls_are_days_of_a_calendar_that_block_nobody() -> None:
    lines = [line for line in CALL.split("\n") if not line.startswith(("gio:", "lanh_dao:", "noi_dung:", "dia_diem:"))]
    found = corpus({"content/qn/gop-y/2017/a.md": "\n".join(lines)}, TODAY)
    index = Index(found, found.policy.portals["qn"], "internet")
    assert list(BY_NAME["calendar"].keys(index)) == [("gop-y", "vi")]
    (event,) = read(calendar_facts(index, "gop-y", "vi").text)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2017, 8, 15), date(2017, 8, 16))
    assert (str(event["SUMMARY"]), str(event["TRANSP"])) == ("Hạn cuối góp ý: Họp", "TRANSPARENT")
    assert read(event_facts(index, index.items[0].path).text) == [event]


def test_a_preview_offers_no_calendars() -> None:
    index = shown(one(1))
    preview = replace(index, corpus=replace(index.corpus, previewed=frozenset()))
    assert not any(list(keys_of(BY_NAME[kind], preview, ())) for kind in ("calendar", "leader_calendar", "event"))
    for page in (
        item_facts(preview, preview.items[0]),
        leader_facts(preview, "lich-lanh-dao", "vi", "chu-tich-pho-chu-tich"),
        grid_facts(preview, "lich-lanh-dao", "vi", "2017-07"),
    ):
        template = {"ItemFacts": "item.html", "WeekFacts": "week.html", "GridFacts": "schedule_month.html"}
        assert b".ics" not in THEME.render(template[type(page).__name__], page)


def test_the_front_leads_to_the_calendar() -> None:
    index = shown(one(1))
    assert list(BY_NAME["calendar"].keys(index)) == [("lich-lanh-dao", "vi")]
    page = THEME.render("section.html", section_facts(index, "lich-lanh-dao", "vi")).decode()
    assert 'href="../lich-lanh-dao/lich.ics"' in page


@settings(deadline=None)
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
