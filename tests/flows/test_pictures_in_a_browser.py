"""What a browser fetches of a story in pictures and of a film, and that both are seen: nothing before it is needed."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from congbo.pictures.sizes import TELEPHONE_BYTES
from support import pages

pytestmark = pytest.mark.browser

SEEN = "document.querySelectorAll('main figure img').length"
WHOLE = "[...document.querySelectorAll('main figure img')].every(one => one.complete && one.naturalWidth > 0)"
PLAYED = """async () => {
  const film = document.querySelector('video');
  film.muted = true;
  await film.play();
  await new Promise(said => film.addEventListener('timeupdate', () => film.currentTime > 0.2 && said()));
  return [film.videoWidth, Math.round(film.duration), film.textTracks[0].cues.length];
}"""


def test_a_telephone_fetches_a_light_lead_picture_and_the_others_when_they_come_near(
    browser: Browser, serve: str, site: Path
) -> None:
    """At two dots a point, where the picture itself has a hundred kilobytes."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, device_scale_factor=2)
    page, fetched = context.new_page(), []
    page.on("response", lambda one: fetched.append(urlsplit(one.url).path) if "/co-anh/" in one.url else None)
    address = pages.every_kind(site)["gallery"]
    page.goto(f"{serve}/{address}", wait_until="networkidle")
    first = site / fetched[0].lstrip("/")
    assert first.name == "binh-minh.jpg.720.webp"
    assert first.stat().st_size <= TELEPHONE_BYTES
    assert not [one for one in fetched if not one.endswith(".webp")]
    count = page.evaluate(SEEN)
    for _ in range(40):
        page.mouse.wheel(0, 400)
        if page.evaluate(WHOLE):
            break
        page.wait_for_timeout(50)
    assert page.evaluate(WHOLE)
    assert len(set(fetched)) == count
    context.close()


def test_a_film_is_fetched_when_it_is_started_and_plays_with_its_captions(
    browser: Browser, serve: str, site: Path
) -> None:
    context = browser.new_context()
    page, fetched, said = context.new_page(), [], []
    page.on("request", lambda one: fetched.append(one.url))
    page.on("console", lambda one: said.append(one.text))
    page.goto(f"{serve}/{pages.every_kind(site)['film']}", wait_until="networkidle")
    assert not [one for one in fetched if one.endswith(".webm")]
    assert page.evaluate(PLAYED) == [480, 3, 3]
    assert [one for one in fetched if one.endswith(".webm")]
    assert said == []
    context.close()
