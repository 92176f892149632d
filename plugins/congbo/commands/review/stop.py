"""``congbo review stop``: one named role stops the release of an item that was not shown yet, and says why."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.clock import now
from congbo.commands.common import language_of
from congbo.commands.review.at_once import decide, desk, item_of, options
from congbo.locale import catalogue
from congbo.policy.at_once import STOPPED


def main(argv: Sequence[str]) -> int:
    """Decide about the item of an id or path."""
    lang = language_of(argv)
    parse = options("stop", lang)
    parse.add_argument("item", metavar="ITEM", help=catalogue(lang)["review.option.item"])
    args = parse.parse_args(argv)
    where, policy = desk(args)
    item = item_of(where, policy, args.item, now(args.at))
    return decide(where, policy, STOPPED, item.portal, {"muc": item.id}, args, lang)
