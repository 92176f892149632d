"""The pages of components: every part of the theme is on them, filled by the theme itself; what a portal publishes is not."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import pytest
from selectolax.lexbor import LexborHTMLParser

from congbo.frozen import replace
from congbo.site.compiling import PlainMacro
from congbo.site.components import PARTS
from congbo.site.components_facts import components_facts, texts
from congbo.site.index import Index
from congbo.site.kinds import BY_NAME
from congbo.site.render import Theme
from congbo.site.samples import sampled
from congbo.site.specimens import living
from congbo.site.views.components import ComponentsFacts
from support.items import corpus
from support.trees import ROOT

TEMPLATES = ROOT / "theme/templates"
PAGES = ("", "trang")
_NEWS = """---
id: qn-2017-9001
type: tin_bai
title: Tin
summary: Tóm tắt.
imported:
  published: 2017-06-01T09:00:00+07:00
  source: Hệ thống cũ
---
Nội dung.
"""


def index(files: dict[str, str] | None = None, portal: str = "qn") -> Index:
    found = corpus(files or {})
    return Index(found, found.policy.portals[portal], "internet")


def noting(theme: Theme, called: set[tuple[str, str]]) -> Theme:
    """Let a theme note which macros it calls: template and name."""

    class Noting(PlainMacro):
        def __call__(self, *args: Any, **kwargs: Any) -> str:
            file = Path(self._func.__code__.co_filename)
            called.add((file.relative_to(TEMPLATES).as_posix(), self.name))
            return super().__call__(*args, **kwargs)

    theme._environment.macro = Noting  # type: ignore[misc]
    return theme


@cache
def facts(page: str) -> ComponentsFacts:
    return components_facts(index(), page)


@cache
def rendered() -> tuple[dict[str, str], frozenset[tuple[str, str]]]:
    """Return both pages, and the macros that were called for them."""
    called: set[tuple[str, str]] = set()
    theme = noting(Theme(ROOT / "theme"), called)
    return {page: theme.render("components.html", facts(page)).decode() for page in PAGES}, frozenset(called)


def macros() -> set[tuple[str, str]]:
    """The macros of templates that others take parts from; a page's own are seen where it is shown as a whole."""
    found = set()
    for file in TEMPLATES.rglob("*.html"):
        tree = jinja2.Environment(autoescape=True).parse(file.read_text("utf-8"))
        if not tree.find(jinja2.nodes.Extends):
            found |= {(file.relative_to(TEMPLATES).as_posix(), one.name) for one in tree.find_all(jinja2.nodes.Macro)}
    return found


def test_every_part_of_the_theme_is_on_the_pages() -> None:
    """One that is not shown is not known to those who build with the theme: add a specimen, or a sample that has it."""
    assert macros() - rendered()[1] == set()


def test_every_specimen_has_words_and_every_word_a_specimen() -> None:
    named = {name for group in PARTS.values() for name in group}
    others = {"components", "trang", *PARTS, "pages-items", "pages-fronts", "pages-others"}
    assert set(texts()) == named | others
    assert {file.stem for file in (TEMPLATES / "specimens").glob("*.html")} == named
    assert all(about for name, (_, about) in texts().items() if name in named)
    assert [group.anchor for group in facts("").groups] == list(PARTS)
    assert sum(len(group.specimens) for group in facts("").groups) == len(named)


def test_there_is_a_sample_of_every_view_and_none_is_at_fault() -> None:
    samples = sampled(index())
    policy = samples.corpus.policy
    assert [reading.path for reading in samples.corpus.readings if reading.faults] == []
    assert {policy.types.types[item.type].view for item in samples.items} == {
        one.view for one in policy.types.types.values()
    }


@pytest.mark.parametrize("page", PAGES)
def test_no_specimen_takes_the_name_of_another_or_leads_nowhere(page: str) -> None:
    tree = LexborHTMLParser(rendered()[0][page])
    ids = Counter(node.attributes["id"] for node in tree.css("[id]"))
    assert [name for name, count in ids.items() if count > 1] == []
    asked = {word for at in ("for", "aria-labelledby", "aria-describedby") for node in tree.css(f"[{at}]")
             for word in (node.attributes[at] or "").split()}  # fmt: skip
    assert asked - set(ids) == set()
    inside = {(node.attributes["href"] or "")[1:] for node in tree.css('main a[href^="#"]')}
    assert inside - set(ids) == set()
    assert not tree.css(".specimen script")


def test_what_is_shown_as_html_is_what_the_theme_gave() -> None:
    page = LexborHTMLParser(rendered()[0][""])
    shown = {
        node.text().strip(): code.text()
        for node, code in zip(page.css(".component > h3"), page.css("pre code"), strict=True)
    }
    crumbs = next(code for title, code in shown.items() if title.endswith(texts()["links"][0]))
    assert '<a href="../tin-tuc/">' in crumbs
    assert "aria-level" not in crumbs


def test_the_page_of_a_portal_rests_on_nothing_that_it_publishes() -> None:
    """But for what surrounds every page: a merged item leaves it alone."""
    own = index({"content/qn/tin-tuc/2017/tin.md": _NEWS})
    chrome_alone = Index(own.corpus, own.portal, own.edition)
    BY_NAME["guide"].facts(chrome_alone, "viet")
    BY_NAME["components"].facts(own, "")
    assert own.trace.keys == chrome_alone.trace.keys


def test_only_a_portal_that_asks_has_the_pages() -> None:
    keys = BY_NAME["components"].keys
    assert keys is not None
    assert list(keys(index())) == [("",), ("trang",)]
    assert list(keys(index(portal="dl"))) == []


def test_policies_that_know_less_lose_the_specimens_of_what_they_do_not_know() -> None:
    own = index(portal="dl")
    known = own.corpus.policy
    policy = replace(
        known,
        sections={name: one for name, one in known.sections.items() if name not in ("tin-tuc", "gop-y")},
        units={name: one for name, one in known.units.items() if not name.startswith("qn-")},
    )
    page = components_facts(Index(replace(own.corpus, policy=policy), own.portal, own.edition), "")
    shown = {one.template for group in page.groups for one in group.specimens}
    every = {f"specimens/{name}.html" for group in PARTS.values() for name in group}
    of_these = {f"specimens/{name}.html" for group in PARTS.values() for name, sample in group.items()
                if sample.partition("/")[0] in ("tin-tuc", "gop-y")}  # fmt: skip
    assert shown == every - of_these
    assert Theme(ROOT / "theme").render("components.html", page)


def test_a_specimen_beside_others_has_its_own_names() -> None:
    html = '<h2 id="a">x</h2><p aria-labelledby="a b"><a href="#a">x</a><a href="../y/">y</a><a href="https://x.example/">z</a>'
    assert living(html, 7, "e.svg") == (
        '<h2 headingoffset="2" aria-level="4" id="a-m7">x</h2><p aria-labelledby="a-m7 b-m7"><a href="#a-m7">x</a>'
        '<a href="#mau-7">y</a><a href="https://x.example/">z</a>'
    )
    picture = '<picture><source srcset="a.webp 480w"><img class="x" src="a.png" alt=""></picture>'
    script = '\n<script defer src="x.js"></script><template><b>x</b></template>'
    assert living(picture + script, 1, "e.svg") == '<picture><img class="x" src="e.svg" alt=""></picture>'
