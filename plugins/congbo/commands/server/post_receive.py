"""``congbo server post-receive``: the hook that git calls once it has kept what was pushed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from congbo.clock import now
from congbo.commands.common import language_of, parser
from congbo.commands.server.pushed import lines_from_git
from congbo.errors import CLEAN, CongboError
from congbo.history.reading import one_process
from congbo.history.running import shut_out_the_client
from congbo.locale import catalogue, sentence, told
from congbo.message import say
from congbo.server.refs import read_updates
from congbo.server.sweep import attest


def main(argv: Sequence[str]) -> int:
    """Write the receipts and tell their numbers; what cannot be attested now is told, and waits for the sweep."""
    lang = language_of(argv)
    parse = parser("server.post-receive", lang)
    parse.add_argument("--at", metavar="TIME", help=catalogue(lang)["server.option.at"])
    args = parse.parse_args(argv)
    shut_out_the_client()
    root = Path(args.root).resolve()
    try:
        with one_process(root):
            receipts = attest(root, now(args.at), read_updates(lines_from_git()))
    except CongboError as error:
        print(told(error, lang), file=sys.stderr)
        print(sentence(say("server.unattested", root=root), lang), file=sys.stderr)
        return error.code
    for one in receipts:
        line = say(
            f"server.receipt.{one.kind}", number=one.number, id=one.change_id, after=one.after[:12], time=one.time
        )
        print(sentence(line, lang), file=sys.stderr)
    return CLEAN
