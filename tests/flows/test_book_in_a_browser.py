"""The page "Quy chế và việc thực hiện" in a real browser, on a telephone and on a desk."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page

from support.presses import followed

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=[360, 1280])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": request.param, "height": 900}, java_script_enabled=True)
    yield opened
    opened.close()


@pytest.mark.parametrize("address", ["dl/internet/quy-che/", "qn/internet/zh/quy-che/", "qn-camson/internet/quy-che/"])
def test_nothing_is_wider_than_the_screen_and_headings_step_down(page: Page, serve: str, address: str) -> None:
    page.goto(f"{serve}/{address}")
    wide, inner = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= inner
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_one_finds_a_clause_and_how_it_is_read(page: Page, serve: str) -> None:
    page.goto(f"{serve}/qn/internet/")
    followed(page.locator("footer").get_by_role("link", name="Quy chế và việc thực hiện"))
    followed(page.locator("nav").get_by_role("link", name="Điều 20", exact=True))
    assert page.url.endswith("#dieu-20")
    clause = page.locator("[id='qn-20.1c']")
    assert clause.get_by_role("heading", level=3).inner_text() == "điểm c khoản 1 Điều 20"
    followed(clause.get_by_role("link", name="C-QN2"))
    assert page.url.endswith("#c-qn2")
    assert page.locator("#c-qn2").is_visible()


def test_words_are_large_enough_to_read_and_to_press(page: Page, serve: str) -> None:
    page.goto(f"{serve}/dl/internet/quy-che/")
    sizes = page.evaluate("[...document.querySelectorAll('main *')].map(e => parseFloat(getComputedStyle(e).fontSize))")
    assert min(sizes) >= 15
    heights = page.evaluate("[...document.querySelectorAll('.contents a')].map(e => e.getBoundingClientRect().height)")
    assert min(heights) >= 24
