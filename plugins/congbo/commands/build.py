"""``congbo build``: check, build and verify into a folder."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from congbo.clock import today
from congbo.commands.common import Progress, language_of, loaded, out, parser
from congbo.commands.site_build import Wanted, build_all, refuse_findings
from congbo.deploy.manifest import NAME
from congbo.errors import CLEAN, refuse
from congbo.facts.corpus import Corpus
from congbo.locale import catalogue, sentence
from congbo.message import say
from congbo.site.build import Built


def main(argv: Sequence[str]) -> int:
    """Build the wanted editions; the folder is replaced only when all of them have been built and verified."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("build", lang)
    parse.add_argument("--portal", action="append", default=[], metavar="ID", help=words["option.portal"])
    parse.add_argument("--edition", metavar="E", help=words["option.edition"])
    parse.add_argument("--today", metavar="DATE", help=words["option.today"])
    parse.add_argument("--rev", metavar="REV", help=words["build.option.rev"])
    parse.add_argument("--full", action="store_true", help=words["build.option.full"])
    parse.add_argument("--out", type=Path, default=Path("output"), metavar="DIR", help=words["option.out"])
    args = parse.parse_args(argv)
    progress = Progress(lang)
    target = args.root / args.out
    _refuse_foreign(target)
    with loaded(args.root, today(args.today), args.rev) as (root, corpus):
        refuse_findings(corpus, args.portal, lang)
        built = _into(root, corpus, Wanted(tuple(args.portal), args.edition), target, progress)
    out(summary(corpus, built, lang))
    return CLEAN


def _into(root: Path, corpus: Corpus, wanted: Wanted, target: Path, progress: Progress) -> list[Built]:
    """Build beside the target and move the result into its place."""
    target.parent.mkdir(parents=True, exist_ok=True)
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
    if target.exists() and any(target.iterdir()) and not (target / NAME).is_file():
        raise refuse("build.out_is_source", out=target)


def summary(corpus: Corpus, built: list[Built], lang: str) -> str:
    """Return the lines that say what was built, from which commit, for which day."""
    pages = sum(len(one.files) for one in built)
    commit = corpus.history.commit[:12] or "-"
    lines = [sentence(say("build.done", portals=len(built), pages=pages, commit=commit, today=corpus.today), lang)]
    if corpus.history.changed:
        lines.append(sentence(say("build.uncommitted", count=len(corpus.history.changed)), lang))
    return "\n".join(lines) + "\n"
