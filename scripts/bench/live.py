"""From the push of a merge to the changed bytes over HTTP: the server's hooks judge it, the publisher shows it."""

from __future__ import annotations

import resource
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
from timing import TODAY, Timed, congbo
from ward import PORTAL, item_of, path_of

from support.served import OFFICE, Served, served

MAIN = "refs/heads/main"
EDITION = "internet"


def pushed_live(folder: Path, root: Path, new: Iterator[Article], size: str, runs: int) -> list[Timed]:
    """Return the line: the gate and its receipt, the publisher's run, and the page as a reader gets it."""
    (folder / "may-chu").mkdir()
    kho = served(folder / "may-chu", desk=root)
    web = folder / "web"
    web.mkdir()
    publish = congbo("server", "publish", str(kho.server), "--today", TODAY, at=web)
    publish()
    seconds, user = [], []
    with _http(web / "public" / PORTAL / EDITION) as port:
        for number in range(runs):
            one = next(new)
            merge = _approved(kho, one, number)
            print(f"from push to live, {size} {number + 1}/{runs}", file=sys.stderr)
            start, worked = time.perf_counter(), _worked()
            told = kho.push(f"{merge}:{MAIN}", who=OFFICE)
            publish()
            shown = _get(port, f"/{one.section}/{one.published.year}/{one.name}/")
            seconds.append(time.perf_counter() - start)
            user.append(_worked() - worked)
            if told.code or one.title not in shown:
                raise SystemExit(f"{one.name} is not live: {told.told}")
    return [Timed("`git push` of the merge, to live bytes over HTTP", size, tuple(seconds), user=tuple(user))]


def _approved(kho: Served, one: Article, number: int) -> str:
    branch = kho.approved(f"tin-{number}", path_of(one), item_of(one))
    return kho.merge(branch, OFFICE)


@contextmanager
def _http(folder: Path) -> Iterator[int]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *words: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def _get(port: int, path: str) -> str:
    line = HTTPConnection("127.0.0.1", port)
    line.request("GET", path)
    answer = line.getresponse().read().decode()
    line.close()
    return answer


def _worked() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
