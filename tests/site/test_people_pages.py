"""Fronts in groups, charts of bodies, and a directory that is filtered whatever its accents."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from congbo.site.by_view.charts import tree_of
from congbo.site.by_view.fields import links
from congbo.site.drawing.tree import tree
from congbo.site.field_facts import field_facts
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.kinds_of.fields import KINDS
from congbo.site.render import Theme
from congbo.site.section_facts import section_facts
from congbo.site.sitemap_facts import sitemap_facts
from support.items import corpus, item
from support.trees import ROOT

HEAD = """---
id: qn-2017-9{number:03}
type: {type}
title: Mục {number}
summary: Tóm tắt {number}.
imported:
  published: 2017-08-01T09:00:00+07:00
  source: Hệ thống cũ
{more}
---
Nội dung.
"""


def shown(section: str, *items: tuple[str, str]) -> Index:
    """Return an edition of items, each by its type and further fields."""
    files = {
        f"content/qn/{section}/2017/muc-{number}.md": HEAD.format(number=number, type=type_, more=more)
        for number, (type_, more) in enumerate(items)
    }
    found = corpus(files)
    return Index(found, found.policy.portals["qn"], "internet")


def front(index: Index, section: str) -> LexborHTMLParser:
    return LexborHTMLParser(Theme(ROOT / "theme").render("section.html", section_facts(index, section, "vi")))


def headings(page: LexborHTMLParser) -> list[str]:
    return [node.text() for node in page.css("main h2[id^=nhom]")]


def test_projects_stand_under_their_states_in_the_order_of_the_vocabulary() -> None:
    index = shown(
        "du-an",
        ("du_an", "tinh_trang: da_hoan_tat\nlinh_vuc: giao_thong"),
        ("du_an", "linh_vuc: y_te"),
        ("du_an", "tinh_trang: chuan_bi_dau_tu\nlinh_vuc: giao_thong"),
        ("du_an", "tinh_trang: da_hoan_tat\nlinh_vuc: giao_thong"),
    )
    page = front(index, "du-an")
    assert headings(page) == ["Đang chuẩn bị đầu tư", "Đã hoàn tất"]
    assert [node.text() for node in page.css(".jump li")] == ["Đang chuẩn bị đầu tư (1)", "Đã hoàn tất (2)"]
    assert len(page.css("main ul.rows > li")) == 4


def test_each_field_of_a_section_has_a_page_of_its_items() -> None:
    index = shown("du-an", ("du_an", "linh_vuc: giao_thong"), ("du_an", "linh_vuc: y_te"), ("du_an", ""))
    assert KINDS[0].keys is not None
    assert list(KINDS[0].keys(index)) == [("du-an", "vi", "field", "giao_thong"), ("du-an", "vi", "field", "y_te")]
    assert [link.url for link in links(index, "du-an", "vi")] == [
        "du-an/loc/linh-vuc/giao-thong/",
        "du-an/loc/linh-vuc/y-te/",
    ]
    told = {one.url for one in sitemap_facts(index, "chuyen-muc").entries}
    assert {index.absolute(link.url) for link in links(index, "du-an", "vi")} <= told
    page = field_facts(index, "du-an", "vi", "field", "y_te")
    assert [entry.title for entry in page.entries] == ["Mục 1"]
    assert ("with_term", "vi", "du-an", "field", "y_te") in index.trace.keys


def test_one_field_tells_nothing_apart() -> None:
    assert links(shown("du-an", ("du_an", "linh_vuc: y_te")), "du-an", "vi") == ()


def test_leaders_come_before_their_staff() -> None:
    index = shown("lanh-dao", ("nhan_su", "la_lanh_dao: false"), ("nhan_su", "la_lanh_dao: true"))
    page = front(index, "lanh-dao")
    assert headings(page) == ["Lãnh đạo", "Cán bộ"]
    assert [node.text() for node in page.css(".person .t")] == ["Mục 1", "Mục 0"]


def test_commendations_and_sanctions_are_two_lists() -> None:
    index = shown("khen-thuong-xu-phat", ("xu_phat", ""), ("khen_thuong", ""), ("xu_phat", ""))
    assert headings(front(index, "khen-thuong-xu-phat")) == ["Khen thưởng", "Xử phạt"]


@given(st.lists(st.tuples(st.integers(0, 14), st.text(max_size=60)), max_size=60))
def test_a_chart_of_any_list_is_drawn_within_its_sheet(lines: list[tuple[int, str]]) -> None:
    texts = tuple("  " * level + text.strip() for level, text in lines)
    bodies = tree_of(None, item(type_="so_do", cac_bo_phan=texts)).bodies  # type: ignore[arg-type]
    levels = [body.level for body in bodies]
    assert all(after <= before + 1 for before, after in zip([-1, *levels], levels, strict=False))
    drawn = tree([(body.level, body.name) for body in bodies])
    assert len(drawn.boxes) == len(bodies)
    for box in drawn.boxes:
        assert box.x >= 0
        assert box.width > 0
        assert box.x + box.width <= drawn.width + 0.01
        assert box.y + box.height <= drawn.height + 0.01
    assert not [(a, b) for a in drawn.boxes for b in drawn.boxes if a is not b and overlap(a, b)]


def overlap(a: object, b: object) -> bool:
    ax, ay, aw, ah = (getattr(a, name) for name in ("x", "y", "width", "height"))
    bx, by, bw, bh = (getattr(b, name) for name in ("x", "y", "width", "height"))
    return bool(ax < bx + bw and bx < ax + aw and ay < by + bh and by < ay + ah)


def test_a_chart_without_a_picture_is_drawn_beside_its_list() -> None:
    more = 'cac_bo_phan: [Ban Giám đốc, "  Văn phòng", "      Tổ <b>A</b>", "  Phòng B"]'
    index = shown("to-chuc-bo-may", ("so_do", more))
    page = LexborHTMLParser(Theme(ROOT / "theme").render("item.html", item_facts(index, index.items[0])))
    assert len(page.css("svg.tree rect")) == 4
    assert [node.text() for node in page.css(".org .unit")] == ["Ban Giám đốc", "Văn phòng", "Tổ <b>A</b>", "Phòng B"]
    assert [node.text() for node in page.css(".org ul ul .unit")] == ["Tổ <b>A</b>"]
    assert page.css(".tree b, .org b") == []


def directory(count: int) -> LexborHTMLParser:
    units = ("qn-so-tnmt", "qn-so-khcn")
    found = [
        ("danh_ba", f"ho_ten: Trưởng phòng {n}\nchuc_vu: Trưởng phòng\ndon_vi: {units[n % 2]}") for n in range(count)
    ]
    return front(shown("lanh-dao", *found), "lanh-dao")


def test_a_long_directory_stands_by_unit_and_can_be_filtered() -> None:
    page = directory(8)
    assert len(headings(page)) == 2
    assert "hidden" in page.css_first("form[data-filter]").attributes
    assert len(page.css("[data-sought]")) == 8
    assert len(page.css('script[src$="directory.js"]')) == 1


def test_a_short_directory_is_one_table() -> None:
    page = directory(3)
    assert headings(page) == []
    assert page.css("form[data-filter], script[src$='directory.js']") == []
