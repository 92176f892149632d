"""What is searched: every item that is shown, all that its page says, and no word of one that is not."""

from __future__ import annotations

import json
from datetime import date

import pytest

from congbo.facts import addresses
from congbo.frozen import replace
from congbo.site.index import Index
from congbo.site.kinds import BY_NAME, keys_of
from congbo.site.render import Theme
from congbo.site.search_facts import part_facts, search_facts
from congbo.site.trace import Trace
from support.items import corpus
from support.trees import ROOT

TODAY = date(2026, 11, 22)
TEXT = """---
id: hd-{year}-90{number:02}
type: tin_bai
title: 'Bản tin "số {name}"'
summary: Tóm tắt {name}.
imported:
  published: {year}-{month}-10T09:00:00+07:00
  source: Hệ thống cũ
{more}---
Thân bài <b>{name}</b> &amp; 1 < 2.
"""
HIDDEN = {
    "mạng riêng": "editions: [wan]\n",
    "chưa tới": "publish_at: 2026-12-01T08:00:00+07:00\n",
    "đã hết": "expires_at: 2026-11-01T08:00:00+07:00\n",
    "đã rút": 'rut_bai: {loai: nham, ngay: 2026-11-12, can_cu: "Văn bản số 7"}\n',
}
SHOWN = {"một": ("2026", "11"), "hai": ("2026", "11"), "ba": ("2025", "02")}


def text(number: int, name: str, year: str = "2026", month: str = "11", more: str = "") -> str:
    return TEXT.format(number=number, name=name, year=year, month=month, more=more)


def index_of() -> Index:
    """Return the Internet edition of a portal with items of two months, and of each kind of what is hidden one."""
    files = {
        f"content/hd/tin-tuc/{year}/bai-{number}.md": text(number, name, year, month)
        for number, (name, (year, month)) in enumerate(SHOWN.items())
    }
    files |= {
        f"content/hd/tin-tuc/2026/an-{number}.md": text(50 + number, name, more=more)
        for number, (name, more) in enumerate(HIDDEN.items())
    }
    found = corpus(files, TODAY)
    assert [reading.faults for reading in found.readings if reading.item is None] == []
    return Index(found, found.policy.portals["hd"], "internet")


def told(index: Index) -> str:
    keys = keys_of(BY_NAME["search_part"], index, index.shelf.every())
    return "".join(part_facts(index, *key).text for key in keys)


def test_what_is_not_shown_is_in_no_part() -> None:
    everything = told(index_of())
    assert [name for name in (*SHOWN, *HIDDEN) if f"Tóm tắt {name}." in everything] == list(SHOWN)
    assert [name for name in HIDDEN if name in everything] == []


def test_a_part_is_data_and_says_what_the_page_says() -> None:
    (one,) = json.loads(part_facts(index_of(), "vi", "2025-02").text)
    assert (one["title"], one["summary"], one["day"], one["date"]) == (
        'Bản tin "số ba"',
        "Tóm tắt ba.",
        "2025-02-10",
        "10/02/2025",
    )
    assert one["text"] == "Thân bài ba & 1 < 2."
    assert one["url"] == "tin-tuc/2025/bai-2/"


def test_the_page_knows_its_parts_and_leads_to_every_section() -> None:
    index = index_of()
    facts = search_facts(index, "vi")
    page = Theme(ROOT / "theme").render("search.html", facts).decode()
    assert facts.parts == ("2026-11", "2025-02")
    assert 'data-folder="../tim-kiem/vi/" data-parts="2026-11 2025-02"' in page
    assert [link.url for group in facts.groups for link in group.links] == ["tin-tuc/"]


@pytest.mark.parametrize("lang", ["vi", "en", "zh"])
def test_the_box_leads_to_the_page(lang: str) -> None:
    index = index_of()
    facts = search_facts(index, "vi")
    chrome = replace(facts.chrome, lang=lang, home=addresses.home(lang))
    page = Theme(ROOT / "theme").render("sitemap.html", replace(_sitemap(index), chrome=chrome, url="a/b/")).decode()
    assert f'action="../../{addresses.search(lang)}"' in page


def _sitemap(index: Index):
    return BY_NAME["site_map"].facts(index, "vi")


def test_a_part_rests_on_its_own_month_alone() -> None:
    index = index_of()
    index.traces.append(Trace())
    part_facts(index, "vi", "2026-11")
    assert ("month_in", "vi", "2026-11") in index.trace.keys
    assert {key[1] for key in index.trace.keys if key[0] == "item"} == {
        f"content/hd/tin-tuc/2026/bai-{n}.md" for n in (0, 1)
    }
    assert {key[0] for key in index.trace.keys} == {"month_in", "item"}


def test_a_preview_cannot_be_searched() -> None:
    index = index_of()
    seen = replace(index, corpus=replace(index.corpus, previewed=frozenset()))
    assert [list(keys_of(BY_NAME[kind], seen, seen.shelf.every())) for kind in ("search", "search_part")] == [[], []]
    assert 'role="search"' not in Theme(ROOT / "theme").render("sitemap.html", _sitemap(seen)).decode()
