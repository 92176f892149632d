"""``congbo records``: what people have written down because a clause asks for it, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.clock import today
from congbo.commands.common import language_of, out, parser
from congbo.commands.records_shown import KEPT, MISSING
from congbo.errors import CLEAN, refuse
from congbo.facts.kept import gaps, kept
from congbo.history import repository_root
from congbo.locale import catalogue
from congbo.policy import Policy, load_policy
from congbo.tree import FolderTree


def main(argv: Sequence[str]) -> int:
    """Print the records, or (``--missing``) the clauses without theirs; 0 either way: what is missing is no error."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("records", lang)
    parse.add_argument("type", nargs="?", metavar="TYPE", help=words["records.option.type"])
    parse.add_argument("--portal", action="append", default=[], metavar="ID", help=words["option.portal"])
    parse.add_argument("--missing", action="store_true", help=words["records.option.missing"])
    parse.add_argument("--today", metavar="DATE", help=words["option.today"])
    parse.add_argument("--format", choices=KEPT, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    day = today(args.today)
    policy = load_policy(FolderTree(repository_root(args.root)))
    _refuse_unknown(policy, args.type, args.portal)
    types = {args.type} if args.type else set(policy.types.record_types)
    portals = set(args.portal) or set(policy.portals)
    if args.missing:
        found = [one for one in gaps(policy, day) if one.duty.rule.name in types and one.duty.portal.id in portals]
        out(MISSING[args.format](policy, found, day, lang))
    else:
        chosen = [one for one in kept(policy, day) if one.record.type in types and one.record.portal in portals]
        out(KEPT[args.format](policy, chosen, day, lang))
    return CLEAN


def _refuse_unknown(policy: Policy, type_id: str | None, portals: list[str]) -> None:
    if type_id and type_id not in policy.types.record_types:
        raise refuse("records.unknown_type", type=type_id, known=sorted(policy.types.record_types))
    for portal in portals:
        if portal not in policy.portals:
            raise refuse("build.no_portal", portal=portal, known=sorted(policy.portals))
