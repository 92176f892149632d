"""``congbo check``: judge the content by the regulations."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NamedTuple

from congbo.clock import moment, today
from congbo.commands.common import Progress, language_of, out, parser
from congbo.commands.footing import Footing, footing
from congbo.commands.owing import owed_notes
from congbo.commands.reported import asked, reported
from congbo.commands.selection import exit_code, known_portals, refuse_unjudged, repository_path
from congbo.finding import Finding
from congbo.frozen import replace
from congbo.locale import catalogue
from congbo.message import say
from congbo.output import FORMATS, Report
from congbo.resting import resting
from congbo.tree import FolderTree


class Answer(NamedTuple):
    """The findings about a repository and the items that were judged (their paths)."""

    findings: tuple[Finding, ...]
    pages: tuple[str, ...]


def main(argv: Sequence[str]) -> int:
    """Print the findings; 0 without errors, 1 with (``--strict``: with warnings too), 2 if it cannot judge."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("check", lang)
    parse.add_argument("paths", nargs="*", metavar="PATH", help=words["check.option.paths"])
    parse.add_argument("--portal", action="append", default=[], metavar="ID", help=words["option.portal"])
    parse.add_argument("--base", metavar="REV", help=words["check.option.base"])
    parse.add_argument("--head", metavar="REV", help=words["check.option.head"])
    parse.add_argument("--today", metavar="DATE", help=words["option.today"])
    parse.add_argument("--strict", action="store_true", help=words["check.option.strict"])
    parse.add_argument("--format", choices=FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    with resting():
        return _checked(args, lang)


def _checked(args: argparse.Namespace, lang: str) -> int:
    if args.base is not None or args.head is not None:
        from congbo.commands import check_base

        return check_base.main(args, lang)
    progress = Progress(lang)
    ground = footing(args.root, today(args.today))
    if args.portal:
        known_portals(ground.policy, args.portal)
    paths = [repository_path(ground.top, ground.content, args.root, path) for path in args.paths]
    refuse_unjudged(paths, args.portal)
    progress.step(say("check.read", files=len(ground.pages)))
    answer = _answer(ground, args.portal, paths)
    notes = () if paths else tuple(owed_notes(ground, moment(args.today, None)))
    for note in notes:
        progress.tell(note.message)
    report = replace(_report(ground, answer, reviewed=bool(paths) and args.format == "md"), notes=notes)
    out(FORMATS[args.format](report, lang))
    return exit_code(report, strict=args.strict)


def _report(ground: Footing, answer: Answer, *, reviewed: bool) -> Report:
    tree = FolderTree(ground.top)
    report = reported(answer.findings, answer.pages, tree)
    return replace(report, asked=asked(ground.policy, answer.pages, tree, ground.today)) if reviewed else report


def _answer(ground: Footing, portals: Sequence[str], paths: Sequence[str]) -> Answer:
    """Return what is asked for: of a few files what they show, of anything else what the whole repository shows."""
    from congbo.checks.judge import is_wanted, wanted

    pages = [ground.page_of(path) for path in paths]
    some = bool(pages) and all(pages)
    among = sorted(set(pages)) if some else ground.pages
    chosen = tuple(page for page in among if is_wanted(page, tuple(portals), tuple(paths)))
    return Answer(
        wanted(_of_some(ground, pages) if some else ground.folder.findings(ground.store), portals, paths), chosen
    )


def _of_some(ground: Footing, pages: Sequence[str]) -> list[Finding]:
    from congbo.checks.nearby import neighbours
    from congbo.checks.survey import about

    return about(ground.ground, neighbours(ground.ground, ground.store, ground.content, frozenset(pages)))
