"""``congbo review gate``: may this change be published, and if not, why."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.clock import now
from congbo.commands.common import language_of, out, parser
from congbo.commands.review.asking import between, opened, revisions
from congbo.locale import catalogue
from congbo.review.told import FORMATS


def main(argv: Sequence[str]) -> int:
    """Print the verdict; 0 if granted, 1 if something is missing or refused, 2 if it cannot be judged."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("review.gate", lang)
    revisions(parse, lang)
    parse.add_argument("--at", metavar="TIME", help=words["review.option.at"])
    parse.add_argument("--format", choices=FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    found = opened(between(args.root, args.base, args.head, args.target), now(args.at))
    out(FORMATS[args.format](found.shown, lang))
    return found.code
