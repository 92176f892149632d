"""Pelican's generator for a portal's edition: every kind of page, through the same facts as the incremental build."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican.generators import Generator

from congbo.errors import refuse
from congbo.facts import addresses
from congbo.facts.corpus import Corpus
from congbo.item import Item
from congbo.site.index import Index
from congbo.site.kinds import KINDS
from congbo.site.reader import ITEM, ItemContent
from congbo.site.render import Theme
from congbo.site.writer import PageWriter


class PortalGenerator(Generator):  # type: ignore[misc]
    """Reads the portal's content through Pelican's readers, then writes every page of the edition."""

    def generate_context(self) -> None:
        """Read every source. Raises CongboError if Pelican dropped one."""
        corpus: Corpus = self.settings["CONGBO_CORPUS"]
        expected = [item.path for item in corpus.items_of(self.settings["CONGBO_PORTAL"])]
        read = {item.path for path in expected if (item := self._read(path))}
        dropped = [path for path in expected if path not in read]
        if dropped:
            raise refuse("build.dropped", count=len(dropped), paths=dropped[:5])

    def _read(self, path: str) -> Item | None:
        root = self.settings["CONGBO_ROOT"]
        try:
            content = self.readers.read_file(base_path=root, path=path, content_class=ItemContent, context=self.context)
        except ValueError:
            return None
        item: Item | None = content.metadata.get(ITEM)
        return item

    def generate_output(self, writer: PageWriter) -> None:
        """Write every page, the attachments and the theme's static files."""
        index = Index(self.settings["CONGBO_CORPUS"], self._portal(), self.settings["CONGBO_EDITION"])
        theme = self.settings.get("CONGBO_THEME") or Theme(Path(self.settings["THEME"]))
        for kind in KINDS:
            for key in kind.keys(index):
                facts = kind.facts(index, key)
                page = theme.render(kind.template, facts)
                writer.write_page(addresses.file_of(facts.url), page, kind.source(key))
        _write_attachments(index, writer)
        for path, file in theme.static().items():
            writer.write_page(path, file.read_bytes())

    def _portal(self) -> Any:
        return self.settings["CONGBO_CORPUS"].policy.portals[self.settings["CONGBO_PORTAL"]]


def _write_attachments(index: Index, writer: PageWriter) -> None:
    for item in index.items:
        for path in index.corpus.attachments(item):
            name = path.rpartition("/")[2]
            writer.write_page(addresses.attachment(item, name), index.corpus.tree.read(path), item.id)
