"""The whole of a build: judge, build each edition, verify, list, describe. Used by ``build`` and ``publish``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from congbo.checks.judge import judge
from congbo.commands.common import Progress
from congbo.commands.fronting import facts_of, front_page
from congbo.commands.wanted import Wanted, editions
from congbo.deploy.manifest import NAME, entry_of, manifest
from congbo.deploy.verify import verify_links, verify_secrecy, verify_sources
from congbo.errors import REFUSED, refuse
from congbo.facts import addresses
from congbo.facts.corpus import Corpus
from congbo.facts.showing import leaves_trace
from congbo.finding import Severity
from congbo.item import Item
from congbo.message import say
from congbo.output import FORMATS, Report
from congbo.site.build import build_edition
from congbo.site.built import Built
from congbo.site.index import Index
from congbo.site.render import Theme

SHORTEST_NEEDLE = 10


def refuse_findings(corpus: Corpus, portals: Sequence[str], lang: str) -> None:
    """Print the errors of the content on stderr and refuse to build what has any."""
    if count := report_findings(corpus, portals, lang):
        raise refuse("build.findings", None, REFUSED, count=count)


def report_findings(corpus: Corpus, portals: Sequence[str], lang: str) -> int:
    """Print the errors of the content on stderr and return how many there are.

    What an item has wrong that was taken down or withdrawn stops nothing: nobody sees it, and it must go at once.
    """
    gone = tuple(
        part for item in corpus.items if leaves_trace(corpus, item) for part in (item.path, f"{item.address.folder}/")
    )
    found = (f for f in judge(corpus, portals) if f.severity is Severity.ERROR)
    errors = tuple(f for f in found if not f.place.path.startswith(gone or ("\0",)))
    if errors:
        sys.stderr.write(FORMATS["text"](Report(errors, len(corpus.readings)), lang))
    return len(errors)


def build_all(root: Path, corpus: Corpus, wanted: Wanted, out: Path, progress: Progress) -> list[Built]:
    """Build and verify each wanted edition into ``out/<portal>/<edition>``, then the list of portals and the manifest."""
    theme = Theme(root / "theme")
    done = []
    for portal, edition in editions(corpus, wanted):
        progress.tell(say("build.portal", portal=portal, edition=edition))
        built = build_edition(root, corpus, portal, edition, out / portal / edition, theme)
        _verify(corpus, built)
        done.append(built)
    _front(theme, corpus, done, out)
    return done


def _verify(corpus: Corpus, built: Built) -> None:
    index = Index(corpus, corpus.policy.portals[built.portal], built.edition)
    if not index.items and not index.gone:
        raise refuse("build.empty", portal=built.portal, edition=built.edition, today=corpus.today)
    verify_sources((item.id for item in (*index.items, *index.gone)), built.files)
    verify_links(built.folder, built.files, frozenset(_files_gone(corpus, index)))
    hidden = [i for i in corpus.items_of(built.portal) if not i.in_edition(built.edition)]
    verify_secrecy(built.folder, built.files, built.edition, {item.id: _needles(item, index) for item in hidden})


def _files_gone(corpus: Corpus, index: Index) -> Iterable[str]:
    """The addresses of files that went with their items: another page's link to them must not keep an item from going."""
    for item in index.gone:
        for path in corpus.attachments(item):
            yield addresses.attachment(item, path.rpartition("/")[2])


def _needles(item: Item, index: Index) -> tuple[str, ...]:
    """What would give a hidden item away; a title that a public item, or a component's, has too gives nothing away."""
    theirs = (index.corpus.by_path[path] for path in index.shelf.answer("all_gathered"))
    public = {one.title for one in (*index.items, *theirs)}
    texts = (item.id, item.summary, *(() if item.title in public else (item.title,)))
    return tuple(text for text in texts if len(text) >= SHORTEST_NEEDLE)


def _front(theme: Theme, corpus: Corpus, built: Iterable[Built], out: Path) -> None:
    """Write the page that lists the portals, what it needs, and the manifest of everything."""
    done = list(built)
    sources: dict[str, str | None] = {
        f"{one.portal}/{one.edition}/{path}": source for one in done for path, source in one.files.items()
    }
    (out / "index.html").write_bytes(front_page(theme, corpus, done))
    sources["index.html"] = None
    for name, data in theme.front().items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(data)
        sources[name] = None
    files = {path: entry_of((out / path).read_bytes(), source) for path, source in sources.items()}
    (out / NAME).write_bytes(manifest(facts_of(corpus), files))
