"""``congbo server pre-receive``: the hook that git calls before it keeps what was pushed."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from congbo.clock import now
from congbo.commands.common import language_of, parser
from congbo.commands.server.judges import checks, gate
from congbo.commands.server.pushed import lines_from_git
from congbo.errors import CLEAN, REFUSED
from congbo.history.reading import one_process
from congbo.history.running import shut_out_the_client
from congbo.locale import catalogue, sentence
from congbo.message import say
from congbo.server.pre_receive import receive
from congbo.server.refs import read_updates


def main(argv: Sequence[str]) -> int:
    """Judge a push; 0 lets it in, anything else keeps all of it out."""
    lang = language_of(argv)
    parse = parser("server.pre-receive", lang)
    parse.add_argument("--at", metavar="TIME", help=catalogue(lang)["server.option.at"])
    args = parse.parse_args(argv)
    environ = dict(os.environ)
    shut_out_the_client()
    moment = now(args.at)
    root = Path(args.root).resolve()
    with one_process(root):
        answer = receive(root, read_updates(lines_from_git()), environ, moment, checks(moment, lang), gate(moment))
    for fault in answer.refused:
        print(sentence(say("server.refused", message=fault.message, code=fault.code), lang), file=sys.stderr)
    for report in answer.reports:
        sys.stderr.write(report)
        print(sentence(say("server.errors"), lang), file=sys.stderr)
    return CLEAN if answer.granted else REFUSED
