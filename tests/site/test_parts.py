"""Parts that pages share: filled once for what they see, and seeing nothing of the page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from congbo.errors import CongboError
from congbo.frozen import replace
from congbo.site.render import Theme
from congbo.site.views import SomeFacts


@dataclass(frozen=True)
class Around:
    lang: str = "vi"
    name: str = "Phường"


@dataclass(frozen=True)
class Page:
    chrome: Around
    url: str
    title: str = "Tin"


PART = "{{ chrome.name }} {{ root }} {{ t('page.posted') }} {{ word }}\n"


def theme(
    folder: Path, part: str = PART, page: str = '{{ kept("part.html", word="<b>") }}|{{ page.title }}\n'
) -> Theme:
    (folder / "templates").mkdir(parents=True)
    (folder / "templates" / "part.html").write_text(part, "utf-8")
    (folder / "templates" / "macros.html").write_text("{% macro seen() %}{{ page.title }}{% endmacro %}", "utf-8")
    (folder / "templates" / "page.html").write_text(page, "utf-8")
    return Theme(folder)


def shown(made: Theme, page: Page) -> str:
    return made.render("page.html", cast(SomeFacts, page)).decode()


def test_a_part_sees_the_chrome_the_root_and_its_words(tmp_path: Path) -> None:
    made = theme(tmp_path)
    vi, en = Around(), Around("en", "Ward")
    assert shown(made, Page(vi, "tin/a/")) == "Phường ../../ Đăng lúc &lt;b&gt;|Tin\n"
    assert shown(made, Page(en, "en/tin/a/")).startswith("Ward ../../../ ")
    assert shown(made, Page(vi, "tin/")) == "Phường ../ Đăng lúc &lt;b&gt;|Tin\n"
    assert shown(made, Page(replace(vi, name="Xã"), "tin/")) == "Xã ../ Đăng lúc &lt;b&gt;|Tin\n"


def test_a_part_is_filled_once_for_what_it_sees(tmp_path: Path) -> None:
    made, vi = theme(tmp_path), Around()
    kept = made._environment.globals["kept"]
    for url in ("a/", "b/", "a/c/", "b/c/", "b/"):
        shown(made, Page(vi, url))
    assert len(kept._parts) == 2  # of one depth, and of two


@pytest.mark.parametrize(
    "part",
    ["{{ page.title }}", "{{ fact }}", '{% import "macros.html" as m %}{{ m.seen() }}'],
    ids=["page", "fact", "macro"],
)
def test_a_part_that_looks_at_its_page_is_refused(tmp_path: Path, part: str) -> None:
    made = theme(tmp_path, part)
    with pytest.raises(CongboError) as refused:
        shown(made, Page(Around(), "a/"))
    assert refused.value.message.key == "build.theme"


ROW = "{% macro row(e, level) %}<li>{{ page.chrome.name }}{{ more }}</li>{% endmacro %}"
LIST = "{{ kept.row(row, page.chrome, 2) }}"


def listing(folder: Path, more: str) -> Theme:
    made = theme(folder, page='{% from "rows.html" import row %}' + LIST)
    (folder / "templates" / "rows.html").write_text(ROW.replace("{{ more }}", more), "utf-8")
    return made


def test_a_line_sees_the_chrome_and_no_more_of_the_page(tmp_path: Path) -> None:
    made = listing(tmp_path / "a", "")
    assert "Phường</li>" in shown(made, Page(Around(), "a/"))
    assert "Ward</li>" in shown(made, Page(Around("en", "Ward"), "a/"))
    for name, more in (("b", "{{ page.url }}"), ("c", "{{ fact.x }}")):
        with pytest.raises(CongboError, match=r"build\.theme"):
            shown(listing(tmp_path / name, more), Page(Around(), "a/"))


@pytest.mark.parametrize(
    "line", ["{% set A = root ~ 'img/' %}", "{% set A = t('page.posted') %}", "{% set A = page.url %}"]
)
def test_what_is_run_once_for_all_pages_does_not_look_at_one(tmp_path: Path, line: str) -> None:
    made = theme(tmp_path, page='{% import "sets.html" as s %}{{ s.A }}{{ s.B }}')
    sets = tmp_path / "templates" / "sets.html"
    sets.write_text(f"{line}{{% set B = ['b'] %}}", "utf-8")
    with pytest.raises(CongboError, match=r"build\.theme"):
        shown(made, Page(Around(), "a/"))
    sets.write_text("{% set A = 'a' %}{% set B = ['b'] %}", "utf-8")
    assert shown(Theme(tmp_path), Page(Around(), "a/")) == "a[&#39;b&#39;]"


def test_two_macros_of_one_name_write_two_lines(tmp_path: Path) -> None:
    made = theme(tmp_path, page=ROW.replace("{{ more }}", "") + LIST)
    (tmp_path / "templates" / "other.html").write_text(ROW.replace("{{ more }}", "!") + LIST, "utf-8")
    vi = Around()
    first = shown(made, Page(vi, "a/"))
    assert "!" not in first
    assert "!" in made.render("other.html", cast(SomeFacts, Page(vi, "a/"))).decode()
    assert shown(made, Page(vi, "a/")) == first


def test_what_is_no_page_sees_nothing_of_the_page_before(tmp_path: Path) -> None:
    made = theme(tmp_path)
    (tmp_path / "templates" / "front.html").write_text("{% import 'macros.html' as m %}{{ m.seen() }}", "utf-8")
    shown(made, Page(Around(), "a/"))
    with pytest.raises(CongboError, match=r"build\.theme"):
        made.fill("front.html", {"root": "", "t": str})


def test_a_page_is_whole_after_its_parts(tmp_path: Path) -> None:
    made = theme(tmp_path, page='{% import "macros.html" as m %}{{ kept("part.html", word="") }}|{{ m.seen() }}')
    assert shown(made, Page(Around(), "a/")).endswith("|Tin")


def test_parts_do_not_pile_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("congbo.site.parts.MOST", 3)
    made, vi = theme(tmp_path), Around()
    texts = [shown(made, Page(vi, "a/" * depth)) for depth in range(1, 9)]
    assert len(made._environment.globals["kept"]._parts) <= 3
    assert texts == [shown(made, Page(vi, "a/" * depth)) for depth in range(1, 9)]
