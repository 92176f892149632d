"""``congbo publish``: check, build, verify, swap."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.clock import moment
from congbo.commands.common import language_of, load, out, parser
from congbo.commands.previewing import prepared
from congbo.commands.releasing import release
from congbo.commands.summary import FORMATS
from congbo.commands.targets import TARGETS
from congbo.dates import day_of
from congbo.errors import refuse
from congbo.locale import catalogue


def main(argv: Sequence[str]) -> int:
    """Publish every portal to a target; until the last step the old release stays.

    Exit 1, with the release in place, if an item appears only now whose moment came long ago: the timer has failed.
    """
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("publish", lang)
    parse.add_argument("--target", default="local", metavar="NAME", help=words["publish.option.target"])
    parse.add_argument("--edition", metavar="E", help=words["option.edition"])
    parse.add_argument("--today", metavar="DATE", help=words["option.today"])
    parse.add_argument("--at", metavar="TIME", help=words["option.at"])
    parse.add_argument("--format", choices=FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    if args.target not in TARGETS:
        raise refuse("publish.unknown_target", target=args.target, known=sorted(TARGETS))
    at = moment(args.today, args.at)
    root, corpus = load(args.root, day_of(at))
    corpus = prepared(corpus, root, at)
    done = release(root, root, corpus, args.target, args.edition, lang)
    out(FORMATS[args.format](corpus, done.built, done.link, lang, done.late))
    return done.code
