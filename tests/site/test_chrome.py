"""What surrounds every page: a short menu of the board's choice, and a way to every section."""

from __future__ import annotations

import pytest

from congbo.frozen import replace
from congbo.policy.content import VIEWS
from congbo.site.chrome import chrome_of
from congbo.site.groups import GROUPS
from congbo.site.index import Index
from congbo.site.menu import LENGTH
from support.items import corpus
from support.trees import real_policy

TEXT = """---
id: dl-2019-90{number}
type: {type}
title: Mục {number}
summary: Tóm tắt {number}.
imported:
  published: 2019-08-0{number}T09:00:00+07:00
  source: Hệ thống cũ
---
Nội dung.
"""
TYPES = {
    "kinh-te": "tin_bai",
    "tin-tuc-su-kien": "tin_bai",
    "van-ban-phuong": "van_ban",
    "hoi-dap": "hoi_dap",
    "thong-ke": "thong_ke",
}


def shown(*sections: str, menu: tuple[str, ...] | None = None) -> Index:
    files = {
        f"content/dl/{section}/2019/muc-{n}.md": TEXT.format(number=n, type=TYPES[section])
        for n, section in enumerate(sections, 1)
    }
    found, portal = corpus(files), real_policy().portals["dl"]
    return Index(found, portal if menu is None else replace(portal, menu=menu), "internet")


def test_every_view_stands_in_one_group() -> None:
    assert sorted(view for views in GROUPS.values() for view in views) == sorted(VIEWS)


def test_every_section_is_reached_from_every_page_and_stands_in_one_group() -> None:
    chrome = chrome_of(shown(*TYPES), "vi")
    links = [link.url for group in chrome.sections for link in group.links]
    assert sorted(links) == sorted(f"{section}/" for section in TYPES)
    assert [group.title for group in chrome.sections] == [
        "Tin tức",
        "Văn bản",
        "Dịch vụ và góp ý",
        "Số liệu, chương trình",
    ]
    assert [link.url for link in chrome.sections[0].links] == ["tin-tuc-su-kien/", "kinh-te/"]  # the menu's first


def test_the_menu_is_short_and_so_are_its_names() -> None:
    chrome = chrome_of(shown("hoi-dap", "tin-tuc-su-kien"), "vi")
    assert [link.title for link in chrome.menu] == ["Tin tức", "Hỏi đáp"]
    chrome = chrome_of(shown(*TYPES, menu=("hoi-dap",)), "vi")
    assert chrome.menu[0].url == "hoi-dap/"
    assert len(chrome.menu) == len(TYPES) <= LENGTH


@pytest.mark.parametrize("lang", ["vi", "en", "zh"])
def test_every_section_says_in_every_language_what_is_found_there(lang: str) -> None:
    assert [s.id for s in real_policy().sections.values() if not s.about or not getattr(s.about, lang)] == []
