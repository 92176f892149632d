"""``congbo publish``: check, build, verify, swap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from congbo.clock import moment
from congbo.commands.common import Progress, language_of, load, out, parser
from congbo.commands.site_build import Wanted, build_all, refuse_findings
from congbo.commands.summary import FORMATS
from congbo.dates import day_of
from congbo.deploy.release import prune, refuse_folder, release_folder, swap
from congbo.errors import CLEAN, refuse
from congbo.facts.versions import with_versions
from congbo.locale import catalogue

TARGETS = {"local": "public"}


def main(argv: Sequence[str]) -> int:
    """Publish every portal to a target; until the last step the old release stays."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("publish", lang)
    parse.add_argument("--target", default="local", metavar="NAME", help=words["publish.option.target"])
    parse.add_argument("--today", metavar="DATE", help=words["option.today"])
    parse.add_argument("--at", metavar="TIME", help=words["option.at"])
    parse.add_argument("--format", choices=FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    if args.target not in TARGETS:
        raise refuse("publish.unknown_target", target=args.target, known=sorted(TARGETS))
    progress = Progress(lang)
    at = moment(args.today, args.at)
    root, corpus = load(args.root, day_of(at))
    corpus = with_versions(replace(corpus, at=at), root)
    link = root / TARGETS[args.target]
    refuse_folder(link)
    refuse_findings(corpus, (), lang)
    with release_folder(root) as folder:
        built = build_all(root, corpus, Wanted(), folder, progress)
        swap(link, folder)
    prune(folder, link)
    out(FORMATS[args.format](corpus, built, link, lang))
    return CLEAN
