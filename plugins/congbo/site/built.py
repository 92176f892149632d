"""What a build gave."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct


class Built(Struct, frozen=True):
    """An edition that was built: its portal, name, folder, and output path -> item id (None for pages of no item)."""

    portal: str
    edition: str
    folder: Path
    files: Mapping[str, str | None]
