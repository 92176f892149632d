"""Refuses to publish a content that has errors; what was found at the last publication is not looked for again (ADR 18)."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, datetime

from congbo.checks.kept import kept_findings
from congbo.commands.footing import footing
from congbo.commands.origin import CONTENT, Origin
from congbo.dates import day_of
from congbo.errors import REFUSED, refuse
from congbo.facts.corpus import Corpus, read_page
from congbo.facts.showing import leaves_trace
from congbo.finding import Finding, Severity
from congbo.output import FORMATS, Report


def refuse_errors(origin: Origin, at: datetime, lang: str) -> None:
    """Print the errors of an origin's content at a moment on stderr. Raises CongboError if it has any.

    What an item has wrong that was taken down or withdrawn stops nothing: nobody sees it, and it must go at once.
    """
    errors = tuple(one for one in _findings(origin, day_of(at)) if one.severity is Severity.ERROR)
    if not errors:
        return
    corpus = Corpus(origin.policy, (), frozenset(), day_of(at), origin.tree, origin.history, at=at)
    errors = tuple(one for one in errors if not _is_gone(corpus, one.place.path))
    if errors:
        pages = sum(path.endswith(".md") for path in origin.tree.paths(CONTENT.rstrip("/")))
        report = Report(errors, pages)
        sys.stderr.write(FORMATS["text"](report, lang))
        raise refuse("build.findings", None, REFUSED, count=len(errors), report=report)


def _findings(origin: Origin, today: date) -> Sequence[Finding]:
    if origin.commit and not origin.dirty:
        return kept_findings(origin.repository, origin.commit, today, origin.store)
    ground = footing(origin.folder, today)
    return ground.folder.findings(ground.store)


def _is_gone(corpus: Corpus, path: str) -> bool:
    page = path if path.endswith(".md") else f"{path.rpartition('/')[0]}.md"
    if not page.startswith(CONTENT) or not corpus.tree.has(page):
        return False
    item = read_page(corpus.tree, page, corpus.policy).item
    return item is not None and leaves_trace(corpus, item)
