"""What a publication puts into its release: all of it by runs of Pelican, or what differs from the last one (ADR 20)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from congbo.commands.common import Progress
from congbo.commands.fronting import front_page
from congbo.commands.renewing import Standing
from congbo.commands.wanted import Wanted, editions
from congbo.commands.watching import Watched
from congbo.facts.gathering import components
from congbo.message import say
from congbo.resting import resting
from congbo.site.built import Built
from congbo.site.kinds import KINDS
from congbo.site.looks import Looks, filled_otherwise, looks_of
from congbo.site.render import Theme
from congbo.site.renewal.edition import DECISIONS, Edition, Sink, renew
from congbo.site.renewal.outputs import Outputs
from congbo.site.renewal.styles import known_looks, known_styles, note_looks, note_styles, styles_at

FRONT = "front"  # what stands above the editions


@dataclass(frozen=True)
class Feed:
    """Where a release takes its files from (``root``: the theme and Pelican's settings) and where they go.

    ``before``: the folder of the release that this one continues. ``kept``: where compiled templates are kept.
    """

    root: Path
    standing: Standing
    sink: Sink
    before: Path | None
    progress: Progress
    kept: Path | None = None


def feed(one: Feed, wanted: Wanted) -> list[Built]:
    """Give the release every file that differs, verified; return the editions that it has."""
    looks = looks_of(one.root) if one.standing.anew or one.standing.theme else {}  # before anything is filled from them
    theme = Theme(one.root / "theme", one.kept)
    built = [_edition(one, theme, looks, *pair) for pair in editions(one.standing.corpus, wanted)]
    _front(one, theme, built)
    return built


def _edition(one: Feed, theme: Theme, looks: Looks, portal: str, name: str) -> Built:
    standing = one.standing
    edition = Edition(standing.base, standing.corpus, portal, name, theme.render)
    watched = Watched(one.sink, edition, one.before)
    if standing.anew:
        from congbo.site.build import build_edition  # Pelican: what differs only is published without it

        one.progress.tell(say("build.portal", portal=portal, edition=name))
        build_edition(one.root, standing.corpus, portal, name, one.root / "output", theme, watched.under)
        _note(edition, looks, theme.static())
    elif standing.every or standing.theme:
        _renew(one, edition, theme, looks, watched)
    else:
        with resting():  # few pages: nothing is there that would have to go before the end
            _renew(one, edition, theme, looks, watched)
    watched.verify(anew=standing.anew)
    return Built(portal, name, Path(), Files(edition.outputs, known_styles(edition)))


def _renew(one: Feed, edition: Edition, theme: Theme, looks: Looks, watched: Watched) -> None:
    standing, touched = one.standing, {(DECISIONS,)} if one.standing.decided else set()
    pages = _pages_of(standing, edition.portal)
    parts = components(standing.corpus.policy, edition.portal, edition.name)
    theirs = [page for part in parts for page in _pages_of(standing, part.id)]
    before = known_looks(edition) if standing.theme else {}
    kinds = filled_otherwise(one.root, KINDS, before, looks) if standing.theme and not standing.every else ()
    renew(edition, pages, touched, watched, every=standing.every, theirs=theirs, kinds=kinds)
    watched.look_again(pages)
    if standing.theme:
        _styles(edition, theme, looks, watched)


def _pages_of(standing: Standing, portal: str) -> list[str]:
    """The items of a portal that may be others."""
    prefix, every = f"content/{portal}/", standing.corpus.stock_of.paths(portal) if standing.every else ()
    return [page for page in {*every, *standing.pages} if page.startswith(prefix)]


def _note(edition: Edition, looks: Looks, files: Iterable[str]) -> None:
    """Keep of which theme an edition is, for the publication that has another one."""
    note_styles(edition.base, edition.id, files)
    note_looks(edition, looks)


def _styles(edition: Edition, theme: Theme, looks: Looks, watched: Watched) -> None:
    """Put the theme's files; those of the last one that it no longer has go."""
    files = theme.static()
    for path, data in files.items():
        watched.under(path, data, None)
    for path in sorted(set(known_styles(edition)) - files.keys()):
        watched.remove(f"{edition.id}/{path}")
    _note(edition, looks, files)


def _front(one: Feed, theme: Theme, built: list[Built]) -> None:
    """Put the page that lists the portals, and what it needs."""
    one.sink.put("index.html", front_page(theme, one.standing.corpus, built), None)
    if not (one.standing.anew or one.standing.theme):
        return
    files = theme.front()
    for name, data in files.items():
        one.sink.put(name, data, None)
    for name in sorted(set(styles_at(one.standing.base, FRONT)) - files.keys()):
        one.sink.remove(name)
    note_styles(one.standing.base, FRONT, files)


class Noted:
    """A sink that remembers which files went into another one."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self.paths: set[str] = set()

    def put(self, path: str, data: bytes, source: str | None) -> None:
        """Let a file through."""
        self.paths.add(path)
        self._sink.put(path, data, source)

    def remove(self, path: str) -> None:
        """Let a removal through."""
        self.paths.discard(path)
        self._sink.remove(path)


class Files(Mapping[str, str | None]):
    """The files of an edition that was built, the theme's among them, counted without being listed."""

    def __init__(self, outputs: Outputs, styles: Collection[str]) -> None:
        self._outputs = outputs
        self._styles = styles
        self._count = outputs.count() + len(styles)

    def __getitem__(self, path: str) -> str | None:
        if path not in self._styles and not self._outputs.at(path):
            raise KeyError(path)
        return None

    def __iter__(self) -> Iterator[str]:
        return iter(sorted([*self._styles, *(one.path for one in self._outputs.every())]))

    def __len__(self) -> int:
        return self._count
