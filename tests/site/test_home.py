"""What stands on a home page: what may be done now, not what is over; a few lines of each, and all sections."""

from __future__ import annotations

from datetime import date

import pytest

from congbo.site.home_facts import home_facts, site_map_facts
from congbo.site.index import Index
from congbo.site.render import Theme
from congbo.site.views import Block, HomeFacts
from support.items import corpus
from support.trees import ROOT

TEXT = """---
id: qn-2017-9{number:02}
type: {type}
title: Mục {number}
summary: Tóm tắt {number}.
imported:
  published: 2017-0{month}-0{day}T09:00:00+07:00
  source: Hệ thống cũ
{more}---
Nội dung.
"""
SECTIONS = {
    "gop_y": "gop-y",
    "hoi_dap": "hoi-dap",
    "lich": "lich-lanh-dao",
    "thong_ke": "thong-ke",
    "tin_bai": "tin-tuc",
    "van_ban": "van-ban-phap-quy",
    "van_ban_chi_dao": "van-ban-chi-dao",
}


def home(today: date, *items: tuple[str, str]) -> HomeFacts:
    """Return the home page of some items (type, more of its front matter), each newer than the one before."""
    return home_facts(index_of(today, *items), "vi")


def index_of(today: date, *items: tuple[str, str]) -> Index:
    files = {
        f"content/qn/{SECTIONS[kind]}/2017/muc-{n}.md": TEXT.format(
            number=n, type=kind, month=1 + n // 9, day=1 + n % 9, more=more
        )
        for n, (kind, more) in enumerate(items)
    }
    found = corpus(files, today)
    return Index(found, found.policy.portals["qn"], "internet")


def block(page: HomeFacts, view: str) -> Block:
    return next(one for one in page.blocks if one.view == view)


def titles(page: HomeFacts, view: str) -> list[str]:
    return [line.entry.title for line in block(page, view).lines]


CALLS = (("gop_y", "thoi_han: 2017-10-05\n"), ("gop_y", "thoi_han: 2017-09-30\n"), ("gop_y", "thoi_han: 2017-09-01\n"))


@pytest.mark.parametrize(
    ("today", "open_"),
    [
        (date(2017, 8, 20), ["Mục 2", "Mục 1", "Mục 0"]),
        (date(2017, 9, 30), ["Mục 1", "Mục 0"]),
        (date(2017, 10, 6), []),
    ],
)
def test_only_calls_that_are_open_stand_there_the_first_to_close_first(today: date, open_: list[str]) -> None:
    assert titles(home(today, *CALLS), "consultation") == open_


def test_where_no_call_is_open_the_page_says_so_and_asks_for_no_letter() -> None:
    index = index_of(date(2017, 10, 6), *CALLS)
    html = Theme(ROOT / "theme").render("home.html", home_facts(index, "vi")).decode()
    assert "Hiện không có nội dung nào đang lấy ý kiến." in html
    assert 'href="gop-y/"' in html
    assert "Mục 1" not in html


APPOINTMENTS = tuple(("lich", f"ngay: 2017-07-{day:02}\ngio: '08:00'\n") for day in (3, 5, 12, 26))


@pytest.mark.parametrize(
    ("today", "shown", "note"),
    [
        (date(2017, 7, 1), ["Mục 0", "Mục 1"], "Tuần 03/7/2017 - 09/7/2017"),
        (date(2017, 7, 5), ["Mục 1"], "Tuần 03/7/2017 - 09/7/2017"),
        (date(2017, 7, 6), ["Mục 0", "Mục 1"], "Tuần 03/7/2017 - 09/7/2017"),
        (date(2017, 7, 10), ["Mục 2"], "Tuần 10/7/2017 - 16/7/2017"),
        (date(2017, 7, 17), ["Mục 3"], "Tuần 24/7/2017 - 30/7/2017"),
        (date(2017, 8, 1), ["Mục 3"], "Tuần 24/7/2017 - 30/7/2017, đã qua"),
    ],
)
def test_the_week_that_goes_on_or_the_next_one_stands_there_and_one_that_is_over_is_said_to_be(
    today: date, shown: list[str], note: str
) -> None:
    page = home(today, *APPOINTMENTS)
    assert (titles(page, "schedule"), block(page, "schedule").note) == (shown, note)


def test_documents_of_all_kinds_stand_in_one_list_and_say_which_they_are() -> None:
    page = home(date(2017, 9, 1), ("van_ban", "so_ky_hieu: 1/QĐ-UBND\n"), ("van_ban_chi_dao", ""), ("van_ban", ""))
    lines = block(page, "document").lines
    assert [(line.entry.title, line.kind) for line in lines] == [
        ("Mục 2", "Văn bản"),
        ("Mục 1", "Văn bản chỉ đạo, điều hành"),
        ("Mục 0", "Văn bản"),
    ]
    assert [link.url for link in block(page, "document").more] == ["van-ban-phap-quy/", "van-ban-chi-dao/"]


def test_only_questions_that_were_answered_stand_there_the_latest_answer_first() -> None:
    answered = [("hoi_dap", f"ngay_tra_loi: 2017-08-{day:02}\n") for day in (20, 4, 15, 9)]
    page = home(date(2017, 9, 1), *answered, ("hoi_dap", "ngay_tiep_nhan: 2017-08-30\n"))
    assert titles(page, "question") == ["Mục 0", "Mục 2", "Mục 3"]


def test_figures_are_those_that_have_a_value() -> None:
    page = home(date(2017, 9, 1), ("thong_ke", "gia_tri: '12'\n"), ("thong_ke", ""))
    assert titles(page, "statistics") == ["Mục 0"]


def test_every_section_stands_on_the_home_page_and_the_site_map_with_a_line_on_it() -> None:
    index = index_of(date(2017, 9, 1), *((kind, "") for kind in SECTIONS))
    page, site_map = home_facts(index, "vi"), site_map_facts(index, "vi")
    assert {one.link.url for one in page.sections} == {f"{section}/" for section in SECTIONS.values()}
    assert [one for group in site_map.sections for one in group.links] == list(page.sections)
    assert all(one.about for one in page.sections)


def test_a_home_page_asks_only_for_the_newest_and_for_weeks() -> None:
    """Nothing on it may rest on every item (ADR 20)."""
    index = index_of(date(2017, 9, 1), *CALLS, *APPOINTMENTS, *((kind, "") for kind in SECTIONS))
    home_facts(index, "vi")
    asked = {key[0] for key in index.trace.keys}
    assert asked <= {
        "newest_of",
        "terms_of",
        "with_term",
        "item",
        "gathers",
        "sections",
        "chrome",
        "number",
        "naming",
        "id",
        "state",
    }
