"""The scripts of pages in a real browser, from a folder on disk: they run under the page's own policy, and only add."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from congbo.dates import VIETNAM
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.render import Theme
from support.items import corpus
from support.trees import ROOT

pytestmark = pytest.mark.browser

TEXT = """---
id: qn-2026-9001
type: gop_y
title: Dự thảo
summary: Tóm tắt.
imported:
  published: 2026-11-01T09:00:00+07:00
  source: Hệ thống cũ
thoi_han: {closes}
thu_dien_tu: gopy@quangninh.example
---
Nội dung.
"""
WATCH = "window.refused = []; addEventListener('securitypolicyviolation', e => refused.push(e.violatedDirective))"


def on_disk(folder: Path, days: int) -> str:
    """Write the page of a call that closes so many days from today, in Vietnam; return its address."""
    today = datetime.now(UTC).astimezone(VIETNAM).date()
    found = corpus(
        {"content/qn/gop-y/2026/a.md": TEXT.format(closes=today + timedelta(days=days))}, today - timedelta(days=1)
    )
    index = Index(found, found.policy.portals["qn"], "internet")
    theme = Theme(ROOT / "theme")
    files = {"gop-y/2026/a/index.html": theme.render("item.html", item_facts(index, index.items[0])), **theme.static()}
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return (folder / "gop-y/2026/a/index.html").as_uri()


def opened(browser: Browser, address: str, *, scripts: bool = True) -> Page:
    page = browser.new_context(java_script_enabled=scripts).new_page()
    page.add_init_script(WATCH)
    page.goto(address)
    return page


@pytest.mark.parametrize(("days", "words"), [(12, "Còn 12 ngày"), (1, "Còn 1 ngày"), (0, "Hôm nay là ngày cuối")])
def test_an_open_call_tells_how_many_days_are_left(browser: Browser, tmp_path: Path, days: int, words: str) -> None:
    page = opened(browser, on_disk(tmp_path, days))
    assert page.locator("[data-until]").inner_text() == words
    assert page.evaluate("refused") == []


def test_after_the_end_it_says_nothing_and_without_scripts_the_page_says_its_last_day(
    browser: Browser, tmp_path: Path
) -> None:
    address = on_disk(tmp_path, -1)
    assert not opened(browser, address).locator("[data-until]").is_visible()
    page = opened(browser, on_disk(tmp_path, 5), scripts=False)
    assert not page.locator("[data-until]").is_visible()
    assert page.locator(".plate time").is_visible()
    assert page.get_by_role("link", name="Soạn thư góp ý").is_visible()


def test_data_for_machines_is_not_refused_and_not_run(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, on_disk(tmp_path, 5))
    assert page.evaluate(
        "JSON.parse(document.querySelector('[type=\"application/ld+json\"]').textContent)['@graph'][0]['@type']"
    )
    assert page.evaluate("refused") == []
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
    )
    assert page.evaluate("refused.length") == 1
    assert page.evaluate("window.ran") is None
