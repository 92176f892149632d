"""The five portals in a real browser: home, list, item, document and schedule at 360 and 1280 pixels, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page

from support.presses import followed

pytestmark = pytest.mark.browser

WIDTHS = (360, 1280)

# portal/edition -> a list, an item, a document, and a schedule where the regulation asks for one.
PAGES = {
    "hd/internet": ("lanh-dao-chi-dao/", "van-ban-tinh-uy/", "phan-anh-kien-nghi/", "thong-ke/"),
    "hd/wan": ("lanh-dao-chi-dao/", "van-ban-tinh-uy/"),
    "dl/internet": ("tin-tuc-su-kien/", "van-ban-phuong/", "dich-vu-cong/", "hoi-dap/", "thong-ke/"),
    "tq/internet": ("hoat-dong/", "van-ban-qppl/", "du-an-trong-diem/", "gop-y-du-thao/", "danh-ba/", "to-chuc-bo-may/"),
    "ht/internet": ("tin-tuc/", "van-ban/", "lich-lam-viec/", "danh-ba/", "gioi-thieu/", "phat-ngon/"),
    "qn/internet": (
        "tin-tuc/", "van-ban-phap-quy/", "lich-lanh-dao/", "lanh-dao/", "ban-do/", "khen-thuong-xu-phat/", "de-tai-khoa-hoc/",
        "en/", "en/lanh-dao/", "zh/", "zh/gioi-thieu/",
    ),
    "qn-campha/internet": ("tin-tuc/", "lich-lanh-dao/"),
    "tq-sonduong/internet": ("hoat-dong/", "dich-vu-cong/"),
}  # fmt: skip


# A picture further down is loaded lazily; ask for each, and whether it has words (or says that it needs none).
EVERY_PICTURE = """Promise.all([...document.images].map(picture => {
  picture.loading = 'eager';
  return picture.decode().then(() => picture.naturalWidth > 0 && picture.hasAttribute('alt'));
})).then(fine => fine.every(Boolean))"""


@pytest.fixture(params=WIDTHS, ids=lambda width: f"{width}px")
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 900}, java_script_enabled=True)
    opened = context.new_page()
    opened.said = []
    opened.on("console", lambda message: opened.said.append(f"{message.type}: {message.text}"))
    opened.on("pageerror", lambda error: opened.said.append(str(error)))
    opened.on(
        "requestfailed", lambda one: one.failure == "net::ERR_ABORTED" or opened.said.append(f"failed: {one.url}")
    )
    opened.on("response", lambda answer: answer.status >= 400 and opened.said.append(f"{answer.status}: {answer.url}"))
    yield opened
    context.close()


def addresses(page: Page, base: str, portal: str) -> list[str]:
    """The home page, the named lists, and the first item of each list."""
    found = [f"{base}/{portal}/"]
    for section in PAGES[portal]:
        address = f"{base}/{portal}/{section}"
        found.append(address)
        page.goto(address)
        first = page.locator("main a[href*='/20']").first
        if first.count():
            found.append(first.evaluate("link => link.href"))
    return found


@pytest.mark.parametrize("portal", PAGES)
def test_pages_fit_and_are_in_order(page: Page, serve: str, portal: str) -> None:
    for address in addresses(page, serve, portal):
        page.said.clear()
        page.goto(address)
        assert page.said == [], address
        widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert widths[0] <= widths[1], (address, widths)
        levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
        assert levels.count(1) == 1, (address, levels)
        assert all(after - before <= 1 for before, after in pairwise(levels)), (address, levels)
        assert page.evaluate("document.documentElement.lang") in ("vi", "en", "zh")
        assert page.evaluate(EVERY_PICTURE), address
        assert page.evaluate("document.fonts.check('16px \"Noto Sans VN\"', 'Ủy ban')"), address


def test_a_missing_address_has_a_page_of_the_portal(page: Page, serve: str) -> None:
    answer = page.goto(f"{serve}/dl/internet/khong/co/trang/nay/")
    assert answer.status == 404
    assert "Đồng Lạc" in page.content()
    followed(page.get_by_role("link", name="Trang chủ").first)
    assert page.url == f"{serve}/dl/internet/"


def test_one_walks_from_the_province_to_its_components_and_back(page: Page, serve: str) -> None:
    page.goto(f"{serve}/qn/internet/")
    followed(page.locator("a[href='/qn-campha/internet/']").first)
    assert "Cẩm Phả" in page.title()
    followed(page.locator("a[href='/qn/internet/']").first)
    assert page.url == f"{serve}/qn/internet/"


def test_languages_lead_to_each_other(page: Page, serve: str) -> None:
    page.goto(f"{serve}/qn/internet/")
    followed(page.locator("a[hreflang=en]").first)
    assert page.evaluate("document.documentElement.lang") == "en"


def test_nothing_needs_a_script(browser: Browser, serve: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(f"{serve}/dl/internet/")
    page.locator("summary").first.click()
    followed(page.get_by_role("link", name="Hỏi đáp").first)
    assert "hoi-dap" in page.url
    context.close()


def test_the_front_page_lists_every_portal(page: Page, serve: str) -> None:
    page.goto(serve)
    assert page.locator("a[href$='/index.html']").count() >= 13
    followed(page.locator("a[href='dl/internet/index.html']"))
    page.wait_for_url("**/dl/internet/index.html")
    assert "Đồng Lạc" in page.title()
