"""A translation whose original says something else by now tells its readers so, in their language, until it is mended."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from congbo.facts.drifted import sums
from congbo.site.home_facts import not_found_facts
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.render import Theme
from congbo.site.views import Drift, Link
from support.histories import Past, past_of, small_repository
from support.items import corpus
from support.renewed import Shown, differing
from support.trees import ROOT

TODAY = date(2026, 11, 22)
ORIGINAL, PATH = "content/qn/dich-vu-cong/2017/giay-phep.md", "content/qn/dich-vu-cong/2017/giay-phep.{}.md"
TEXT = """---
id: qn-2017-{number}
type: dich_vu
title: Giấy phép {number}
summary: Tóm tắt.
{more}imported:
  published: 2017-08-01T09:00:00+07:00
  source: Hệ thống cũ
le_phi: "{fee}"
---
Nội dung.
"""
SAYS = {
    "en": "The Vietnamese text was changed after 2 August 2017,",
    "zh": "越南语原文在2017年8月2日（本译文所依据文本的日期）之后已修改",
}


def text(number: int, more: str = "", fee: str = "400.000 đồng") -> str:
    return TEXT.format(number=number, more=more, fee=fee)


def made() -> str:
    """What a translation of the original notes."""
    found = corpus({ORIGINAL: text(9001)}, TODAY)
    lines = "".join(f"    - {part} {one}\n" for part, one in sums(found.policy.types, found.items[0]).items())
    return f"ban_goc:\n  ngay: 2017-08-02\n  ma:\n{lines}"


def page(original: str, lang: str = "en", note: str = "", edition: str = "internet") -> tuple[Index, Drift | None]:
    translation = text(9002, f"lang: {lang}\ntranslation: qn-2017-9001\n{note}")
    found = corpus({ORIGINAL: original, PATH.format(lang): translation}, TODAY)
    index = Index(found, found.policy.portals["qn"], edition)
    cautions = item_facts(index, found.by_path[PATH.format(lang)]).cautions
    return index, cautions.drift if cautions else None


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_readers_are_told_in_their_language_and_led_to_the_original(lang: str) -> None:
    index, found = page(text(9001, fee="600.000 đồng"), lang, made())
    assert found is not None
    assert found.says.startswith(SAYS[lang])
    assert found.original == Link("Giấy phép 9001", "dich-vu-cong/2017/giay-phep/", lang="vi")
    assert ("id", "qn-2017-9001") in index.trace.keys
    item = index.corpus.by_path[PATH.format(lang)]
    html = Theme(ROOT / "theme").render("item.html", item_facts(index, item)).decode()
    assert html.index('<aside class="drift"') < html.index('class="grid g-84"')
    assert '<a href="../../../../dich-vu-cong/2017/giay-phep/" lang="vi"' in html


def test_a_translation_that_keeps_up_or_does_not_say_is_left_alone() -> None:
    assert page(text(9001), note=made())[1] is None
    assert page(text(9001, fee="600.000 đồng"))[1] is None
    assert page(text(9001).replace("Nội dung.", "Nội\ndung."), note=made())[1] is None


def test_an_original_that_is_no_longer_shown_is_no_secret() -> None:
    for more in ("expires_at: 2026-11-01T00:00:00+07:00\n", "editions: [wan]\n"):
        found = page(text(9001, more), note=made())[1]
        assert found == Drift(
            "The original of this translation is no longer on the portal; what follows may no longer be right."
        )


def test_a_language_without_a_version_says_where_its_link_leads() -> None:
    index, _ = page(text(9001), note=made())
    theme = Theme(ROOT / "theme")
    alone = theme.render("not_found.html", not_found_facts(index)).decode()
    assert re.search(
        r'hreflang="en" title="[^"]+tiếng Anh\.">English <span class="away">\(home page\)</span></a>', alone
    )
    translated = theme.render("item.html", item_facts(index, index.corpus.by_path[ORIGINAL])).decode()
    assert 'class="away"' not in translated


@pytest.fixture
def past(tmp_path: Path) -> Past:
    return past_of(small_repository(tmp_path / "kho"), 0)


def test_an_edit_of_the_original_turns_the_pages_of_its_translations(past: Past) -> None:
    original = past.root / "content/qn/gioi-thieu/2017/con-nguoi-va-van-hoa.md"
    assert original.with_name("con-nguoi-va-van-hoa.en.md").is_file()
    shown = Shown()
    shown.publish(past.root, past.at)
    english = f"qn/internet/en/gioi-thieu/2017/{original.stem}/index.html"
    assert "Translation out of date" not in shown.files[english][0].decode()
    before = original.read_text("utf-8")
    original.write_text(f"{before}\nThêm một câu.\n", "utf-8")
    past.commit("sửa bản gốc")
    assert differing(past.root, shown, past.at) == []
    assert "was changed on 2" in shown.files[english][0].decode()
    original.write_text(before, "utf-8")
    past.commit("trả lại")
    assert differing(past.root, shown, past.at) == []
    assert "Translation out of date" not in shown.files[english][0].decode()
    head = before.replace("\nimported:", '\nrut_bai: {loai: nham, ngay: 2026-11-22, can_cu: "Chỉ đạo"}\nimported:', 1)
    original.write_text(head, "utf-8")
    past.commit("rút bản gốc")
    assert differing(past.root, shown, past.at) == []
    assert "Withdrawn" in shown.files[english][0].decode()
