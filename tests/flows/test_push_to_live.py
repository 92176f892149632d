"""From the push of an approved merge to the changed bytes that a reader gets over HTTP: no other hand is needed."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from support.repositories import NEWS, git
from support.served import ITEM, OFFICE, Served

SECONDS = 90


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *words: object) -> None:
        pass


@contextmanager
def http(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def publisher(kho: Served, tmp_path: Path) -> Iterator[Path]:
    """The publisher at work, and its folder."""
    web = tmp_path / "web"
    web.mkdir()
    words = [sys.executable, "-m", "congbo", "-C", str(web), "server", "publish", str(kho.server), "--watch"]
    with (tmp_path / "publisher.log").open("w") as log:
        process = subprocess.Popen(words, stdout=log, stderr=log)
        yield web
        process.send_signal(signal.SIGTERM)
        assert process.wait(SECONDS) == 0, (tmp_path / "publisher.log").read_text()


def seen(address: str, wanted: str) -> str:
    """Ask for a page until it says what is wanted, no longer than a while."""
    end = time.monotonic() + SECONDS
    text = ""
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=SECONDS) as answer:  # noqa: S310
                text = answer.read().decode()
        except urllib.error.HTTPError as error:
            assert error.code == 404, error
        if wanted in text:
            return text
        time.sleep(0.02)
    pytest.fail(f"{address} does not say {wanted!r}: {text[:200]!r}")


def test_a_merge_is_live_without_another_hand(kho: Served, publisher: Path) -> None:
    until_published = publisher / "public/dl/internet/index.html"
    end = time.monotonic() + SECONDS
    while not until_published.is_file():
        assert time.monotonic() < end
        time.sleep(0.05)
    with http(publisher / "public/dl/internet") as site:
        for number in range(2):
            title, item = f"Ra quân lần thứ {number}", ITEM.replace(".md", f"-{number}.md")
            text = NEWS.format(title=title, more="").replace("dl-2026-9001", f"dl-2026-900{number + 1}")
            branch = kho.approved(f"tin-{number}", item, text)
            told = kho.push(f"{kho.merge(branch, OFFICE)}:refs/heads/main", who=OFFICE)
            assert told.code == 0, told.told
            assert title in seen(f"{site}/{item.removeprefix('content/dl/').removesuffix('.md')}/", title)
            assert title in seen(f"{site}/", title)
    told = json.loads((publisher / "public/manifest.json").read_text("utf-8"))
    assert told["receipts"] == git(publisher / "kho.git", "rev-parse", "refs/congbo/receipts").strip()
    assert told["commit"] == git(publisher / "kho.git", "rev-parse", "refs/heads/main").strip()
