"""What a page says of itself for machines is data that nothing in a title can end, and names where the page stands."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congbo.frozen import replace
from congbo.site.home_facts import home_facts, not_found_facts, site_map_facts
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.linked_data import linked_data
from congbo.site.numbers import number_in
from congbo.site.render import Theme
from congbo.site.section_facts import section_facts
from support.items import corpus
from support.linked import SCRIPT, faults, linked
from support.trees import ROOT

TEXT = """---
id: qn-2017-9001
type: tin_bai
title: Tin
summary: Tóm tắt.
imported:
  published: 2017-08-01T09:00:00+07:00
  source: Hệ thống cũ
---
Nội dung.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    english = TEXT.replace("9001", "9002").replace("title: Tin", "title: News\nlang: en\ntranslation: qn-2017-9001")
    found = corpus(
        {"content/qn/tin-tuc/2017/a.md": TEXT, "content/qn/tin-tuc/2017/a.en.md": english}, date(2026, 11, 22)
    )
    return Index(found, found.policy.portals["qn"], "internet")


def test_a_page_stands_below_those_that_lead_to_it(index: Index) -> None:
    page = section_facts(index, "tin-tuc", "vi")
    (text,) = SCRIPT.findall(Theme(ROOT / "theme").render("section.html", page).decode())
    (data,) = json.loads(text)["@graph"]
    assert data["@type"] == "BreadcrumbList"
    host = f"https://{index.host}"
    assert [(one["position"], one["item"]) for one in data["itemListElement"]] == [
        (1, f"{host}/"),
        (2, f"{host}/tin-tuc/"),
    ]


@given(title=st.text(min_size=1))
def test_no_title_ends_the_data(index: Index, title: str) -> None:
    text = linked_data(replace(site_map_facts(index, "vi"), title=f"</script>{title}<!--"))
    assert not set("<>&") & set(text)
    assert json.loads(text)["@graph"][0]["itemListElement"][-1]["name"] == f"</script>{title}<!--"


def test_the_home_page_says_whose_site_it_is_and_a_page_for_what_is_missing_says_nothing(index: Index) -> None:
    theme = Theme(ROOT / "theme")
    home = linked(theme.render("home.html", home_facts(index, "vi")).decode())
    assert home is not None
    site, owner = home["@graph"]
    assert (site["@type"], owner["@type"]) == ("WebSite", "GovernmentOrganization")
    assert site["publisher"]["@id"] == owner["@id"]
    assert faults(home) == []
    assert linked(theme.render("not_found.html", not_found_facts(index)).decode()) is None


VALUES = {
    "tin_bai": "authors: [Chuyên viên Văn phòng]\nnguon: Văn phòng\n",
    "van_ban": "so_ky_hieu: 12/2017/QĐ-UBND\nngay_ban_hanh: 2017-07-03\nngay_hieu_luc: 2017-07-10\n"
    "thay_the: [11/2016/QĐ-UBND]\n",
    "gop_y": "bat_dau: 2017-09-01\nthoi_han: 2017-10-05\n",
    "thong_ke": "chi_tieu: Thu ngân sách\ngia_tri: '1.250,5'\ndon_vi_tinh: tỷ đồng\nky_so_lieu: 2017-Q2\n",
    "hoi_dap": "ma: HD-1\ncau_hoi: Hỏi gì?\n",
    "phan_anh": "ma: PA-1\ntom_tat: Tóm tắt.\n",
    "dich_vu": "duong_dan: https://dichvucong.gov.vn/\nket_qua: Giấy phép\n",
    "co_quan": "dia_chi: Phường Hồng Hà\ndien_thoai: 0203 3xxx 111\n",
    "lich": "ngay: 2017-07-03\ngio: '08:00'\nlanh_dao: Chủ tịch\nnoi_dung: Họp\ndia_diem: Phòng họp\n",
    "nhan_su": "ho_ten: Chủ tịch\nchuc_vu: Chủ tịch\n",
}
WHERE = {
    "tin_bai": "tin-tuc", "van_ban": "van-ban-phap-quy", "gop_y": "gop-y", "thong_ke": "thong-ke", "hoi_dap": "hoi-dap",
    "phan_anh": "hoi-dap", "dich_vu": "dich-vu-cong", "co_quan": "to-chuc-bo-may", "lich": "lich-lanh-dao",
    "nhan_su": "lanh-dao",
}  # fmt: skip


