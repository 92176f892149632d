"""``congbo serve``: look at a build in a browser, on this machine only."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from congbo.commands.common import Progress, language_of, parser
from congbo.deploy.manifest import NAME
from congbo.deploy.preview import PreviewHandler, mounts
from congbo.errors import CLEAN, refuse
from congbo.history import repository_root
from congbo.locale import catalogue
from congbo.message import say
from congbo.policy import load_policy
from congbo.tree import FolderTree

PORT = 8000


def main(argv: Sequence[str]) -> int:
    """Serve a build folder on 127.0.0.1 until interrupted."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("serve", lang)
    parse.add_argument("--out", type=Path, metavar="DIR", help=words["option.out"])
    parse.add_argument("--port", type=int, default=PORT, metavar="N", help=words["serve.option.port"])
    parse.add_argument("--watch", action="store_true", help=words["serve.option.watch"])
    args = parse.parse_args(argv)
    if args.watch:
        return _watched(args, lang)
    top = repository_root(args.root)
    shown = args.root / args.out if args.out else top / "public"
    out = shown.resolve()
    if not (out / NAME).is_file():
        raise refuse("serve.nothing", out=shown)
    policy = load_policy(FolderTree(top))
    handler = partial(PreviewHandler, directory=str(out), hosts=mounts(policy, out))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", args.port), handler)
    except (OSError, OverflowError) as error:
        raise refuse("serve.port", port=args.port) from error
    with server:
        Progress(lang).tell(say("serve.address", out=shown, port=server.server_port))
        server.serve_forever()
    return CLEAN


def _watched(args: Namespace, lang: str) -> int:
    from congbo.commands.serve_watch import serve

    if args.out:
        raise refuse("serve.watch_out", None)
    return serve(repository_root(args.root), args.port, lang)
