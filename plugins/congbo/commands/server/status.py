"""``congbo server status``: does the register hold, and does anything wait."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from congbo.commands.common import language_of, out, parser
from congbo.errors import CLEAN, REFUSED
from congbo.history import repository_root
from congbo.history.refs import ref_at
from congbo.locale import catalogue, sentence
from congbo.message import say
from congbo.register.chain import read_chain
from congbo.server.attested import is_attested
from congbo.server.journal import open_journal
from congbo.server.layout import wanted_of


def main(argv: Sequence[str]) -> int:
    """Tell the target, the chain and what waits; 1 before the genesis, and where a receipt is missing."""
    lang = language_of(argv)
    parse = parser("server.status", lang)
    parse.add_argument("server", type=Path, metavar="DIR", help=catalogue(lang)["server.option.dir"])
    args = parse.parse_args(argv)
    root = repository_root(args.server)
    chain = read_chain(root)
    if chain.genesis is None:
        out(sentence(say("server.no_genesis", root=root), lang) + "\n")
        return REFUSED
    last, tip = chain.receipts[-1], ref_at(root, chain.genesis.target)
    with open_journal(root) as waiting:
        pending = len(waiting)
    told = [
        say("server.status.register", name=chain.genesis.repository, count=len(chain.receipts), time=last.time),
        say(
            "server.status.attested" if is_attested(chain, tip) else "server.status.not_attested",
            tip=tip[:12],
            root=root,
        ),
        say("server.status.pending", count=pending),
        say("server.status.wanted", tip=_wanted(root)[:12] or "-"),
    ]
    out("".join(f"{sentence(line, lang)}\n" for line in told))
    return CLEAN if is_attested(chain, tip) and not pending else REFUSED


def _wanted(root: Path) -> str:
    path = wanted_of(root)
    return path.read_text("ascii").strip() if path.is_file() else ""
