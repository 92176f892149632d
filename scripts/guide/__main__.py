"""Take the pictures of the editors' guide from the real desk, and note of which templates they were taken.

Run it again whenever ``tests/site/test_guide.py`` says that a picture is older than what it shows. It needs Chromium, git and
ssh-keygen, as the browser tests do.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from support.desks import Running, desk_of  # noqa: E402
from support.screens import PICTURES, noted, shown  # noqa: E402
from support.served import CHIEF, DEPUTY, served  # noqa: E402

WIDTH, HEIGHT = 960, 640
TITLE = "Ra quân làm sạch đường làng"
MOST = 40_000  # bytes of a picture


def main() -> int:
    """Take them all."""
    with tempfile.TemporaryDirectory(prefix="congbo-guide-") as folder:
        own = served(Path(folder) / "phuong")
        own.submitted("tin-moi")
        own.signed("tin-moi", DEPUTY)
        with desk_of(own, CHIEF, Path(folder) / "ban-duyet") as running:
            for name, data in taken(running):
                PICTURES.joinpath(f"{name}.webp").write_bytes(data)
                print(f"{name}.webp: {len(data)} bytes")
    shown().write_text(noted(), "utf-8")
    return 0


def taken(running: Running) -> Iterator[tuple[str, bytes]]:
    """Yield each picture: the list, a change, a return that lacks its reason, and what is signed."""
    with sync_playwright() as playwright:
        found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, java_script_enabled=False)
        page.goto(running.start)
        yield "ban-duyet", picture(page)
        page.get_by_role("link", name=TITLE).click()
        yield "thay-doi", picture(page)
        page.get_by_role("button", name="Trả lại", exact=True).click()
        page.get_by_label("Lý do").scroll_into_view_if_needed()
        yield "tra-lai", picture(page)
        page.goto(f"{running.base}/")
        page.get_by_role("link", name=TITLE).click()
        page.get_by_role("button", name="Duyệt", exact=True).click()
        yield "ky", picture(page)
        browser.close()


def picture(page: Page) -> bytes:
    """Return what stands on the screen, as small as it stays legible."""
    image = Image.open(io.BytesIO(page.screenshot()))
    for quality in (85, 70, 55, 40):
        data = io.BytesIO()
        image.save(data, "WEBP", quality=quality, method=6)
        if data.tell() <= MOST:
            return data.getvalue()
    raise SystemExit(f"{page.url}: more than {MOST} bytes")


if __name__ == "__main__":
    sys.exit(main())
