"""``congbo server init``: a new server."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path

from congbo.commands.common import language_of, out, parser
from congbo.errors import CLEAN
from congbo.locale import catalogue, sentence
from congbo.message import say
from congbo.server.init import init


def main(argv: Sequence[str]) -> int:
    """Make a bare repository with its settings, hooks and receipts key, and tell what comes next."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("server.init", lang)
    parse.add_argument("server", type=Path, metavar="DIR", help=words["server.option.new"])
    parse.add_argument("--from", dest="source", type=Path, metavar="REPO", help=words["server.option.from"])
    args = parse.parse_args(argv)
    root = args.server.resolve()
    source = str(args.source.resolve()) if args.source else ""
    key = init(root, source, secrets.token_hex(32))
    out(sentence(say("server.made", root=root, fingerprint=key.fingerprint), lang) + "\n")
    return CLEAN
