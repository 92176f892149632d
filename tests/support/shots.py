"""Pictures of every kind of page on a telephone and on a desk: where they are kept, how they are taken and compared."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Browser, Page

from support.pages import FIRST, in_a_browser, of_palettes
from support.repositories import ROOT

FOLDER = ROOT / ".github/screens"
SIZES = {360: 1200, 1280: 960}  # width -> how much of the page is kept, in pixels
MOST = 29_000  # bytes of a picture
ALL = 4_400_000  # bytes of all of them
_QUALITIES = (70, 45, 28, 18)
_APART = 40  # of 255: how far two points differ before they count as different


def kinds(site: Path) -> dict[str, str]:
    """Return {name: address} of one page of every kind, and of the home of every palette."""
    others = of_palettes(site).items()
    homes = {name: at for name, at in others if name.endswith("home") and not name.startswith(FIRST)}
    return in_a_browser(site) | homes


def file_of(name: str, width: int) -> Path:
    """Return where a picture is kept."""
    return FOLDER / f"{re.sub('[^a-z]+', '-', name)}-{width}.webp"


def taken(browser: Browser, base: str, pages: dict[str, str]) -> Iterator[tuple[str, int, Image.Image]]:
    """Yield (name, width, picture) of each page, in light colours and without scripts."""
    for width, height in SIZES.items():
        context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=False, reduced_motion="reduce"
        )
        page = context.new_page()
        for name, address in pages.items():
            page.goto(f"{base}/{address}")
            yield name, width, _picture(page)
        context.close()


def _picture(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def packed(picture: Image.Image) -> bytes:
    """Return a picture as WebP, as good as the size allows."""
    for quality in _QUALITIES:
        data = io.BytesIO()
        picture.save(data, "WEBP", quality=quality, method=4)
        if data.tell() <= MOST:
            break
    return data.getvalue()


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return which part of the points differs, once fine edges are smoothed: 0 none, 1 all."""
    if one.size != other.size:
        return 1.0
    smooth = [picture.convert("L").filter(ImageFilter.GaussianBlur(2)) for picture in (one, other)]
    histogram = ImageChops.difference(*smooth).histogram()
    return sum(histogram[_APART:]) / (one.width * one.height)
