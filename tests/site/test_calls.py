"""Calls for comments turn by themselves: what is over asks nobody for letters, and what is open comes first."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from congbo.dates import VIETNAM
from congbo.facts.consulting import Stage, stage_of
from congbo.item.model import Value
from congbo.site.by_view.calls import call
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.render import Theme
from congbo.site.section_facts import section_facts
from support.histories import Past, past_of, small_repository
from support.items import corpus, item
from support.renewed import Shown, differing
from support.trees import ROOT

OPENS, CLOSES = date(2017, 9, 1), date(2017, 10, 5)
TEXT = """---
id: qn-2017-90{number}
type: gop_y
title: Dự thảo {number}
summary: Tóm tắt {number}.
imported:
  published: 2017-08-{day:02}T09:00:00+07:00
  source: Hệ thống cũ
bat_dau: 2017-09-01
thoi_han: {closes}
thu_dien_tu: gopy@quangninh.example
nhan_y_kien: Gửi bằng thư điện tử.
{more}---
Nội dung.
"""


def text(number: int, closes: str, more: str = "") -> str:
    return TEXT.format(number=number, day=number, closes=closes, more=more)


def shown_on(today: date, *texts: str) -> Index:
    files = {f"content/qn/gop-y/2017/du-thao-{number}.md": text for number, text in enumerate(texts)}
    found = corpus(files, today)
    return Index(found, found.policy.portals["qn"], "internet")


@pytest.mark.parametrize(
    ("today", "more", "stage"),
    [
        (OPENS - timedelta(days=1), {}, Stage.TO_COME),
        (OPENS, {}, Stage.OPEN),
        (CLOSES, {}, Stage.OPEN),
        (CLOSES, {"ket_qua_lay_y_kien": "Đã tiếp thu."}, Stage.OPEN),
        (CLOSES + timedelta(days=1), {}, Stage.CLOSED),
        (CLOSES + timedelta(days=1), {"ket_qua_lay_y_kien": "Đã tiếp thu."}, Stage.TOLD),
    ],
)
def test_a_call_is_open_from_its_first_day_to_the_end_of_its_last(
    today: date, more: dict[str, Value], stage: Stage
) -> None:
    one = item("content/qn/gop-y/2017/a.md", "gop_y", bat_dau=OPENS, thoi_han=CLOSES, **more)
    assert stage_of(one, lambda day: day <= today) == stage


def test_a_call_without_a_first_day_is_open_and_one_without_a_last_day_says_nothing() -> None:
    path = "content/qn/gop-y/2017/a.md"
    assert stage_of(item(path, "gop_y", thoi_han=CLOSES), lambda day: day <= OPENS) == Stage.OPEN
    assert stage_of(item(path, "gop_y", thoi_han=date.max), lambda _: True) == Stage.OPEN
    assert stage_of(item(path, "gop_y", bat_dau=OPENS), lambda _: True) is None


def test_a_page_says_from_when_until_when_it_holds() -> None:
    index = shown_on(date(2017, 9, 20), text(1, "2017-10-05"))
    found = call(index, index.items[0])
    assert found is not None
    assert (found.stage, found.closes.iso) == ("open", "2017-10-05")
    assert index.trace.since == datetime(2017, 9, 1, tzinfo=VIETNAM)
    assert index.trace.until == datetime(2017, 10, 6, tzinfo=VIETNAM)


def test_a_front_begins_with_what_may_be_answered_now_the_first_to_close_first() -> None:
    told = "ket_qua_lay_y_kien: Đã tiếp thu.\n"
    texts = [text(1, "2017-10-30"), text(2, "2017-09-10"), text(3, "2017-09-12", told), text(4, "2017-10-01")]
    page = section_facts(shown_on(date(2017, 9, 20), *texts), "gop-y", "vi")
    assert [[entry.title for entry in group.entries] for group in page.groups] == [
        ["Dự thảo 4", "Dự thảo 1"],
        ["Dự thảo 3"],
        ["Dự thảo 2"],
    ]


def test_an_open_call_stands_on_the_front_however_many_came_after_it() -> None:
    texts = [text(1, "2017-10-30"), *(text(number, "2017-09-10") for number in range(2, 26))]
    page = section_facts(shown_on(date(2017, 9, 20), *texts), "gop-y", "vi")
    assert page.groups[0].entries[0].title == "Dự thảo 1"
    assert sum(len(group.entries) for group in page.groups) == 20


@pytest.mark.parametrize("type_", ["gop_y", "dien_dan"])
@pytest.mark.parametrize(("today", "asks"), [(date(2017, 10, 5), True), (date(2017, 10, 6), False)])
def test_only_an_open_call_has_the_button_to_write(type_: str, today: date, asks: bool) -> None:
    theme = Theme(ROOT / "theme")
    more = "van_ban_yeu_cau: 911/UBND\n" if type_ == "dien_dan" else ""
    one = text(1, "2017-10-05", more).replace("type: gop_y", f"type: {type_}")
    if type_ == "dien_dan":
        one = one.replace("nhan_y_kien: Gửi bằng thư điện tử.\n", "")
    index = shown_on(today, one)
    page = theme.render("item.html", item_facts(index, index.items[0])).decode()
    assert ('class="btn"' in page) is asks
    assert ("Đang nhận ý kiến" in page) is asks
    assert ("Đã hết hạn nhận ý kiến" in page) is not asks
    assert "gopy@quangninh.example" in page
    assert page.count("Gửi bằng thư điện tử.") == (type_ == "gop_y")


@pytest.fixture
def past(tmp_path: Path) -> Past:
    return past_of(small_repository(tmp_path / "kho"), 0)


def test_the_last_day_ends_and_only_what_shows_the_call_turns(past: Past) -> None:
    page = next((past.root / "content/qn/gop-y").rglob("*.md"))
    page.write_text(re.sub(r"(?m)^thoi_han: .*$", "thoi_han: 2026-11-23", page.read_text("utf-8")), "utf-8")
    past.commit("gia hạn")
    shown, own = Shown(), f"qn/internet/gop-y/{page.parent.name}/{page.stem}/index.html"
    shown.publish(past.root, past.at)
    before = dict(shown.files)
    assert 'class="btn"' in before[own][0].decode()
    last = datetime(2026, 11, 23, 23, 59, tzinfo=VIETNAM)
    assert differing(past.root, shown, last) == []
    assert shown.files[own] == before[own]
    assert differing(past.root, shown, last + timedelta(minutes=1)) == []
    turned = {path for path in shown.files if shown.files[path] != before.get(path)}
    months = {path for path in turned if "/luu-tru/" in path}
    assert turned - months == {own, "qn/internet/gop-y/index.html", "qn/internet/index.html"}
    assert len(months) == 1
    assert 'class="btn"' not in shown.files[own][0].decode()
