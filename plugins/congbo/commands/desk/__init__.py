"""``congbo desk``: the reviewer's page on their own machine, for whoever works with Word and e-mail and not with git."""

from __future__ import annotations

import logging
import socket
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from flask import Flask
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from congbo.clock import now
from congbo.commands.common import Progress, language_of, parser
from congbo.commands.desk.app import make_app
from congbo.commands.desk.desk import Desk
from congbo.commands.review.changes import REMOTE, place
from congbo.errors import CLEAN, refuse
from congbo.locale import catalogue
from congbo.message import say

PORT = 8321
LOOPBACKS = ("127.0.0.1", "::1")  # "localhost" is either of them; nobody else may answer in our place on the other


def main(argv: Sequence[str]) -> int:
    """Serve the desk on the loopback until interrupted."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("desk", lang)
    parse.add_argument("--as", dest="person", default="", metavar="PERSON", help=words["review.option.as"])
    parse.add_argument("--key", type=Path, metavar="FILE", help=words["review.option.key"])
    parse.add_argument("--remote", default=REMOTE, metavar="NAME", help=words["review.option.remote"])
    parse.add_argument("--port", type=int, default=PORT, metavar="N", help=words["desk.option.port"])
    parse.add_argument("--at", metavar="TIME", help=words["review.option.at"])
    args = parse.parse_args(argv)
    key = (args.root / args.key).absolute() if args.key else None
    with tempfile.TemporaryDirectory(prefix="congbo-desk-") as folder:
        desk = Desk(place(args.root, args.remote), args.person, key, lang, lambda: now(args.at), Path(folder))
        desk.refresh()
        progress = Progress(lang)
        progress.tell(say("desk.person", name=desk.person.name))
        serve(desk, args.port, progress)
    return CLEAN


def serve(desk: Desk, port: int, progress: Progress) -> None:
    """Serve a desk on both loopback addresses (``port`` 0: any that is free), and say where to open it."""
    servers = listening(desk, port)
    chosen = servers[0].server_port
    progress.tell(say("desk.address", address=f"http://localhost:{chosen}/?vao={desk.secret}"))
    for server in servers[1:]:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        servers[0].serve_forever()
    finally:
        for server in servers:
            server.server_close()


def listening(desk: Desk, port: int) -> list[BaseWSGIServer]:
    """Return the servers, one for each loopback address of this machine. Raises CongboError for a port that is taken."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    first = _bound(LOOPBACKS[0], port, None)
    app = make_app(desk, first.server_port)
    first.app = app
    rest = [_bound(host, first.server_port, app) for host in LOOPBACKS[1:] if _has(host)]
    return [first, *rest]


def _bound(host: str, port: int, app: Flask | None) -> BaseWSGIServer:
    """A server of threads; werkzeug ends the program with a message of its own if the port is taken, so we look first."""
    try:
        with socket.create_server((host, port), family=_family(host)) as probe:
            free = probe.getsockname()[1]
        return make_server(host, free, app or Flask(__name__), threaded=True, request_handler=_Quiet)
    except (OSError, OverflowError, SystemExit) as error:
        raise refuse("serve.port", port=port) from error


def _has(host: str) -> bool:
    try:
        with socket.create_server((host, 0), family=_family(host)):
            return True
    except OSError:
        return False


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


class _Quiet(WSGIRequestHandler):
    """Says nothing for each request: addresses may hold the secret."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def version_string(self) -> str:
        """Do not tell strangers what answers here."""
        return "congbo"
