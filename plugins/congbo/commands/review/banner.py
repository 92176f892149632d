"""``congbo review banner``: one named role puts a sentence at the head of every page of a portal, until a moment."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.commands.common import language_of
from congbo.commands.review.at_once import decide, desk, filled, options
from congbo.locale import catalogue
from congbo.policy.at_once import BANNER


def main(argv: Sequence[str]) -> int:
    """Decide about a banner."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = options("banner", lang)
    parse.add_argument("--portal", required=True, metavar="ID", help=words["review.option.portal"])
    parse.add_argument("--text", required=True, metavar="TEXT", help=words["review.option.text"])
    parse.add_argument("--text-en", default="", metavar="TEXT", help=words["review.option.text_en"])
    parse.add_argument("--link", default="", metavar="URL", help=words["review.option.link"])
    args = parse.parse_args(argv)
    if not args.until:
        parse.error("the following arguments are required: --until")
    filled(args, "text")
    where, policy = desk(args)
    lines = {"loi_bao": args.text, "loi_bao_en": args.text_en, "xem_them": args.link}
    return decide(where, policy, BANNER, args.portal, {key: text for key, text in lines.items() if text}, args, lang)
