"""``congbo review show``: where one change stands, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.clock import now
from congbo.commands.common import language_of, out, parser
from congbo.commands.review.asking import opened
from congbo.commands.review.beside import open_changes, overlap_lines, shared, state_line
from congbo.commands.review.changes import REMOTE, asked, place, refreshed
from congbo.errors import CLEAN
from congbo.locale import catalogue
from congbo.review.told import FORMATS


def main(argv: Sequence[str]) -> int:
    """Print the verdict on a change, what was done and who is awaited."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("review.show", lang)
    parse.add_argument("change", nargs="?", default="", metavar="CHANGE", help=words["review.option.change"])
    parse.add_argument("--remote", default=REMOTE, metavar="NAME", help=words["review.option.remote"])
    parse.add_argument("--at", metavar="TIME", help=words["review.option.at"])
    parse.add_argument("--format", choices=FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    where = place(args.root, args.remote)
    refreshed(where)
    found = opened(asked(where, args.change), now(args.at))
    out(FORMATS[args.format](found.shown, lang))
    if args.format == "text":
        beside = shared(open_changes(where, found))
        out("\n".join([state_line(found, lang), *overlap_lines(found.change.id, beside, lang)]) + "\n")
    return CLEAN
