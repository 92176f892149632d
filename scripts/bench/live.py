"""From the push of a merge to the changed bytes over HTTP: hooks judge it, the publisher that waits for it shows it."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from articles import Article
from timing import ENV, Timed, command
from ward import PORTAL, item_of, path_of

from congbo.server.layout import wanted_of
from support.served import OFFICE, Served, served

NAME = "`git push` of the merge, to live bytes over HTTP"
OF_IT = "of that, from the receipt on: check, build and swap by the publisher that waits"
MAIN = "refs/heads/main"
EDITION = "internet"
LONGEST = 900.0  # seconds that a page may take before the bench gives up
A_LOOK = 0.005


def pushed_live(folder: Path, root: Path, new: Iterator[Article], size: str, runs: int) -> list[Timed]:
    """Return two lines: the gate and its receipt, the publisher that waits for it, and the page as a reader gets it; and of
    these what comes after the receipt."""
    home, web = folder / "may-chu", folder / "web"
    home.mkdir()
    web.mkdir()
    kho = served(home, desk=root)
    seconds, user, published = [], [], []
    with _publisher(kho, web) as pid, _http(web / "public" / PORTAL / EDITION) as port:
        _wait(port, "/")
        for number, one in zip(range(runs), new, strict=False):
            merge = kho.merge(kho.approved(f"tin-{number}", path_of(one), item_of(one)), OFFICE)
            print(f"{NAME}, {size} {number + 1}/{runs}", file=sys.stderr)
            start, worked = time.perf_counter(), _worked(pid)
            told = kho.push(f"{merge}:{MAIN}", who=OFFICE)
            if told.code:
                raise SystemExit(told.told)
            _wait(port, f"/{one.section}/{one.published.year}/{one.name}/", one.title)
            seconds.append(time.perf_counter() - start)
            published.append(time.time() - wanted_of(kho.server).stat().st_mtime)
            user.append(_worked(pid) - worked)
    return [Timed(NAME, size, tuple(seconds), user=tuple(user)), Timed(OF_IT, size, tuple(published))]


@contextmanager
def _publisher(kho: Served, web: Path) -> Iterator[int]:
    words = command("server", "publish", str(kho.server), "--watch", at=web)
    with subprocess.Popen(words, env=ENV, stdout=subprocess.DEVNULL) as running:
        try:
            yield running.pid
        finally:
            running.terminate()


@contextmanager
def _http(folder: Path) -> Iterator[int]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *words: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def _wait(port: int, path: str, text: str = "") -> None:
    """Ask for a page until it is there and says the text."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        line = HTTPConnection("127.0.0.1", port)
        line.request("GET", path)
        answer = line.getresponse()
        told = answer.read().decode()
        line.close()
        if answer.status == 200 and text in told:
            return
        time.sleep(A_LOOK)
    raise SystemExit(f"{path} did not come live")


def _worked(pid: int) -> float:
    """Return the seconds that the processes which have ended, and the publisher with its own, have worked so far."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    ticks = int(fields[11]) + int(fields[13])  # its own and those of its children, as a user
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime + ticks / os.sysconf("SC_CLK_TCK")
