"""The preview server for somebody who edits: pages tell the browser to load them again when they have changed."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from importlib.resources import files
from typing import Any, Final

from congbo.deploy.preview import PreviewHandler

CHANGES: Final = "/.congbo/thay-doi"
SCRIPT: Final = "/.congbo/thay-doi.js"
_TAG = f'<script src="{SCRIPT}" defer></script></body>'.encode()
_ALIVE = 15.0  # seconds after which a line is sent that says nothing, so that a browser that has gone is noticed


class News:
    """What has changed, told to every browser that listens. ``told``: what the check has found, in words."""

    def __init__(self) -> None:
        self._turned = threading.Condition()
        self._number = 0
        self._pages: tuple[str, ...] = ()
        self.told = ""

    def tell(self, pages: Iterable[str], told: str) -> None:
        """Tell which pages (their addresses on this server) are others now."""
        with self._turned:
            self._number += 1
            self._pages, self.told = tuple(pages), told
            self._turned.notify_all()

    def after(self, number: int, seconds: float) -> tuple[int, tuple[str, ...]]:
        """Wait for news after those of a number, no longer than some seconds; return their number and the pages."""
        with self._turned:
            self._turned.wait_for(lambda: self._number > number, seconds)
            return self._number, self._pages

    @property
    def number(self) -> int:
        """Return the number of the latest news."""
        return self._number


class SeeingHandler(PreviewHandler):
    """Adds the script to pages, and answers it."""

    def __init__(self, *args: Any, hosts: Mapping[str, str], news: News, **more: Any) -> None:
        self._news = news
        super().__init__(*args, hosts=hosts, **more)

    def do_GET(self) -> None:  # noqa: N802  # its name in the library
        """Answer with the news, with the script, or as the preview does."""
        if self.path == CHANGES:
            self._send_news()
        elif self.path == SCRIPT:
            self._send(files("congbo.deploy").joinpath("seeing.js").read_bytes(), "text/javascript; charset=utf-8")
        else:
            super().do_GET()

    def _send_page(self, body: bytes, status: HTTPStatus) -> None:
        super()._send_page(body.replace(b"</body>", _TAG, 1), status)

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def _send_news(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        known = self._news.number
        try:
            self._event("noi", {"told": self._news.told})
            while True:
                number, pages = self._news.after(known, _ALIVE)
                if number == known:
                    self.wfile.write(b":\n\n")
                else:
                    self._event("thay-doi", {"pages": pages, "told": self._news.told})
                known = number
                self.wfile.flush()
        except OSError:  # the browser has gone
            self.close_connection = True

    def _event(self, name: str, value: Mapping[str, object]) -> None:
        self.wfile.write(f"event: {name}\ndata: {json.dumps(value, ensure_ascii=False)}\n\n".encode())
        self.wfile.flush()
