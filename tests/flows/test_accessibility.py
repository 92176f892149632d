"""axe-core on a page of every kind: light on a telephone, dark and forced colours on a desk; and on every palette.

``make test-all`` runs every page at both widths in every way of colour.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from support import pages

pytestmark = pytest.mark.browser

NARROW, WIDE = 320, 1280


@dataclass(frozen=True)
class Look:
    """How a reader sees pages: pixels of the window and the colours that the system asks for."""

    width: int
    scheme: Literal["light", "dark"] = "light"
    forced: Literal["active", "none"] = "none"

    def __str__(self) -> str:
        return f"{self.width}px {'forced' if self.forced == 'active' else self.scheme}"


LIGHT, DARK, FORCED = Look(NARROW), Look(WIDE, "dark"), Look(WIDE, forced="active")
EVERY = [
    Look(width, *colours)
    for width, colours in product((NARROW, WIDE), (("light", "none"), ("dark", "none"), ("light", "active")))
]


@pytest.fixture(scope="module")
def axe() -> Axe:
    return Axe()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    # What axe puts into a page is no part of it, and its policy of contents would refuse it.
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def violations(page: Page, axe: Axe, address: str, look: Look) -> list[str]:
    """Open an address as one sees it, and return what axe finds: rule, how often, the first place."""
    page.set_viewport_size({"width": look.width, "height": 900})
    page.emulate_media(color_scheme=look.scheme, forced_colors=look.forced)
    page.goto(address)
    found: list[dict[str, Any]] = axe.run(page).response["violations"]
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{address}: wider than {look}"
    return [
        f"{one['id']} ({len(one['nodes'])}): {json.dumps(one['nodes'][0]['html'], ensure_ascii=False)}" for one in found
    ]


def all_violations(page: Page, axe: Axe, serve: str, kinds: dict[str, str], look: Look) -> dict[str, list[str]]:
    found = {name: violations(page, axe, f"{serve}/{address}", look) for name, address in kinds.items()}
    return {name: lines for name, lines in found.items() if lines}


def test_every_view_is_among_the_pages(site: Path) -> None:
    kinds = pages.every_kind(site)
    assert {name for name in kinds if name in pages.views()} == pages.views()


@pytest.mark.parametrize("look", [LIGHT, DARK, FORCED], ids=str)
def test_no_page_shuts_anyone_out(page: Page, axe: Axe, serve: str, site: Path, look: Look) -> None:
    assert all_violations(page, axe, serve, pages.in_a_browser(site), look) == {}


@pytest.mark.parametrize("look", [LIGHT, Look(NARROW, "dark")], ids=str)
def test_no_palette_shuts_anyone_out(page: Page, axe: Axe, serve: str, site: Path, look: Look) -> None:
    assert all_violations(page, axe, serve, pages.of_palettes(site), look) == {}


@pytest.mark.whole
@pytest.mark.parametrize("look", EVERY, ids=str)
def test_every_page_of_every_palette_in_every_look(page: Page, axe: Axe, serve: str, site: Path, look: Look) -> None:
    kinds = pages.in_a_browser(site) | pages.of_palettes(site)
    assert all_violations(page, axe, serve, kinds, look) == {}


def test_axe_finds_what_is_wrong(page: Page, axe: Axe, serve: str) -> None:
    page.goto(serve)
    page.evaluate("document.body.append(document.createElement('img'))")
    assert "image-alt" in [one["id"] for one in axe.run(page).response["violations"]]
