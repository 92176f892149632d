"""Readers who press keys, see no pictures, run no scripts, want larger text, a closer look, no movement, or paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support import pages
from support.presses import followed

pytestmark = pytest.mark.browser

FEW = ("home", "news", "document, front", "schedule, front", "person, front", "search")
LONGEST = 400  # key presses; no page has as many places to stop at

# Everything that a key is to reach, in the order of the page: what is not shown takes no focus.
STOPS = """() => [...document.querySelectorAll('a[href],button,input,select,textarea,summary,video[controls],[tabindex="0"]')]
  .filter(one => !one.disabled && one.type !== 'hidden' && one.tabIndex >= 0)
  .filter(one => one.checkVisibility({checkVisibilityCSS: true}))
  .map((one, at) => { one.dataset.stop = at; return one.outerHTML.slice(0, 90); })"""
# Where the focus is, and whether the eye finds it: a ring or a halo of its own, inside the window.
HERE = """() => {
  const one = document.activeElement, look = getComputedStyle(one), box = one.getBoundingClientRect();
  const drawn = [...one.querySelectorAll('path')].some(path => parseFloat(getComputedStyle(path).strokeWidth) >= 3);
  const own = one.localName === 'video';  // the browser draws its own ring in there
  // Day, month, year, calendar: the key walks through them, and through all that a film is steered by.
  const parts = one.type === 'date' ? 4 : own ? 12 : 1;
  const ring = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
  return {stop: one.dataset.stop, parts, seen: drawn || own || ring,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth};
}"""
# Texts that are cut off where they do not fit, though their box does not scroll.
CUT = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(one => {
  const look = getComputedStyle(one);
  return one.childElementCount === 0 && one.textContent.trim() && one.offsetWidth > 2 && look.overflow === 'hidden'
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map(one => one.outerHTML.slice(0, 90))"""
WIDER = "document.documentElement.scrollWidth > innerWidth"
MOVES = """() => document.getAnimations().length + [...document.querySelectorAll('*')].filter(one => one.checkVisibility() &&
  ['', '::before', '::after'].some(part => { const look = getComputedStyle(one, part || null);
    return parseFloat(look.transitionDuration) > 0 || look.animationName !== 'none'; })).length
  + (getComputedStyle(document.documentElement).scrollBehavior === 'smooth')"""
