"""The pictures of every kind of page: all are there, small, and as the pages look today."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser

from support.fonts import listed_fonts
from support.shots import ALL, FOLDER, SIZES, difference, file_of, kinds, taken
from support.trees import ROOT

PAGE = (ROOT / ".github/screens.md").read_text("utf-8")
# A machine without Chinese letters draws boxes in their place, of which no picture says anything.
CHINESE = listed_fonts(":lang=zh-cn")
TOLERANCE = 0.004  # of the points: letters of another machine, not another page


def picture(file: Path) -> Image.Image:
    return Image.open(file).convert("RGB")


@pytest.mark.browser
def test_every_kind_of_page_has_its_pictures_and_the_page_shows_them(site: Path) -> None:
    asked = {file_of(name, width) for name in kinds(site) for width in SIZES}
    assert asked == set(FOLDER.glob("*"))
    assert sum(file.stat().st_size for file in asked) <= ALL
    for file in asked:
        assert file.relative_to(ROOT / ".github").as_posix() in PAGE
    assert PAGE.count("<img ") == len(asked)


def test_pictures_are_told_apart() -> None:
    own = picture(file_of("home", 360))
    other = own.copy()
    ImageDraw.Draw(other).rectangle((40, 600, 140, 640), fill="#a00")
    assert difference(own, own) == 0
    assert difference(own, other) > TOLERANCE
    assert difference(own, own.resize((180, 600))) == 1


@pytest.mark.whole
@pytest.mark.browser
def test_pages_look_as_their_pictures(browser_with_windows: Browser, serve: str, site: Path) -> None:
    asked = {name: address for name, address in kinds(site).items() if CHINESE or not name.endswith(", zh")}
    apart = {
        f"{name}, {width}": round(share, 4)
        for name, width, seen in taken(browser_with_windows, serve, asked)
        if (share := difference(seen, picture(file_of(name, width)))) > TOLERANCE
    }
    assert apart == {}, "if the look was meant to change: make screens"
