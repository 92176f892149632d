"""Masthead and menu in a real browser, with a keyboard, on a telephone and on a desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

# The box of the words within an entry, against that of one line.
LINES = """[...document.querySelectorAll('.nav .bar a')].map(link => {
  const words = document.createRange();
  words.selectNodeContents(link);
  return new Set([...words.getClientRects()].map(box => Math.round(box.top))).size;
})"""


@pytest.fixture(params=(360, 1280), ids=lambda width: f"{width}px")
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 900}, java_script_enabled=True)
    yield context.new_page()
    context.close()


def homes(site: Path) -> list[str]:
    """Return the home pages of all editions, in all their languages."""
    found = [file.parent for pattern in ("*/*/index.html", "*/*/??/index.html") for file in site.glob(pattern)]
    return sorted(f"{folder.relative_to(site).as_posix()}/" for folder in found if folder.name != "theme")


def test_no_entry_of_a_menu_takes_two_lines(browser: Browser, serve: str, site: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    for home in homes(site):
        page.goto(f"{serve}/{home}")
        assert set(page.evaluate(LINES)) == {1}, home
        bar, all_sections = page.locator(".nav .bar a").last.bounding_box(), page.locator(".nav summary").bounding_box()
        assert bar and all_sections and bar["x"] + bar["width"] <= all_sections["x"], home
    page.close()


def test_a_keyboard_comes_to_every_section(page: Page, serve: str) -> None:
    page.goto(f"{serve}/dl/internet/")
    reached = ""
    for _ in range(20):
        page.keyboard.press("Tab")
        reached = page.evaluate("document.activeElement.tagName")
        if reached == "SUMMARY":
            break
    assert reached == "SUMMARY"
    assert not page.locator(".every").is_visible()
    page.keyboard.press("Enter")
    assert page.locator(".every").is_visible()
    for link in page.locator(".every a").all():
        page.keyboard.press("Tab")
        assert link.evaluate("link => link === document.activeElement")
        box, view = link.bounding_box(), page.viewport_size
        assert box and view and 0 <= box["y"] <= view["height"]
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".every [aria-current=page]").count() == 1


def test_no_home_page_is_long_on_a_telephone(browser: Browser, serve: str, site: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 900})
    for home in homes(site):
        page.goto(f"{serve}/{home}")
        assert page.evaluate("document.documentElement.scrollHeight") <= 5_000, home
        headings = page.evaluate("[...document.querySelectorAll('main :is(h1,h2,h3,h4)')].map(one => one.id)")
        assert headings.index("h-tat-ca") <= 10, home
    page.close()
