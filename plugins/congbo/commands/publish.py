"""``congbo publish``: check, build, verify, swap."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.clock import moment
from congbo.commands.common import language_of, out, parser
from congbo.commands.looking import looking
from congbo.locale import catalogue
from congbo.resting import resting

_FORMS = ("text", "json")


def main(argv: Sequence[str]) -> int:
    """Publish every portal to a target; until the last step the old release stays.

    Exit 1, with the release in place, if an item appears only now whose moment came long ago: the timer has failed.
    """
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("publish", lang)
    parse.add_argument("--target", default="local", metavar="NAME", help=words["publish.option.target"])
    parse.add_argument("--edition", metavar="E", help=words["publish.option.edition"])
    parse.add_argument("--today", metavar="DATE", help=words["option.today"])
    parse.add_argument("--at", metavar="TIME", help=words["option.at"])
    parse.add_argument("--full", action="store_true", help=words["publish.option.full"])
    parse.add_argument("--format", choices=_FORMS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    at = moment(args.today, args.at)
    with looking(args.root) as look, resting():
        # While git looks: most of what a small publication takes is the loading of what it may need.
        from congbo.commands.origins import looked_at
        from congbo.commands.releasing import release
        from congbo.commands.summary import FORMATS

        origin = looked_at(look)
    done = release(origin.folder, origin, at, args.target, args.edition, lang, full=args.full)
    out(FORMATS[args.format](done.corpus, done.built, done.link, lang, done.late, done.sent, done.proof))
    return done.code