# Words on paper that are lighter than dark grey, with what stands behind them.
PALE = """() => {
  const bright = colour => { const [r, g, b, a] = colour.match(/[\\d.]+/g).map(Number);
    return a === 0 ? 1 : (.2126 * r + .7152 * g + .0722 * b) / 255; };
  return [...document.querySelectorAll('main *, footer *, .mast *')].filter(one => one.checkVisibility()
    && [...one.childNodes].some(child => child.nodeType === 3 && child.data.trim())
    && !one.closest('svg') && bright(getComputedStyle(one).color) > .45).map(one => one.outerHTML.slice(0, 90)); }"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="session")
def kinds(site: Path) -> dict[str, str]:
    """One page of every kind."""
    return pages.in_a_browser(site)


def walked(page: Page) -> list[str]:
    """Press Tab from the top to the end of the page; return what went wrong: passed over, unseen, out of sight, a trap."""
    stops: list[str] = page.evaluate(STOPS)
    wrong, reached = [], []
    for _ in range(LONGEST):
        page.keyboard.press("Tab")
        here: dict[str, Any] = page.evaluate(HERE)
        at = int(here["stop"] or 0)
        if reached and at == 0:  # past the end: out of the page, or at its first stop again
            break
        if reached and at <= reached[-1] and reached.count(at) >= here["parts"]:
            wrong.append(f"trapped: {stops[at]}")
            break
        reached.append(at)
        wrong += [f"{what}: {stops[at]}" for what in ("seen", "inside") if not here[what]]
    return wrong + [f"passed over: {text}" for at, text in enumerate(stops) if at not in reached]


def each(page: Page, serve: str, chosen: dict[str, str], look: Callable[[Page], object]) -> dict[str, object]:
    """Open each page and look; return what is not empty or false."""
    found = {}
    for name, address in chosen.items():
        page.goto(f"{serve}/{address}")
        found[name] = look(page)
    return {name: what for name, what in found.items() if what}


def few(kinds: dict[str, str]) -> dict[str, str]:
    return {name: kinds[name] for name in FEW}


# ---- keys alone


def test_the_first_key_leads_past_the_header(page: Page, serve: str, kinds: dict[str, str]) -> None:
    page.goto(f"{serve}/{kinds['news']}")
    skip = page.locator(".skip")
    assert (skip.bounding_box() or {"y": 0})["y"] < 0
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_keys_reach_everything_and_the_focus_is_always_seen(page: Page, serve: str, kinds: dict[str, str]) -> None:
    assert each(page, serve, few(kinds), walked) == {}


def test_a_trap_and_an_unseen_focus_are_noticed(context: BrowserContext, serve: str, kinds: dict[str, str]) -> None:
    page = context.new_page()
    page.goto(f"{serve}/{kinds['search']}")
    page.evaluate("document.querySelector('.name').addEventListener('keydown', event => event.preventDefault())")
    assert any(line.startswith("trapped") for line in walked(page))
    page.goto(f"{serve}/{kinds['search']}")
    page.evaluate("document.querySelector('.name').style.outline = 'none'")
    assert [line.partition(":")[0] for line in walked(page)] == ["seen"]


def test_the_ring_of_the_focus_is_drawn(page: Page, serve: str, kinds: dict[str, str]) -> None:
    page.goto(f"{serve}/{kinds['news']}")
    for place in (".name", ".nav .bar a >> nth=1", ".nav summary", "[data-copy]", ".foot a >> nth=0"):
        one = page.locator(place).first
        one.scroll_into_view_if_needed()
        box = one.bounding_box()
        assert box
        clip = {"x": box["x"] - 6, "y": box["y"] - 6, "width": box["width"] + 12, "height": box["height"] + 12}
        before = page.screenshot(clip=clip)
        one.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        expect(one).to_be_focused()
        assert page.screenshot(clip=clip) != before, place


def test_the_line_to_cite_is_copied_with_a_key(context: BrowserContext, serve: str, kinds: dict[str, str]) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{serve}/{kinds['news']}")
    button = page.locator("[data-copy]")
    button.focus()
    page.keyboard.press("Enter")
    expect(button.locator("xpath=..").get_by_role("status")).to_have_text(button.get_attribute("data-done") or "?")
    line = page.locator(f"#{button.get_attribute('data-copy')}").inner_text()
    assert page.evaluate("navigator.clipboard.readText()") == line.strip()
    expect(button).to_be_focused()


@pytest.mark.whole
@pytest.mark.parametrize("size", [(1280, 900), (360, 740), (320, 256)], ids=str)
def test_keys_reach_everything_on_every_page(
    browser: Browser, serve: str, kinds: dict[str, str], size: tuple[int, int]
) -> None:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    assert each(page, serve, kinds, walked) == {}
    page.close()


# ---- without scripts, without pictures


@pytest.mark.parametrize("chosen", ["few", pytest.param("all", marks=pytest.mark.whole)])
def test_without_scripts_and_pictures_the_words_are_all_there(
    browser: Browser, serve: str, kinds: dict[str, str], chosen: str
) -> None:
    asked = few(kinds) if chosen == "few" else kinds
    bare, full = (browser.new_context(java_script_enabled=scripts) for scripts in (False, True))
    bare.route("**/*", lambda one: one.abort() if one.request.resource_type == "image" else one.continue_())
    plain, rich = bare.new_page(), full.new_page()
    for name, address in asked.items():
        plain.goto(f"{serve}/{address}")
        rich.goto(f"{serve}/{address}")
        with_scripts, without = (one.locator("h1, main h2").all_inner_texts() for one in (rich, plain))
        assert without[:1] == with_scripts[:1] != [], name
        assert set(with_scripts) <= set(without) | {""}, name
        for link in plain.locator("header a, main a:has(img)").all():
            assert (link.text_content() or "").strip() or link.locator("[alt]:not([alt=''])").count(), (name, link)
    plain.goto(f"{serve}/{kinds['home']}")
    plain.locator(".nav summary").click()
    followed(plain.locator(".every a").first)
    assert plain.locator("h1").inner_text()
    bare.close()
    full.close()


# ---- larger, closer, still, on paper


@pytest.mark.parametrize("chosen", ["few", pytest.param("all", marks=pytest.mark.whole)])
def test_no_text_is_lost_when_it_is_twice_as_large_or_four_times_as_near(
    page: Page, serve: str, kinds: dict[str, str], chosen: str
) -> None:
    asked = few(kinds) if chosen == "few" else kinds

    def lost(page: Page) -> list[object]:
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        return [*page.evaluate(CUT), *(["wider"] if page.evaluate(WIDER) else [])]

    assert each(page, serve, asked, lost) == {}
    page.set_viewport_size({"width": 320, "height": 256})
    assert (
        each(page, serve, asked, lambda near: [*near.evaluate(CUT), *(["wider"] if near.evaluate(WIDER) else [])]) == {}
    )


@pytest.mark.parametrize("chosen", ["few", pytest.param("all", marks=pytest.mark.whole)])
def test_nothing_moves_and_paper_has_dark_words(page: Page, serve: str, kinds: dict[str, str], chosen: str) -> None:
    asked = few(kinds) if chosen == "few" else kinds
    page.emulate_media(reduced_motion="reduce")
    assert each(page, serve, asked, lambda still: still.evaluate(MOVES)) == {}
    page.emulate_media(media="print", color_scheme="dark")
    assert each(page, serve, asked, lambda paper: paper.evaluate(PALE)) == {}


def test_movement_and_pale_words_are_noticed(page: Page, serve: str, kinds: dict[str, str]) -> None:
    page.goto(f"{serve}/{kinds['home']}")
    page.evaluate("document.querySelector('h1').style.transition = 'color 1s'")
    assert page.evaluate(MOVES)
    page.emulate_media(media="print")
    page.evaluate("document.querySelector('main a').style.color = '#ddd'")
    assert page.evaluate(PALE)
