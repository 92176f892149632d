"""``congbo server sweep``: receipts for what a crash left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from congbo.clock import now
from congbo.commands.common import language_of, out, parser
from congbo.errors import CLEAN
from congbo.history import repository_root
from congbo.locale import catalogue, sentence
from congbo.message import say
from congbo.register.chain import read_chain
from congbo.server.sweep import attest


def main(argv: Sequence[str]) -> int:
    """Verify the whole chain, then write the receipts that are missing, marked as late."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("server.sweep", lang)
    parse.add_argument("server", type=Path, metavar="DIR", help=words["server.option.dir"])
    parse.add_argument("--at", metavar="TIME", help=words["server.option.at"])
    args = parse.parse_args(argv)
    root = repository_root(args.server)
    read_chain(root)
    receipts = attest(root, now(args.at), ())
    out(
        sentence(say("server.swept", count=len(receipts), numbers=[one.number for one in receipts] or "-"), lang) + "\n"
    )
    return CLEAN
