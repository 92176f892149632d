"""Services: what describes one stands in the order of the regulations, levels in today's words, the list goes by field."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.render import Theme
from congbo.site.section_facts import section_facts
from support.items import TODAY, corpus
from support.trees import ROOT

TEXT = """---
id: tq-2011-{number}
type: dich_vu
title: Dịch vụ {number}
summary: Tóm tắt.
imported:
  published: 2011-08-09T09:00:00+07:00
  source: Hệ thống cũ
linh_vuc: {field}
muc_do: {level}
le_phi: 5.000 đồng
phi: không
thoi_han: 03 ngày
nguoi_xu_ly: Chuyên viên, điện thoại 027 3xxx 191
noi_tiep_nhan: Bộ phận một cửa
ho_so: Tờ khai.
thu_tuc: Theo quyết định.
quy_trinh: Nộp; nhận.
duong_dan: https://dichvucong.tuyenquang.example/so-{number}
---
"""
FIELDS = ["quy_trinh", "thu_tuc", "ho_so", "noi_tiep_nhan", "nguoi_xu_ly", "thoi_han_giai_quyet", "phi", "le_phi"]


@pytest.fixture(scope="module")
def theme() -> Theme:
    return Theme(ROOT / "theme")


def index_of(*services: tuple[str, str]) -> Index:
    """An index of services, each a field and a level."""
    texts = {
        f"content/tq/dich-vu-cong/2011/so-{number}.md": TEXT.format(number=number, field=field, level=level)
        for number, (field, level) in enumerate(services, start=1001)
    }
    found = corpus(texts, TODAY)
    return Index(found, found.policy.portals["tq"], "internet")


def test_the_eight_facts_stand_in_the_order_of_the_regulations(theme: Theme) -> None:
    index = index_of(("thuong_mai", "muc_3"))
    page = LexborHTMLParser(theme.render("item.html", item_facts(index, index.items[0])))
    names = [index.corpus.policy.types.fields[name].name.in_("vi") for name in FIELDS]
    shown = [
        node.text(strip=True) for node in page.css(".stack:not(.side) > section > h2, .stack:not(.side) > .figures dt")
    ]
    assert [name for name in shown if name in names] == names
    button = page.css_first(".side a.btn")
    assert button is not None
    assert button.attributes["href"] == "https://dichvucong.tuyenquang.example/so-1001"
    beside = page.css_first(".side").text()
    assert "dichvucong.tuyenquang.example" in beside
    assert "Một phần (trước đây: mức độ 3)" in beside


@pytest.mark.parametrize(
    ("level", "words"),
    [
        ("muc_2", "Cung cấp thông tin trực tuyến (trước đây: mức độ 2)"),
        ("muc_4", "Toàn trình (trước đây: mức độ 4)"),
        ("toan_trinh", "Toàn trình"),
    ],
)
def test_a_level_is_said_in_todays_words(level: str, words: str) -> None:
    index = index_of(("thuong_mai", level))
    assert section_facts(index, "dich-vu-cong", "vi").groups[0].entries[0].state_text == words


def test_the_catalogue_goes_by_field_and_leads_to_each(theme: Theme) -> None:
    index = index_of(("y_te", "muc_4"), ("dat_dai", "muc_3"), ("y_te", "muc_3"))
    page = LexborHTMLParser(theme.render("section.html", section_facts(index, "dich-vu-cong", "vi")))
    assert [node.text(strip=True) for node in page.css(".catalogue section > h2")] == ["Đất đai", "Y tế"]
    ways = page.css(".jump li")
    assert [node.text(strip=True) for node in ways] == ["Đất đai(1)", "Y tế(2)"]
    for node in page.css(".jump a"):
        assert page.css_first(str(node.attributes["href"])) is not None
