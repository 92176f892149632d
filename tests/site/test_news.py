"""What may be asked of news is on its page, the first of it in one line; its citation can be copied."""

from __future__ import annotations

import re
from datetime import date

from congbo.site.index import Index
from congbo.site.item_facts import item_facts, told_of
from congbo.site.render import Theme
from support.items import corpus
from support.trees import ROOT

TEXT = """---
id: qn-2017-1
type: tin_bai
title: Khánh thành cầu cảng
summary: Tóm tắt.
authors: [Phóng viên]
nguon: Văn phòng
don_vi: qn-so-tttt
the_loai: tin
ket_thuc_luc: 2017-08-01T10:00:00+07:00
nguoi_chiu_trach_nhiem: Trưởng ban
imported:
  published: 2017-08-01T15:00:00+07:00
  source: Hệ thống cũ
---
Nội dung.
"""


def test_the_head_says_when_who_and_which_unit_and_the_foot_the_rest() -> None:
    path = "content/qn/tin-tuc/2017/cau-cang.md"
    found = corpus({path: TEXT}, date(2026, 11, 22))
    index = Index(found, found.policy.portals["qn"], "internet")
    facts = item_facts(index, index.item(path))
    shown = Theme(ROOT / "theme").render("item.html", facts).decode()
    head, body = shown.split("Nội dung.")
    line = re.sub(r"<[^>]+>", "", head[head.index('<p class="meta by">') :])
    unit = next(one.value for one in facts.byline if one.key == "don_vi")
    assert "01/8/2017" in line
    assert unit in line
    assert "Phóng viên" in line
    about = body[body.index('id="ve-muc"') :]
    for key in ("nguon", "ket_thuc_luc", "the_loai", "nguoi_chiu_trach_nhiem"):
        one = next(one for one in facts.byline if one.key == key)
        assert f"<dt>{one.label}</dt>" in about
        assert one.value in about
    assert 'data-copy="loi-dan"' in body
    assert f'id="loi-dan">{facts.citation}' in body


PICTURE = """anh: {file: cau.svg, alt: Cầu cảng nhìn từ biển}
chu_thich_anh: "Chuyến tàu đầu tiên <cập bến>, sáng 01/8/2017."
anh_ban_quyen: Phóng viên
"""


def test_a_caption_stands_below_the_picture_with_its_credit_and_is_found_by_its_words() -> None:
    path = "content/qn/tin-tuc/2017/cau-cang.md"
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="6"></svg>'
    for more, says in ((PICTURE, True), (PICTURE.replace("chu_thich_anh", "# chu_thich_anh"), False)):
        text = TEXT.replace("imported:", f"{more}imported:")
        found = corpus({path: text, "content/qn/tin-tuc/2017/cau-cang/cau.svg": svg}, date(2026, 11, 22))
        index = Index(found, found.policy.portals["qn"], "internet")
        facts = item_facts(index, index.item(path))
        shown = Theme(ROOT / "theme").render("item.html", facts).decode()
        below = shown[shown.index("<figcaption>") : shown.index("</figcaption>")]
        assert 'alt="Cầu cảng nhìn từ biển"' in shown
        assert "Ảnh: Phóng viên" in below
        assert ("Chuyến tàu đầu tiên &lt;cập bến&gt;, sáng 01/8/2017." in below) == says
        assert any("Chuyến tàu" in one for one in told_of(index, index.item(path))) == says
