"""A reviewer's desk as it is run by hand: ``congbo desk`` in a clone of the server, and a browser before it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPResponse
from pathlib import Path
from urllib.parse import urlencode

from support.repositories import GIT, git
from support.served import NOW, Served

_SECONDS = 60


@dataclass(frozen=True)
class Running:
    """A desk that listens: the address without the secret, the secret, and the reviewer's clone."""

    base: str
    secret: str
    folder: Path

    @property
    def port(self) -> str:
        """Return the port."""
        return self.base.rpartition(":")[2]

    @property
    def start(self) -> str:
        """Return the address that the terminal shows."""
        return f"{self.base}/?vao={self.secret}"

    def ask(self, path: str, form: dict[str, str] | None = None, **headers: str) -> tuple[int, str, dict[str, str]]:
        """Send a request as some program would, with the cookie unless told otherwise; return code, text and headers.

        A header is left out by giving it as "". Redirects are not followed.
        """
        own = {"Cookie": f"congbo-{self.port}={self.secret}", **({"Origin": self.base} if form is not None else {})}
        sent = {name.replace("_", "-"): text for name, text in {**own, **headers}.items() if text}
        data = urlencode(form).encode() if form is not None else None
        request = urllib.request.Request(f"{self.base}{path}", data, sent)  # noqa: S310  # an address of ours
        try:
            with urllib.request.build_opener(_Stay).open(request) as answer:
                return _told(answer)
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode("utf-8", "replace"), {k.lower(): v for k, v in error.headers.items()}

    def fields(self, path: str) -> dict[str, str]:
        """Return the hidden fields of the first form of a page that signs something."""
        page = self.ask(path)[1]
        form = re.search(r'<form class="decide".*?</form>', page, re.DOTALL)
        assert form, page
        return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form[0]))

    def offers(self, path: str) -> list[str]:
        """Return the values of the buttons that decide."""
        return re.findall(r'name="offer" value="([^"]+)"', self.ask(path)[1])


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def _told(answer: HTTPResponse) -> tuple[int, str, dict[str, str]]:
    return answer.status, answer.read().decode("utf-8", "replace"), {k.lower(): v for k, v in answer.headers.items()}


def cloned(own: Served, folder: Path) -> Path:
    """Return a reviewer's clone of the server."""
    git(own.desk, "clone", "-q", f"file://{own.server}", str(folder))
    return folder


@contextmanager
def desk_of(own: Served, person: str, folder: Path, *words: str) -> Iterator[Running]:
    """Run the desk of a person (in a clone at ``folder``, made if it is not there) with their key file."""
    if not folder.exists():
        cloned(own, folder)
    key = ["--key", str(own.keys[person])] if person in own.keys else []
    command = [sys.executable, "-m", "congbo", "desk", "--as", person, *key, "--at", NOW, "--port", "0", *words]
    env = os.environ | GIT | {"CONGBO_USER": person, "PYTHONUNBUFFERED": "1"}
    told = folder.parent / f"{folder.name}.txt"
    with told.open("wb") as said:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=said, stderr=said)
        try:
            yield _listening(process, told, folder)
        finally:
            process.terminate()
            process.wait(_SECONDS)


def _listening(process: subprocess.Popen[bytes], told: Path, folder: Path) -> Running:
    for _ in range(_SECONDS * 10):
        found = re.search(r"(http://localhost:\d+)/\?vao=(\S+)", told.read_text("utf-8"))
        if found:
            return Running(found[1], found[2], folder)
        assert process.poll() is None, told.read_text("utf-8")
        time.sleep(0.1)
    raise AssertionError(told.read_text("utf-8"))
