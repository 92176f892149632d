"""Pressing what leads to another page, and waiting until that page is there."""

from __future__ import annotations

from playwright.sync_api import Locator


def followed(one: Locator) -> None:
    """Press a link or a button that leads elsewhere; return once its page has loaded.

    A click alone may return while the page before still stands, and on a slow machine what is
    asked next is then asked of that one.
    """
    with one.page.expect_navigation():
        one.click()
