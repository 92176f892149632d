"""Calls for bids tell by their last day how far they have come; plans stand by the period that they are for."""

from __future__ import annotations

from datetime import date

from congbo.site.by_view.bids import bid
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.render import Theme
from congbo.site.section_facts import section_facts
from support.items import corpus
from support.trees import ROOT

TEXT = """---
id: qn-2017-9{number:03}
type: {type}
title: Mục {number}
summary: Tóm tắt.
imported:
  published: 2017-08-0{number}T09:00:00+07:00
  source: Hệ thống cũ
{more}
---
Nội dung.
"""
CLOSES = date(2017, 10, 20)


def edition(section: str, type_: str, *more: str, today: date = CLOSES) -> Index:
    texts = (TEXT.format(number=number, type=type_, more=line) for number, line in enumerate(more, 1))
    found = corpus({f"content/qn/{section}/2017/muc-{number}.md": text for number, text in enumerate(texts)}, today)
    return Index(found, found.policy.portals["qn"], "internet")


def test_a_call_for_bids_turns_when_its_last_day_is_over() -> None:
    known = ("thoi_han: 2017-10-20", "thoi_han: 2017-10-20\nket_qua_lua_chon: Công ty Mẫu K trúng thầu.")
    said = []
    for today in (CLOSES, date(2017, 10, 21)):
        index = edition("du-an", "dau_thau", *known, "linh_vuc: y_te", today=today)
        said.append([one.text if (one := bid(index, item)) else "" for item in reversed(index.items)])
        front = section_facts(index, "du-an", "vi")
        assert [group.title for group in front.groups] == list(dict.fromkeys(said[-1]))
        assert index.trace.until is not None or today > CLOSES
    assert said == [["Đang mời thầu", "Đang mời thầu", ""], ["Đã đóng thầu", "Có kết quả", ""]]


def test_a_call_s_page_says_how_far_it_has_come_and_its_outcome_first() -> None:
    told = "thoi_han: 2017-10-20\nket_qua_lua_chon: Công ty Mẫu K trúng thầu."
    index = edition("du-an", "dau_thau", told, today=date(2018, 1, 1))
    page = Theme(ROOT / "theme").render("item.html", item_facts(index, index.items[0])).decode()
    assert "Có kết quả" in page
    assert 0 < page.index("Công ty Mẫu K trúng thầu.") < page.index("Nội dung.")


def test_plans_stand_by_period_the_one_that_ends_last_first_and_lead_to_their_fields() -> None:
    periods = (
        ("2016/2020", "giao_thong"),
        ("2017/2030", "y_te"),
        ("2017", "y_te"),
        ("2016/2020", "giao_duc"),
        ("2010/2030", "y_te"),
    )
    more = (f'thoi_gian_thuc_hien: "{period}"\nlinh_vuc: {field}' for period, field in periods)
    front = section_facts(
        edition("chien-luoc-quy-hoach", "quy_hoach", *more, "linh_vuc: y_te"), "chien-luoc-quy-hoach", "vi"
    )
    assert [(group.title, [one.title for one in group.entries]) for group in front.groups] == [
        ("2017 - 2030", ["Mục 2"]), ("2010 - 2030", ["Mục 5"]), ("2016 - 2020", ["Mục 4", "Mục 1"]), ("năm 2017", ["Mục 3"]),
        ("", ["Mục 6"]),
    ]  # fmt: skip
    page = Theme(ROOT / "theme").render("section.html", front).decode()
    assert 'href="../chien-luoc-quy-hoach/loc/linh-vuc/y-te/"' in page
