"""``congbo server status``: does the register hold, and does anything wait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from congbo.clock import now
from congbo.commands.common import language_of, out, parser
from congbo.dates import day_of
from congbo.errors import CLEAN, REFUSED
from congbo.history import repository_root
from congbo.history.refs import ref_at
from congbo.locale import catalogue, sentence
from congbo.message import Message, say
from congbo.register.chain import read_chain
from congbo.register.checkpoints import checkpoints
from congbo.register.recoveries import recoveries
from congbo.review.code import code_of
from congbo.server.attested import is_attested
from congbo.server.journal import open_journal
from congbo.server.layout import wanted_of
from congbo.signed.genesis import Genesis


def main(argv: Sequence[str]) -> int:
    """Tell the target, the chain and what waits; 1 before the genesis, and where a receipt is missing."""
    lang = language_of(argv)
    parse = parser("server.status", lang)
    parse.add_argument("server", type=Path, metavar="DIR", help=catalogue(lang)["server.option.dir"])
    parse.add_argument("--at", metavar="TIME", help=catalogue(lang)["server.option.at"])
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
        *_recovered(root, tip, chain.genesis),
        *_checkpoints(root, chain.genesis, day_of(now(args.at))),
    ]
    out("".join(f"{sentence(line, lang)}\n" for line in told))
    return CLEAN if is_attested(chain, tip) and not pending else REFUSED


def _recovered(root: Path, tip: str, genesis: Genesis) -> Iterator[Message]:
    """Every use of the root key, as the target holds it."""
    for one in recoveries(root, tip, genesis.root_key):
        yield say("server.status.recovered", id=one.change_id, person=one.person, time=one.issued)


def _checkpoints(root: Path, genesis: Genesis, on: date) -> Iterator[Message]:
    """What was attested last; and a warning where nobody has attested anything in the last full month or since."""
    newest = next(reversed(checkpoints(root)), None)
    if newest:
        said = newest.checkpoint
        code = code_of(said.receipt)
        yield say("server.status.checkpoint", number=said.number, person=said.person, time=said.time, code=code)
    this_month = on.replace(day=1)
    last_month = (this_month - timedelta(days=1)).replace(day=1)
    if day_of(genesis.issued) < this_month and not (newest and day_of(newest.checkpoint.time) >= last_month):
        yield say("server.status.no_checkpoint", month=f"{last_month:%m/%Y}")


def _wanted(root: Path) -> str:
    path = wanted_of(root)
    return path.read_text("ascii").strip() if path.is_file() else ""
