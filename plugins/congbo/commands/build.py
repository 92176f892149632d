"""``congbo build``: check, build and verify into a folder."""

from __future__ import annotations

import shutil
import tempfile
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from congbo.clock import moment
from congbo.commands.common import Progress, language_of, loaded, out, parser
from congbo.commands.previewing import misused, prepared, previewed
from congbo.commands.site_build import build_all, refuse_findings, report_findings
from congbo.commands.summary import FORMATS
from congbo.commands.wanted import Wanted
from congbo.dates import day_of
from congbo.deploy.manifest import NAME
from congbo.errors import CLEAN, refuse
from congbo.facts.corpus import Corpus
from congbo.history import repository_root
from congbo.locale import catalogue
from congbo.site.built import Built


def main(argv: Sequence[str]) -> int:
    """Build the wanted editions; the folder is replaced only when all of them have been built and verified."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("build", lang)
    parse.add_argument("--portal", action="append", default=[], metavar="ID", help=words["option.portal"])
    parse.add_argument("--edition", metavar="E", help=words["option.edition"])
    parse.add_argument("--today", metavar="DATE", help=words["option.today"])
    parse.add_argument("--at", metavar="TIME", help=words["option.at"])
    parse.add_argument("--preview", action="store_true", help=words["build.option.preview"])
    parse.add_argument("--base", metavar="REV", help=words["build.option.base"])
    parse.add_argument("--head", metavar="REV", help=words["build.option.head"])
    parse.add_argument("--rev", metavar="REV", help=words["build.option.rev"])
    parse.add_argument("--full", action="store_true", help=words["build.option.full"])
    parse.add_argument("--out", type=Path, metavar="DIR", help=words["option.out"])
    parse.add_argument("--format", choices=FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    progress = Progress(lang)
    target = (args.root / args.out if args.out else repository_root(args.root) / "output").absolute()
    _refuse_foreign(target)
    misused(args)
    with _source(args, moment(args.today, args.at)) as (root, corpus):
        report_findings(corpus, args.portal, lang) if args.preview else refuse_findings(corpus, args.portal, lang)
        built = _into(root, corpus, Wanted(tuple(args.portal), args.edition), target, progress)
    out(FORMATS[args.format](corpus, built, target, lang))
    return CLEAN


@contextmanager
def _source(args: Namespace, at: datetime) -> Iterator[tuple[Path, Corpus]]:
    """What is built: a change, a revision, or the working folder."""
    if args.preview:
        with previewed(args, at) as found:
            yield found
        return
    with loaded(args.root, day_of(at), args.rev) as (root, corpus):
        yield root, prepared(corpus, repository_root(args.root), at)


def _into(root: Path, corpus: Corpus, wanted: Wanted, target: Path, progress: Progress) -> list[Built]:
    """Build beside the target and move the result into its place."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        return _beside(root, corpus, wanted, target, progress)
    except OSError as error:
        raise refuse("publish.write", path=error.filename or target, detail=error) from error


def _beside(root: Path, corpus: Corpus, wanted: Wanted, target: Path, progress: Progress) -> list[Built]:
    with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as beside:
        fresh = Path(beside) / "site"
        fresh.mkdir()
        built = build_all(root, corpus, wanted, fresh, progress)
        if target.exists():
            target.rename(Path(beside) / "old")
        fresh.rename(target)
    shutil.rmtree(beside, ignore_errors=True)
    return built


def _refuse_foreign(target: Path) -> None:
    """Never replace a folder that is not a build of ours."""
    if target.is_symlink() or (target.exists() and not _ours(target)):
        raise refuse("build.out_is_source", out=target)


def _ours(target: Path) -> bool:
    return target.is_dir() and ((target / NAME).is_file() or not any(target.iterdir()))
