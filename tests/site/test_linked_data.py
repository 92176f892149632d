"""What a page says of itself for machines is data that nothing in a title can end, and names where the page stands."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congbo.site.home_facts import home_facts, not_found_facts, site_map_facts
from congbo.site.index import Index
from congbo.site.linked_data import linked_data
from congbo.site.render import Theme
from congbo.site.section_facts import section_facts
from support.items import corpus
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
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


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
    data = json.loads(text)
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
    assert json.loads(text)["itemListElement"][-1]["name"] == f"</script>{title}<!--"


def test_the_home_page_and_pages_that_are_not_to_be_found_say_nothing(index: Index) -> None:
    theme = Theme(ROOT / "theme")
    assert not SCRIPT.findall(theme.render("home.html", home_facts(index, "vi")).decode())
    assert not SCRIPT.findall(theme.render("not_found.html", not_found_facts(index)).decode())


def test_who_reads_none_of_the_languages_is_sent_to_the_vietnamese_page(index: Index) -> None:
    html = Theme(ROOT / "theme").render("home.html", home_facts(index, "en")).decode()
    known = dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', html))
    assert known.keys() == {"vi", "en", "x-default"}
    assert known["x-default"] == known["vi"]
