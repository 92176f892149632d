"""Pelican's reader for content files: the same parser as the checks (ADR 0002)."""

from __future__ import annotations

from os import sep
from os.path import relpath
from typing import Any, ClassVar

from pelican.contents import Content
from pelican.readers import BaseReader

from congbo.facts.corpus import Corpus, read_page
from congbo.shelf.stored import Stored
from congbo.site.markdown import to_html

ITEM = "congbo_item"


class ItemContent(Content):  # type: ignore[misc]
    """A content file inside Pelican."""

    mandatory_properties = ("title",)
    default_template = "item"


class ItemReader(BaseReader):  # type: ignore[misc]
    """Gives Pelican the item that the checks have judged; it never parses metadata by itself."""

    enabled = True
    file_extensions: ClassVar[list[str]] = ["md"]

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the body's HTML and the metadata. Raises ValueError for a file with faults; Pelican then drops it loudly."""
        corpus: Corpus = self.settings["CONGBO_CORPUS"]
        path = relpath(source_path, self.settings["CONGBO_ROOT"]).replace(sep, "/")
        item = (
            read_page(corpus.tree, path, corpus.policy).item if isinstance(corpus, Stored) else corpus.by_path.get(path)
        )
        if item is None:
            raise ValueError(path)
        metadata = {
            "title": item.title,
            "summary": item.summary,
            "tags": list(item.tags),
            "lang": item.lang,
            "slug": item.address.slug,  # else Pelican makes one out of every title
            ITEM: item,
        }
        return to_html(item.body), metadata
