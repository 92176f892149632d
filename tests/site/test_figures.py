"""Statistics show their data file: a table, a drawing that says in words what it shows, and the file itself."""

from __future__ import annotations

from html import unescape

import pytest
from selectolax.lexbor import LexborHTMLParser

from congbo.facts.corpus import load_corpus
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.render import Theme
from support.items import TODAY
from support.trees import ROOT, ValueTree, real_policy

ITEM = """---
id: qn-2017-9001
type: thong_ke
title: Chỉ số giá
summary: Tóm tắt.
imported:
  published: 2017-08-01T09:00:00+07:00
  source: Hệ thống cũ
chi_tieu: Chỉ số giá
gia_tri: "99,5"
don_vi_tinh: "%"
ky_so_lieu: "2017-07"
so_lieu: gia.csv
---
Nội dung.
"""
PERIODS = "Kỳ,Chỉ số,Đơn vị tính\n2017-05,100.25,%\n2017-06,-3.5,%\n2017-07,1099.5,%\n"
KINDS = 'Nội dung;Số cuộc\n"Quản lý <b>tài chính</b>";29\nKhác;1.052\n'


@pytest.fixture(scope="module")
def theme() -> Theme:
    return Theme(ROOT / "theme")


def page_of(theme: Theme, data: str, lang: str = "vi") -> LexborHTMLParser:
    stem = "content/qn/thong-ke/2017/gia" + ("" if lang == "vi" else f".{lang}")
    tree = ValueTree(
        {f"{stem}.md": ITEM.replace("type:", f"lang: {lang}\ntype:", 1).encode(), f"{stem}/gia.csv": data.encode()}
    )
    found = load_corpus(tree, real_policy(), TODAY)
    index = Index(found, found.policy.portals["qn"], "internet")
    return LexborHTMLParser(theme.render("item.html", item_facts(index, index.items[0])))


def texts(page: LexborHTMLParser, css: str) -> list[str]:
    return [unescape(node.text(strip=True)) for node in page.css(css)]


def test_a_data_file_is_a_table_with_named_columns_and_rows(theme: Theme) -> None:
    page = page_of(theme, PERIODS)
    assert texts(page, "table.data thead th[scope=col]") == ["Kỳ", "Chỉ số(%)"]
    assert texts(page, "table.data tbody th[scope=row]") == ["tháng 5 năm 2017", "tháng 6 năm 2017", "tháng 7 năm 2017"]
    assert texts(page, "table.data td.n") == ["100,25", "−3,5", "1.099,5"]
    assert page.css_first("table.data caption").text() == "Chỉ số giá"
    assert page.css_first(".get a").attributes["href"] == "gia.csv" or page.css_first(".get a").attributes[
        "href"
    ].endswith("/gia.csv")


def test_periods_are_a_line_and_it_says_what_it_shows(theme: Theme) -> None:
    page = page_of(theme, PERIODS)
    assert len(page.css(".chart .stroke")) == 2
    assert page.css(".chart .bar") == []
    drawn = page.css_first("[role=img]")
    assert page.css_first(f"#{drawn.attributes['aria-labelledby']}").text() == "Chỉ số (%)"
    assert page.css_first(f"#{drawn.attributes['aria-describedby']}").text() == (
        "Từ 100,25 (tháng 5 năm 2017) lên 1.099,5 (tháng 7 năm 2017), tăng 999,25. "
        "Cao nhất: tháng 7 năm 2017 (1.099,5); thấp nhất: tháng 6 năm 2017 (−3,5)."
    )


def test_anything_else_is_bars_and_its_words_are_words(theme: Theme) -> None:
    page = page_of(theme, KINDS)
    assert len(page.css(".chart .bar")) == 2
    assert texts(page, ".chart text.v") == ["29", "1.052"]
    assert page.css(".chart b, .data b") == []
    assert "Cao nhất: Khác (1.052)" in page.css_first(".chart .meta").text()


def test_a_page_of_another_language_writes_numbers_and_periods_its_own_way(theme: Theme) -> None:
    page = page_of(theme, PERIODS, "en")
    assert texts(page, "table.data td.n") == ["100.25", "−3.5", "1,099.5"]
    assert "Highest" in page.css_first(".chart .meta").text()


@pytest.mark.parametrize("data", ["", "A,B\n1\n", 'A,B\n1,"\n'])
def test_of_a_file_that_is_no_table_the_page_shows_the_file_alone(theme: Theme, data: str) -> None:
    page = page_of(theme, data)
    assert page.css("table.data, .chart") == []
    assert page.css(".file a")


def test_a_long_table_shows_its_first_rows_and_says_so(theme: Theme) -> None:
    names = [f"c{number}" for number in range(300)]
    rows = "\n".join(",".join(["1"] * 300) for _ in range(50))
    page = page_of(theme, f"{','.join(names)}\n{rows}\n")
    region = page.css_first("[role=region][tabindex='0']")
    assert page.css_first(f"#{region.attributes['aria-labelledby']}").text() == "Chỉ số giá"
    assert len(page.css("table.data tbody tr")) == 10
    assert any("10 dòng đầu trong 50 dòng" in text for text in texts(page, "p.meta"))
    assert len(page.css(".chart")) <= 4


def test_the_same_file_gives_the_same_bytes(theme: Theme) -> None:
    assert page_of(theme, PERIODS).html == page_of(Theme(ROOT / "theme"), PERIODS).html
