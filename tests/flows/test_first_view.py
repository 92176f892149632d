"""What a telephone fetches to show a page for the first time, and whether anything moves while letters come late.

Served packed, as the web server of a portal does, with letters that take a third of a second.
"""

from __future__ import annotations

import gzip
import re
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from support import pages
from support.fonts import listed_fonts

pytestmark = pytest.mark.browser

MOST = 100_000  # bytes of a first view, letters and headers included
LETTERS = 20_000
SHIFT = 0.01
LATE = 0.3  # seconds
PACKED = (".html", ".css", ".js", ".svg", ".json")

# Those of which theme/static/tokens.css takes the measure; on a machine without them other letters stand in for a moment.
FALLBACKS = re.compile(r"liberation ?sans|arial|roboto", re.IGNORECASE)
LETTERS_THERE = FALLBACKS.search(listed_fonts())

# Observed from the first byte on: what moved, by the browser's own reckoning.
WATCH = """new PerformanceObserver(list => {
  for (const one of list.getEntries()) window.shifted = (window.shifted || 0) + one.value;
}).observe({type: 'layout-shift', buffered: true})"""
# Once letters are there and two frames have shown the page with them.
FETCHED = """document.fonts.ready.then(() => new Promise(said => {
  const shown = () => performance.getEntriesByName('first-contentful-paint').length
    ? requestAnimationFrame(() => requestAnimationFrame(said)) : requestAnimationFrame(shown);
  shown();
})).then(() => [
  [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .reduce((sum, one) => sum + one.transferSize, 0),
  [...document.fonts].filter(face => face.status === 'loaded').length,
  window.shifted || 0,
])"""
# Whether what is pushed to and fro every tenth of three hundred frames counts as more than that.
MOVED = """most => new Promise(said => {
  let left = 300;
  const look = () => {
    if (left % 10 == 0) document.body.style.paddingTop = left % 20 ? '300px' : '0';
    return window.shifted > most ? said(true) : left-- ? requestAnimationFrame(look) : said(false);
  };
  look();
})"""
# Of every table: what Chromium tells programs that read aloud.
PARTS = ("table", "row", "columnheader", "rowheader", "cell")


class Slow(SimpleHTTPRequestHandler):
    """Serves a folder: text packed, letters late."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix == ".woff2":
            time.sleep(LATE)
        packed = path.suffix in PACKED
        body = gzip.compress(path.read_bytes(), 1) if packed else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(path.name)}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing for each request."""


@pytest.fixture(scope="module")
def slow(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Slow, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def looked_at(site: Path) -> list[str]:
    """An item of each of the five portals, and a home and a document."""
    kept = [(portal, "item") for portal in pages.PALETTES] + [(pages.FIRST, "home"), (pages.FIRST, "document")]
    return [f"{portal}/{pages.EDITION}/{pages.of_portal(site, portal)[name]}" for portal, name in kept]


def fresh(browser: Browser) -> BrowserContext:
    """A window of a telephone's width that has kept nothing."""
    context = browser.new_context(viewport={"width": 360, "height": 780}, device_scale_factor=2)
    context.add_init_script(WATCH)
    return context


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = fresh(browser)
    yield context.new_page()
    context.close()


@pytest.mark.skipif(not LETTERS_THERE, reason="none of the letters that the theme falls back to: sh scripts/browser.sh")
def test_a_first_view_is_light_and_nothing_moves(browser_with_windows: Browser, slow: str, site: Path) -> None:
    wrong = {}
    for address in looked_at(site):
        with fresh(browser_with_windows) as context:
            page = context.new_page()
            page.goto(f"{slow}/{address}", wait_until="load")
            fetched, letters, shifted = page.evaluate(FETCHED)
        # What is far too small was not counted: letters alone are more.
        if not (LETTERS < fetched <= MOST and letters >= 2 and shifted < SHIFT):
            wrong[address] = (fetched, letters, shifted)
    assert wrong == {}


def test_what_moves_is_noticed(page: Page, slow: str) -> None:
    page.goto(f"{slow}/{pages.FIRST}/{pages.EDITION}/", wait_until="load")
    assert page.evaluate(MOVED, SHIFT)


def test_a_table_in_cards_is_still_a_table_to_those_who_listen(page: Page, slow: str, site: Path) -> None:
    """Its parts are no table's boxes on a telephone, and HTML forbids to name their roles again."""
    page.goto(f"{slow}/{pages.every_kind(site)['document, front']}")
    assert page.locator("table.cards td").first.evaluate("cell => getComputedStyle(cell).display") == "block"
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    heard = {node["role"]["value"] for node in nodes if not node["ignored"]}
    assert heard >= set(PARTS)
