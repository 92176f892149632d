"""One page of every kind, out of the built portals: what tests of looks and of accessibility walk through."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import frontmatter

from congbo.facts import addresses
from congbo.item.address import parse_address
from congbo.item.model import Address
from congbo.policy import Policy, load_policy
from congbo.tree import FolderTree
from support.repositories import ROOT

FIRST = "qn"  # the portal with most kinds; what it lacks is taken from the others
EDITION = "internet"
# One portal of every palette, and of each its home, a list and an item.
PALETTES = ("hd", "dl", "tq", "ht", "qn")


@cache
def policy() -> Policy:
    """Return the policies of this repository."""
    return load_policy(FolderTree(ROOT))


def every_kind(site: Path) -> dict[str, str]:
    """Return {what it is: address from the root of ``site``}: an item and a front of every view, and what is no item."""
    fixed = {
        "home": "", "home, en": addresses.home("en"), "home, zh": addresses.home("zh"), "not found": "404.html",
        "search": addresses.search("vi"),
        "site map": addresses.site_map("vi"), "gathered": addresses.gathered("vi"), "rules": addresses.rules("vi"),
        "month": _month(site / FIRST / EDITION), "privacy": addresses.standing("quyen-rieng-tu/", "vi"),
        "report": addresses.report("vi"), "report, month": addresses.report("vi", "2017-08"),
        "guide": addresses.guide("duyet"), "components": addresses.components(),
        "components, pages": addresses.components("trang"),
    }  # fmt: skip
    found = {name: f"{FIRST}/{EDITION}/{address}" for name, address in fixed.items()}
    for view, address in _items(site):
        found.setdefault(view, _within(address, addresses.page(address)))
        found.setdefault(f"{view}, front", _within(address, addresses.section(address.section, address.lang)))
    edition = site / FIRST / EDITION
    return found | _genres(site) | _registers(edition) | _schedules(edition)


def _genres(site: Path) -> dict[str, str]:
    """Stories in pictures, films and conversations: each has a form of its own within its view."""
    found: dict[str, str] = {}
    for path in sorted(_types()):
        address = parse_address(path)
        assert address
        said = frontmatter.load(str(ROOT / path)) if address.portal == FIRST and address.lang == "vi" else {}
        for key, vocabulary in (("the_loai", "the-loai"), ("loai", "loai-phat-ngon")):
            term = policy().vocabularies[vocabulary].get(str(said.get(key)))
            if term and term.shown and (site / _within(address, addresses.page(address)) / "index.html").is_file():
                found.setdefault(term.shown, _within(address, addresses.page(address)))
    return found


def in_a_browser(site: Path) -> dict[str, str]:
    """Return the same as a browser meets them: what is shown for a missing address lies deeper than its file."""
    return every_kind(site) | {"not found": f"{FIRST}/{EDITION}/khong/co/"}


def _registers(edition: Path) -> dict[str, str]:
    """A facet, states on a day and at the end of a year, relations: of some register."""
    kinds = {
        "facet": "*/loc/*/*",
        "effects": "*/hieu-luc",
        "effects of a year": "*/hieu-luc/*",
        "relations": "*/*/*/quan-he",
    }
    return _first_of(edition, kinds)


def _schedules(edition: Path) -> dict[str, str]:
    """A month and a leader of some schedule; a week looks as its front does."""
    kinds = {"schedule, month": "*/thang/*", "schedule, leader": "*/lanh-dao/*"}
    return _first_of(edition, kinds)


def _first_of(edition: Path, kinds: dict[str, str]) -> dict[str, str]:
    found = {name: min(edition.glob(f"{pattern}/index.html")).parent for name, pattern in kinds.items()}
    return {name: f"{FIRST}/{EDITION}/{page.relative_to(edition).as_posix()}/" for name, page in found.items()}


def of_palettes(site: Path) -> dict[str, str]:
    """Return {what it is: address}: home, a list of news and an item of it, of one portal of every palette."""
    found = {}
    for portal in PALETTES:
        news = next(address for view, address in _items(site, (portal,)) if view == "news")
        found |= {
            f"{portal}, home": f"{portal}/{EDITION}/",
            f"{portal}, front": _within(news, addresses.section(news.section, "vi")),
            f"{portal}, news": _within(news, addresses.page(news)),
        }
    return found


def of_portal(site: Path, portal: str) -> dict[str, str]:
    """Return {what it is: address under the portal's host}: home, a list of news, an item of it, a document."""
    first: dict[str, Address] = {}
    for view, address in _items(site, (portal,)):
        if address.portal == portal:
            first.setdefault(view, address)
    news = first["news"]
    return {
        "home": "",
        "list": addresses.section(news.section, "vi"),
        "item": addresses.page(news),
        "document": addresses.page(first["document"]),
    }


def views() -> set[str]:
    """Return the views of all content types of which this repository has an item."""
    return {policy().types.types[kind].view for kind in _types().values()}


def _items(site: Path, portals: tuple[str, ...] = ()) -> Iterator[tuple[str, Address]]:
    for path, kind in sorted(_types().items(), key=lambda one: (not one[0].startswith(f"content/{FIRST}/"), one[0])):
        address = parse_address(path)
        assert address
        shown = site / _within(address, addresses.page(address)) / "index.html"
        if address.lang == "vi" and (not portals or address.portal in portals) and shown.is_file():
            yield policy().types.types[kind].view, address


@cache
def _types() -> dict[str, str]:
    files = (ROOT / "content").rglob("*.md")
    return {file.relative_to(ROOT).as_posix(): str(frontmatter.load(str(file))["type"]) for file in files}


def _within(address: Address, page: str) -> str:
    return f"{address.portal}/{EDITION}/{page}"


def _month(edition: Path) -> str:
    page = min(edition.glob("*/luu-tru/*/index.html"))
    return f"{page.parent.relative_to(edition).as_posix()}/"