def said_of(type_: str, more: str = "") -> dict[str, Any] | None:
    """What the page of an item of a type says it is about; None if only where it stands."""
    text = TEXT.replace("type: tin_bai", f"type: {type_}").replace("imported:", f"{VALUES[type_]}{more}imported:")
    found = corpus({f"content/qn/{WHERE[type_]}/2017/a.md": text}, date(2026, 11, 22))
    shown = Index(found, found.policy.portals["qn"], "internet")
    data = linked(Theme(ROOT / "theme").render("item.html", item_facts(shown, shown.items[0])).decode())
    assert data is not None
    assert faults(data) == []
    things = data["@graph"][1:]
    return things[0] if things else None


@pytest.mark.parametrize(
    ("type_", "kind", "says"),
    [
        ("tin_bai", "NewsArticle", {"author": {"@type": "Person", "name": "Chuyên viên Văn phòng"}}),
        ("van_ban", "Legislation", {"legislationIdentifier": "12/2017/QĐ-UBND", "legislationDate": "2017-07-03",
                                    "legislationLegalForce": "https://schema.org/InForce"}),
        ("gop_y", "Event", {"startDate": "2017-09-01", "endDate": "2017-10-05"}),
        ("thong_ke", "Dataset", {"temporalCoverage": "2017-04-01/2017-06-30"}),
        ("hoi_dap", "QAPage", {}),
        ("dich_vu", "GovernmentService", {"serviceOutput": {"@type": "Thing", "name": "Giấy phép"}}),
        ("co_quan", "GovernmentOrganization", {"telephone": "0203 3xxx 111"}),
        ("lich", "Event", {"startDate": "2017-07-03T08:00:00+07:00"}),
    ],
)  # fmt: skip
def test_an_item_says_what_it_is(type_: str, kind: str, says: dict[str, Any]) -> None:
    thing = said_of(type_)
    assert thing is not None
    assert thing["@type"] == kind
    assert {key: thing[key] for key in says} == says


def test_a_document_says_what_it_replaces() -> None:
    thing = said_of("van_ban")
    assert thing is not None
    assert [one["legislationIdentifier"] for one in thing["legislationRepeals"]] == ["11/2016/QĐ-UBND"]


def test_a_figure_is_a_number_for_machines() -> None:
    thing = said_of("thong_ke")
    assert thing is not None
    assert thing["variableMeasured"]["value"] == 1250.5


def test_a_question_without_an_answer_says_so_and_with_one_gives_it() -> None:
    open_, answered = said_of("hoi_dap"), said_of("hoi_dap", "tra_loi: Có.\nngay_tra_loi: 2017-07-30\n")
    assert open_ is not None
    assert answered is not None
    assert open_["mainEntity"]["answerCount"] == 0
    assert "acceptedAnswer" not in open_["mainEntity"]
    assert answered["mainEntity"]["acceptedAnswer"] == {"@type": "Answer", "text": "Có.", "dateCreated": "2017-07-30"}


@pytest.mark.parametrize("type_", ["phan_anh", "nhan_su"])
def test_of_people_and_petitions_nothing_is_said(type_: str) -> None:
    assert said_of(type_) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("100,11", 100.11), ("1.250", 1250), ("-0,5", -0.5), ("7", 7), ("nan", "nan"), ("7 xã", "7 xã")],
)
def test_numbers_are_read_as_they_are_written_here(text: str, number: float | str) -> None:
    assert number_in(text) == number


def test_who_reads_none_of_the_languages_is_sent_to_the_vietnamese_page(index: Index) -> None:
    html = Theme(ROOT / "theme").render("home.html", home_facts(index, "en")).decode()
    known = dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', html))
    assert known.keys() == {"vi", "en", "x-default"}
    assert known["x-default"] == known["vi"]
