"""Pelican's writer for our pages: bytes to files, each path claimed by one source."""

from __future__ import annotations

from pathlib import Path
from posixpath import normpath
from typing import Any

from pelican.writers import Writer

from congbo.errors import refuse


class PageWriter(Writer):  # type: ignore[misc]
    """Writes pages and remembers who claimed which path: output path -> (source item id or None)."""

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
        super().__init__(output_path, settings)
        self.claims: dict[str, str | None] = {}

    def write_page(self, path: str, data: bytes, source: str | None = None) -> None:
        """Write one file. Raises CongboError for a path outside the output, or one that another source has.

        Paths that differ only in the case of letters count as one: some file systems cannot hold both.
        """
        if path != normpath(path) or path.startswith(("/", "..")):
            raise refuse("build.outside", path=path, source=source or "-")
        folded = path.casefold()
        if folded in self._folded:
            raise refuse("build.two_sources", path=path, first=self._folded[folded] or path, second=source or path)
        self._folded[folded] = source
        self.claims[path] = source
        if sink := self.settings.get("CONGBO_SINK"):
            sink(path, data, source)
            return
        file = Path(self.output_path) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    @property
    def _folded(self) -> dict[str, str | None]:
        known: dict[str, str | None] = self.__dict__.setdefault("_by_folded_path", {})
        return known
