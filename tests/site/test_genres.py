"""Stories in pictures, films and conversations: each in a form of its own, which needs no script."""

from __future__ import annotations

import json
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from congbo.facts.corpus import load_corpus
from congbo.site.entries import entry
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.markdown import to_html
from congbo.site.render import Theme
from congbo.site.talk import Turn, turns
from congbo.text.pictures import pictures
from congbo.text.turns import speakers
from support.made import made
from support.photos import jpeg
from support.trees import ROOT, ValueTree, real_policy

PAGE = "content/qn/tin-tuc/2017/mua-ca.md"
HEAD = """---
id: qn-2017-1
type: tin_bai
title: Mùa cá "mới" & cũ
summary: Tóm tắt.
authors: [Phóng viên]
{more}
imported:
  published: 2017-08-01T15:00:00+07:00
  source: Hệ thống cũ
---
"""
TALK = """Lời dẫn của bài.

**Phóng viên:** Mùa cá <script>năm nay</script> thế nào?

**Giám đốc Sở**: Bằng năm ngoái.

- Cá thu
- **Cá mực:** giá cao

> **Trích:** lời của người khác.

## Phần hai

__Phóng viên:__ Còn giá?

**Giám đốc Sở:** Cao hơn.
"""


def shown(more: str, body: str, **files: bytes) -> tuple[Index, LexborHTMLParser]:
    beside = {f"{PAGE.removesuffix('.md')}/{name.replace('_', '.')}": data for name, data in files.items()}
    text = (HEAD.format(more=more) + body).encode()
    found = load_corpus(ValueTree({PAGE: text} | beside), real_policy(), date(2026, 11, 22))
    index = Index(found, found.policy.portals["qn"], "internet")
    html = Theme(ROOT / "theme").render("item.html", item_facts(index, index.item(PAGE))).decode()
    return index, LexborHTMLParser(html)


def test_a_conversation_is_a_list_of_who_says_what() -> None:
    index, page = shown("the_loai: phong_van", TALK)
    lists = page.css("ol.talk")
    assert [[li.css_first(".who").text() for li in one.css("li:has(> .who)")] for one in lists] == [
        ["Phóng viên", "Giám đốc Sở"],
        ["Phóng viên", "Giám đốc Sở"],
    ]
    assert [li.css_first(".who").text() for li in page.css("li.asks")] == ["Phóng viên"] * 2
    answer = lists[0].css("li:has(> .who)")[1]
    assert answer.css_first(".prose > p").text() == "Bằng năm ngoái."
    assert [li.text() for li in answer.css("ul > li")] == ["Cá thu", "Cá mực: giá cao"]
    assert "lời của người khác" in answer.css_first("blockquote").text()
    assert page.css_first(".prose h2").text() == "Phần hai"
    assert "Lời dẫn của bài." in page.css_first(".prose").text()
    assert not page.css(".talk script")
    assert entry(index, index.item(PAGE)).own == "Phỏng vấn"


@pytest.mark.parametrize("body", ["Không ai nói gì.", "- **Cá mực:** giá cao", "**Đậm** mà không có hai chấm", ""])
def test_a_text_that_is_no_conversation_stays_a_text(body: str) -> None:
    html = to_html(body)
    assert "".join(turn.html for turn in turns(html)) == html.strip()
    assert speakers(body) == []
    _, page = shown("the_loai: phong_van", body)
    assert not page.css("ol.talk")


def test_no_word_of_a_conversation_is_lost() -> None:
    found = turns(to_html(TALK))
    assert [turn.who for turn in found] == ["", "Phóng viên", "Giám đốc Sở", "", "Phóng viên", "Giám đốc Sở"]
    assert found[4] == Turn("Phóng viên", "<p>Còn giá?</p>")
    assert speakers(TALK) == ["Phóng viên", "Giám đốc Sở"] * 2


STORY = """![Thuyền](a.jpg "Thuyền (lớn) rời bến. Ảnh: Phóng viên")

![Chợ](b.jpg "Chợ sớm")
"""


def test_a_story_is_its_pictures_with_their_captions() -> None:
    _, page = shown("the_loai: anh", STORY, a_jpg=jpeg(300, 200), b_jpg=jpeg(300, 200))
    figures = page.css(".gallery > figure")
    assert [one.css_first("figcaption").text() for one in figures] == [
        "Thuyền (lớn) rời bến. Ảnh: Phóng viên",
        "Chợ sớm",
    ]
    assert all(one.css_first("picture > img").attributes["alt"] for one in figures)
    assert [one.caption for one in pictures(STORY)] == ["Thuyền (lớn) rời bến. Ảnh: Phóng viên", "Chợ sớm"]


FILM = """the_loai: video
phim: phim.webm
phu_de: phim.vtt
loi_phim: Tàu rời cảng lúc sáng sớm.
anh: {file: cho.jpg, alt: Tàu ở cảng}"""


def test_a_film_waits_to_be_started_and_is_there_in_words() -> None:
    files = {"phim_webm": made("webm"), "phim_vtt": made("vtt"), "cho_jpg": jpeg(300, 200)}
    index, page = shown(FILM, "Nội dung.", **files)
    film = page.css_first(".film video")
    assert "controls" in film.attributes
    assert "autoplay" not in film.attributes
    assert film.attributes["preload"] == "none"
    assert (film.attributes["poster"] or "").endswith("/co-anh/cho.jpg.300.jpg")
    assert film.attributes["aria-label"] == 'Phim: Mùa cá "mới" & cũ'
    source, track = film.css_first("source"), film.css_first("track")
    assert (source.attributes["type"], track.attributes["kind"]) == ("video/webm", "captions")
    assert track.attributes["srclang"] == "vi"
    assert "Tàu rời cảng lúc sáng sớm." in page.css_first("main").text()
    assert {a.attributes["href"].rpartition("/")[2] for a in page.css(".file a")} == {"phim.webm", "phim.vtt"}  # type: ignore[union-attr]
    assert entry(index, index.item(PAGE)).own == "Video"
    data = json.loads(page.css_first('script[type="application/ld+json"]').text())
    video = next(one["video"] for one in data["@graph"] if "video" in one)
    assert video["contentUrl"].endswith("/mua-ca/phim.webm")
    assert video["transcript"] == "Tàu rời cảng lúc sáng sớm."


def test_a_film_without_its_file_is_shown_as_any_news() -> None:
    _, page = shown("the_loai: video", "Nội dung.")
    assert not page.css("video")
    assert "Nội dung." in page.css_first(".prose").text()
