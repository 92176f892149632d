"""The clock of a question: days worked of the days that the clause gives, with the article."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from congbo.shelf.topical import LISTED
from congbo.site.by_view.question import clock
from congbo.site.field_facts import field_facts
from congbo.site.index import Index
from congbo.site.kinds_of.fields import KINDS
from congbo.site.render import Theme
from congbo.site.section_facts import section_facts
from support.items import corpus
from support.trees import ROOT

TEXT = """---
id: {portal}-2019-1
type: hoi_dap
title: Lịch thu gom
summary: Tóm tắt.
imported:
  published: 2019-10-30T09:00:00+07:00
  source: Hệ thống cũ
ma: CH-1
ngay_tiep_nhan: 2019-10-07
cau_hoi: Hỏi gì?
{more}---
"""


@pytest.mark.parametrize(
    ("portal", "more", "says"),
    [
        ("dl", "ngay_tra_loi: 2019-10-08", "Trả lời trong 1 trên 15 ngày làm việc"),
        ("dl", "ngay_tra_loi: 2019-10-14", "Trả lời trong 5 trên 15 ngày làm việc"),
        ("dl", "ngay_tra_loi: 2019-10-28", "Trả lời trong 15 trên 15 ngày làm việc"),
        (
            "dl",
            "ngay_tra_loi: 2019-10-29",
            "Quá hạn: phải xong chậm nhất ngày 28/10/2019, 15 ngày làm việc kể từ khi tiếp nhận",
        ),
        ("dl", "", "Chậm nhất ngày 28/10/2019: 15 ngày làm việc kể từ khi tiếp nhận"),
        ("qn", "ngay_thong_bao: 2019-10-09", "Trả lời hoặc thông báo quá trình xử lý trong 2 trên 15 ngày làm việc"),
    ],
)
def test_the_clock_counts_working_days_and_names_the_article(portal: str, more: str, says: str) -> None:
    path = f"content/{portal}/hoi-dap/2019/lich.md"
    found = corpus({path: TEXT.format(portal=portal, more=f"{more}\n" if more else "")}, date(2026, 11, 22))
    index = Index(found, found.policy.portals[portal], "internet")
    said = clock(index, index.item(path))
    assert said is not None
    assert said.text == says
    assert (
        said.cite == {"dl": "điểm đ khoản 1 Điều 8", "qn": "câu 1 gạch đầu dòng thứ hai điểm e khoản 1 Điều 20"}[portal]
    )


def asked(portal: str, *states: str, section: str = "hoi-dap", more: str = "") -> Index:
    """An index of questions, each of a state."""
    texts = {
        f"content/{portal}/{section}/2019/cau-{number}.md": TEXT.format(
            portal=portal, more=f"trang_thai: {state}\n{more}"
        )
        .replace(f"{portal}-2019-1", f"{portal}-2019-{1000 + number}")
        .replace("CH-1", f"CH-{number}")
        for number, state in enumerate(states)
    }
    found = corpus(texts, date(2026, 11, 22))
    return Index(found, found.policy.portals[portal], "internet")


def front(index: Index, section: str = "hoi-dap") -> LexborHTMLParser:
    return LexborHTMLParser(Theme(ROOT / "theme").render("section.html", section_facts(index, section, "vi")))


@pytest.mark.parametrize(
    ("portal", "says"),
    [
        ("dl", "Câu hỏi được trả lời trong 15 ngày làm việc kể từ khi tiếp nhận (điểm đ khoản 1 Điều 8)."),
        (
            "qn",
            "Trong 15 ngày làm việc kể từ khi tiếp nhận, câu hỏi được trả lời hoặc người hỏi được thông báo quá trình xử lý"
            " (câu 1 gạch đầu dòng thứ hai điểm e khoản 1 Điều 20).",
        ),
        ("ht", None),
    ],
)
def test_who_asks_learns_where_to_write_and_when_the_answer_comes(portal: str, says: str | None) -> None:
    index = asked(portal, "da_tra_loi")
    box = front(index).css_first("section[aria-labelledby=cach-hoi]")
    assert box is not None
    contact = index.portal.contact
    assert contact is not None
    assert contact.address in box.text()
    letter = urlsplit(str(box.css_first("a.btn").attributes["href"]))
    assert letter.path == contact.email
    words = parse_qs(letter.query)
    assert index.portal.name.in_("vi") in words["subject"][0]
    assert "\r\n" in words["body"][0]
    assert "Đừng ghi" in box.text()
    first = box.css_first("p").text()
    assert first == says if says else "ngày làm việc" not in box.text()


def test_questions_of_a_state_have_a_page_in_the_order_of_handling() -> None:
    index = asked("qn", "da_tra_loi", "dang_xu_ly", "da_tra_loi")
    ways = front(index).css(".filters a")
    assert [(one.text(), one.attributes["href"]) for one in ways] == [
        ("Đang xử lý", "../hoi-dap/loc/trang-thai/dang-xu-ly/"),
        ("Đã trả lời", "../hoi-dap/loc/trang-thai/da-tra-loi/"),
    ]
    assert KINDS[0].keys is not None
    assert set(KINDS[0].keys(index)) == {("hoi-dap", "vi", "state", one) for one in ("da_tra_loi", "dang_xu_ly")}
    page = field_facts(index, "hoi-dap", "vi", "state", "da_tra_loi")
    assert len(page.entries) == 2
    assert page.rest is None
    assert not front(asked("qn", "da_tra_loi", "da_tra_loi")).css(".filters a")


def test_a_page_of_a_state_shows_the_newest_and_leads_to_the_rest() -> None:
    index = asked("qn", *["da_tra_loi"] * (LISTED + 1), "dang_xu_ly")
    page = field_facts(index, "hoi-dap", "vi", "state", "da_tra_loi")
    assert len(page.entries) == LISTED
    assert page.rest is not None
    assert page.rest.url == "hoi-dap/"
    assert ("newest_with_term", "vi", "hoi-dap", "state", "da_tra_loi") in index.trace.keys
