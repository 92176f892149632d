"""Pictures on pages: the right size for the place, room for it, the picture itself one step away; and what is drawn when."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from congbo.errors import CongboError
from congbo.facts.corpus import Corpus, load_corpus
from congbo.frozen import replace
from congbo.pictures import Kept
from congbo.pictures.sizes import TELEPHONE_BYTES
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.kinds import BY_NAME, keys_of
from congbo.site.render import Theme
from congbo.site.section_facts import section_facts
from support.photos import jpeg
from support.trees import ROOT, ValueTree, real_policy

PAGE = "content/qn/tin-tuc/2017/cau-cang.md"
TEXT = """---
id: qn-2017-1
type: tin_bai
title: Khánh thành cầu cảng
summary: Tóm tắt.
authors: [Phóng viên]
anh: {file: cau.jpg, alt: Cầu cảng nhìn từ biển}
imported:
  published: 2017-08-01T15:00:00+07:00
  source: Hệ thống cũ
---
Nội dung.

![Cột <mốc> bên cầu](nho.jpg "Cột mốc & bến. Ảnh: Phóng viên")

Trong dòng ![cầu](cau.jpg) và [liên kết ![cầu](cau.jpg)](nho.jpg) và ![hình vẽ](ve.svg).
"""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"></svg>'


def index_of(**files: bytes) -> Index:
    beside = {"cau.jpg": jpeg(1400, 1050), "nho.jpg": jpeg(300, 200), "ve.svg": SVG} | {
        name.replace("_", "."): data for name, data in files.items()
    }
    given = {PAGE: TEXT.encode()} | {f"{PAGE.removesuffix('.md')}/{name}": data for name, data in beside.items()}
    found = load_corpus(ValueTree(given), real_policy(), date(2026, 11, 22))
    return Index(found, found.policy.portals["qn"], "internet")


def page_of(index: Index) -> LexborHTMLParser:
    facts = item_facts(index, index.item(PAGE))
    return LexborHTMLParser(Theme(ROOT / "theme").render("item.html", facts).decode())


def sized(index: Index) -> dict[tuple[str, ...], bytes]:
    kind = BY_NAME["sized"]
    return {key[1:]: kind.facts(index, *key).data for key in keys_of(kind, index, index.shelf.every())}  # type: ignore[union-attr]


def test_there_is_a_file_for_every_size_that_a_page_names_and_no_other() -> None:
    index = index_of()
    page, found = page_of(index), sized(index)
    named = {source.attributes["srcset"] or "" for source in page.css("main source")}
    told = {part.split()[0] for one in named for part in one.split(",")}
    told |= {img.attributes["src"] or "" for img in page.css("main picture img")}
    names = {one.rpartition("/")[2] for one in told if "/co-anh/" in f"/{one}"}
    assert names == {f"{file}.{size}" for file, size in found}
    assert {file for file, _ in found} == {"cau.jpg", "nho.jpg"}


def test_the_lead_picture_is_light_on_a_telephone_and_leads_to_itself() -> None:
    index = index_of()
    page = page_of(index)
    lead = page.css_first("main figure img")
    assert lead.attributes["fetchpriority"] == "high"
    assert (lead.attributes["width"], lead.attributes["height"]) == ("1400", "1050")
    assert page.css_first("main figure figcaption a").attributes["href"].endswith("/cau.jpg")  # type: ignore[union-attr]
    found = sized(index)
    assert max(len(found["cau.jpg", size]) for size in ("360.webp", "720.webp", "720.jpg")) <= TELEPHONE_BYTES
    assert 'property="og:image" content="https://' in (page.head.html or "")  # type: ignore[union-attr]
    assert "cau.jpg.720.jpg" in (page.head.html or "")  # type: ignore[union-attr]


def test_pictures_of_a_text_have_sizes_room_and_a_caption() -> None:
    prose = page_of(index_of()).css_first(".prose")
    figure = prose.css_first("figure")
    assert figure.css_first("figcaption").text() == "Cột mốc & bến. Ảnh: Phóng viên"
    small = figure.css_first("img")
    assert small.attributes["alt"] == "Cột <mốc> bên cầu"
    assert (small.attributes["width"], small.attributes["loading"]) == ("300", "lazy")
    assert small.attributes["src"] == "co-anh/nho.jpg.300.jpg"
    assert not figure.css("a")  # it is not larger than what is shown
    lines = prose.css("p")[1]
    assert [link.attributes["href"] for link in lines.css("a")] == ["cau.jpg", "nho.jpg"]  # no link within a link
    drawing = lines.css("img")[-1]
    assert (drawing.attributes["src"], drawing.attributes["width"]) == ("ve.svg", "90")
    assert not prose.css("[title]")


def test_a_list_shows_the_smallest() -> None:
    index = index_of()
    shown = Theme(ROOT / "theme").render("section.html", section_facts(index, "tin-tuc", "vi")).decode()
    source = LexborHTMLParser(shown).css_first(".thumb source")
    assert source.attributes["srcset"].endswith("cau.jpg.360.webp")  # type: ignore[union-attr]


def test_a_picture_that_cannot_be_decoded_is_refused_by_name() -> None:
    index = index_of(cau_jpg=jpeg(1400, 1050)[:60_000])
    with pytest.raises(CongboError) as refused:
        sized(index)
    assert refused.value.place is not None
    assert refused.value.place.path.endswith("cau-cang/cau.jpg")


def test_other_text_draws_nothing_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = index_of()
    corpus: Corpus = replace(index.corpus, pictures=Kept(tmp_path))
    known = sized(replace(index, corpus=corpus))
    monkeypatch.setattr("congbo.pictures.drawn.drawn", lambda _: [])
    again = replace(index, corpus=replace(corpus, pictures=Kept(tmp_path)), done={})
    assert sized(again) == known
    assert Image.open(io.BytesIO(known["nho.jpg", "300.webp"])).size == (300, 200)
