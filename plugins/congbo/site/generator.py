"""Pelican's generator for a portal's edition: every kind of page, through the same facts as the incremental build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pelican.generators import Generator

from congbo.errors import refuse
from congbo.facts.corpus import CONTENT, Corpus
from congbo.facts.gathering import components
from congbo.item import Item
from congbo.shelf.filling import read_all
from congbo.shelf.packed import Packed, packed
from congbo.shelf.stored import Stored
from congbo.site.reader import ITEM, ItemContent
from congbo.site.render import Theme
from congbo.site.renewal.edition import begin, every
from congbo.site.renewal.several import made_by_several
from congbo.site.writer import PageWriter


class PortalGenerator(Generator):  # type: ignore[misc]
    """Reads the portal's content through Pelican's readers, then writes every page of the edition."""

    def generate_context(self) -> None:
        """Read every source. Raises CongboError if Pelican dropped one."""
        corpus: Corpus = self.settings["CONGBO_CORPUS"]
        expected = self._expected(corpus)
        read = set(self._kept(corpus, expected))
        dropped = [path for path in expected if path not in read]
        if dropped:
            raise refuse("build.dropped", count=len(dropped), paths=dropped[:5])

    def _expected(self, corpus: Corpus) -> list[str]:
        portal = self._portal()
        if not isinstance(corpus, Stored):
            return [item.path for item in corpus.items_of(portal)]
        parts = components(corpus.policy, portal, self.settings["CONGBO_EDITION"])
        return [path for one in (portal, *(part.id for part in parts)) for path in self._unread(corpus, one)]

    def _unread(self, corpus: Stored, portal: str) -> list[str]:
        """A portal's pages, unless another edition, or the portal that gathers from it, has read them already."""
        if corpus.stock_of.paths(portal):
            return []
        paths = corpus.tree.paths(f"{CONTENT}/{portal}")
        corpus.stock_of.lay(path for path in paths if not path.endswith(".md"))
        return [path for path in paths if path.endswith(".md")]

    def _kept(self, corpus: Corpus, pages: list[str]) -> Iterator[str]:
        """Read pages and keep what they say where the corpus keeps it; yield their paths."""
        if isinstance(corpus, Stored):
            for one in read_all(corpus.tree, self._packed, pages):
                corpus.stock_of.take(one)
                yield one.path
            return
        for item, html in read_all(corpus.tree, self._read, pages):
            corpus.noted["html", item.path] = html
            yield item.path

    def _packed(self, path: str) -> Packed | None:
        found = self._read(path)
        return packed(*found) if found else None

    def _read(self, path: str) -> tuple[Item, str] | None:
        root = self.settings["CONGBO_ROOT"]
        try:
            content = self.readers.read_file(base_path=root, path=path, content_class=ItemContent, context=self.context)
        except ValueError:
            return None
        item: Item | None = content.metadata.get(ITEM)
        return (item, content._content) if item else None

    def generate_output(self, writer: PageWriter) -> None:
        """Write every page, the attachments and the theme's static files."""
        theme = self.settings.get("CONGBO_THEME") or Theme(Path(self.settings["THEME"]))
        edition = begin(self.settings["CONGBO_CORPUS"], self._portal(), self.settings["CONGBO_EDITION"], theme.render)
        index, outputs = edition.index(), edition.outputs
        for output, rests, data, source in made_by_several(index, edition.render, every(index)):
            writer.write_page(output.path, data, source)
            outputs.write(output, rests)
        for path, data in theme.static().items():
            writer.write_page(path, data)

    def _portal(self) -> str:
        return str(self.settings["CONGBO_PORTAL"])
