"""Every portal says how it keeps personal data, how it may be used, how far it is accessible, and where to write."""

from __future__ import annotations

from datetime import date

import pytest

from congbo.frozen import replace
from congbo.site.about import about
from congbo.site.index import Index
from congbo.site.render import Theme
from congbo.site.sitemap_facts import sitemap_facts
from congbo.site.standing import PAGES
from congbo.site.standing_facts import standing_facts
from support.items import corpus
from support.obligations import keeps
from support.trees import ROOT, real_policy

TODAY = date(2026, 11, 22)


def index_of(portal: str, **changes: object) -> Index:
    found = corpus({}, TODAY)
    return Index(found, replace(found.policy.portals[portal], **changes), "internet")  # type: ignore[arg-type]


@pytest.mark.parametrize("portal", sorted(real_policy().portals))
def test_every_portal_has_every_page_and_its_foot_leads_there(portal: str) -> None:
    index = index_of(portal)
    assert {page.url for page in PAGES.values()} <= {link.url for link in about(index, "vi")}
    for name in PAGES:
        page = standing_facts(index, name, "vi")
        assert page.url == PAGES[name].url
        assert page.reached in [part.id for part in page.parts]
        assert all(part.heading and "{" not in part.text and part.own != bool(part.clauses) for part in page.parts)


@keeps("QN-6")
def test_who_is_named_learns_who_keeps_what_and_how_to_have_it_removed() -> None:
    page = standing_facts(index_of("qn"), "privacy", "vi")
    assert [[link.title for link in part.clauses] for part in page.parts] == [["Điều 6"]] * 4
    html = Theme(ROOT / "theme").render("standing.html", page).decode()
    assert 'href="../quy-che/#qn-6"' in html
    assert 'href="mailto:banbientap@quangninh.example?subject=Y%C3%AAu%20c%E1%BA%A7u%20v%E1%BB%81' in html
    assert "0203 3xxx 111" in html


@keeps("TQ-10.3")
def test_the_terms_of_use_name_the_article_that_asks_for_them_and_none_where_none_does() -> None:
    parts = {part.id: part for part in standing_facts(index_of("tq"), "terms", "vi").parts}
    assert [link.title for link in parts["use"].clauses] == ["khoản 3 Điều 10"]
    assert parts["links"].own
    ward = {part.id: part for part in standing_facts(index_of("dl"), "terms", "vi").parts}
    assert ward["use"].own
    html = Theme(ROOT / "theme").render("standing.html", standing_facts(index_of("dl"), "terms", "vi")).decode()
    assert "Phần này do cơ quan chủ quản đặt" in html


def test_crawlers_are_told_of_every_page() -> None:
    index = index_of("qn")
    told = {one.url for one in sitemap_facts(index, "chuyen-muc").entries}
    assert {index.absolute(page.url) for page in PAGES.values()} <= told


def test_a_portal_without_regulation_or_address_has_its_pages_too() -> None:
    page = standing_facts(index_of("dl", follows=(), contact=None), "privacy", "vi")
    html = Theme(ROOT / "theme").render("standing.html", page).decode()
    assert "Phần này do cơ quan chủ quản đặt" not in html
    assert "mailto:" not in html
