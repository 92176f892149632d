"""``congbo check``: judge the content by the regulations."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from congbo.checks.judge import judge
from congbo.clock import today
from congbo.commands.common import Progress, language_of, load, out, parser
from congbo.errors import CLEAN, REFUSED, refuse
from congbo.facts.corpus import Corpus
from congbo.finding import Severity
from congbo.locale import catalogue
from congbo.message import say
from congbo.output import FORMATS, Report


def main(argv: Sequence[str]) -> int:
    """Print the findings; 0 without errors, 1 with (``--strict``: with warnings too), 2 if it cannot judge."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("check", lang)
    parse.add_argument("paths", nargs="*", metavar="PATH", help=words["check.option.paths"])
    parse.add_argument("--portal", action="append", default=[], metavar="ID", help=words["option.portal"])
    parse.add_argument("--today", metavar="DATE", help=words["option.today"])
    parse.add_argument("--strict", action="store_true", help=words["check.option.strict"])
    parse.add_argument("--format", choices=FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    progress = Progress(lang)
    top, corpus = load(args.root, today(args.today))
    progress.step(say("check.read", files=len(corpus.readings)))
    _known_portals(corpus, args.portal)
    paths = [_repository_path(top, args.root, path, corpus) for path in args.paths]
    findings = judge(corpus, args.portal, paths)
    out(FORMATS[args.format](Report(findings, _judged(corpus, args.portal, paths)), lang))
    return _code(Report(findings, 0), args.strict)


def _code(report: Report, strict: bool) -> int:
    refused = report.count(Severity.ERROR) or (strict and report.count(Severity.WARNING))
    return REFUSED if refused else CLEAN


def _known_portals(corpus: Corpus, portals: list[str]) -> None:
    for portal in portals:
        if portal not in corpus.policy.portals:
            raise refuse("build.no_portal", portal=portal, known=sorted(corpus.policy.portals))


def _repository_path(top: Path, root: Path, path: str, corpus: Corpus) -> str:
    """Return the path from the repository's top; a path that names nothing must not pass as clean."""
    try:
        full = (root / path).resolve()
        full.exists()
    except (OSError, RuntimeError) as error:  # a name too long for any file; a ring of links
        raise refuse("command.unknown_path", path=path) from error
    inside = full.relative_to(top.resolve()).as_posix() if full.is_relative_to(top.resolve()) else ""
    known = [reading.path for reading in corpus.readings] + sorted(corpus.files)
    if inside == "." or (inside and (full.exists() or any(p.startswith(f"{inside}/") for p in known))):
        return "" if inside == "." else inside
    raise refuse("command.unknown_path", path=path)


def _judged(corpus: Corpus, portals: list[str], paths: list[str]) -> int:
    def wanted(path: str) -> bool:
        in_portal = not portals or path.split("/")[1] in portals
        return in_portal and (not paths or any(not p or path == p or path.startswith(f"{p}/") for p in paths))

    return sum(wanted(reading.path) for reading in corpus.readings)
