"""``make screens``: takes the pictures of every kind of page, and writes the page that shows them.

python scripts/screens [--site FOLDER]     a folder that ``congbo build`` has written; else it builds one

Run it again whenever a template or a style has changed: ``make test-all`` compares. It needs Chromium.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from congbo.__main__ import main as congbo  # noqa: E402
from congbo.deploy.preview import PreviewHandler, mounts  # noqa: E402
from congbo.policy import load_policy  # noqa: E402
from congbo.tree import FolderTree  # noqa: E402
from support.repositories import TODAY  # noqa: E402
from support.shots import ALL, FOLDER, SIZES, file_of, kinds, packed, taken  # noqa: E402

PAGE = ROOT / ".github/screens.md"
HEAD = """# Ảnh chụp các dạng trang

Trang này và các ảnh do `make screens` viết ra từ bản dựng thật; đừng sửa bằng tay. Mỗi dạng trang một ảnh ở bề rộng {widths}
điểm, phần đầu của trang, không bật JavaScript. `make test-all` so các trang với ảnh này.

(Every kind of page at {widths} pixels, taken from the real build without scripts.)
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Take them all."""
    parse = argparse.ArgumentParser(prog="screens", description="Takes the pictures of every kind of page.")
    parse.add_argument("--site", type=Path, help="a folder that congbo build has written")
    given = parse.parse_args(argv).site
    with tempfile.TemporaryDirectory(prefix="congbo-screens-") as folder:
        site = given or built(Path(folder) / "site")
        pages = kinds(site)
        total = sum(take(site, pages))
    PAGE.write_text(shown(pages), "utf-8")
    print(f"{len(pages) * len(SIZES)} pictures, {total} bytes")
    return 0 if total <= ALL else 1


def built(site: Path) -> Path:
    """Return a folder with all portals."""
    if congbo(["-C", str(ROOT), "build", "--today", TODAY, "--out", str(site)]):
        raise SystemExit("screens: congbo build has failed")
    return site


def take(site: Path, pages: dict[str, str]) -> Iterator[int]:
    """Write each picture anew, and yield its bytes."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with served(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        for name, width, picture in taken(browser, base, pages):
            data = packed(picture)
            file_of(name, width).write_bytes(data)
            yield len(data)
        browser.close()


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve the folder on this machine; gives the address."""
    handler = partial(PreviewHandler, directory=str(site), hosts=mounts(load_policy(FolderTree(ROOT)), site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def shown(pages: dict[str, str]) -> str:
    """Return the text of the page that shows them."""
    widths = " và ".join(map(str, SIZES))
    parts = (f"\n## {name}\n\n`{pages[name]}`\n\n{' '.join(images(name))}\n" for name in sorted(pages))
    return HEAD.format(widths=widths) + "".join(parts)


def images(name: str) -> Iterator[str]:
    """Yield the pictures of a kind of page, in the order of their widths."""
    for width in SIZES:
        path = file_of(name, width).relative_to(PAGE.parent).as_posix()
        yield f'<img src="{path}" alt="{name}, {width}" width="{220 if width < 1000 else 560}">'


if __name__ == "__main__":
    sys.exit(main())
