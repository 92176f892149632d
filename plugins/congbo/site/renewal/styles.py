"""Which of the theme's files a place of the last build has: an edition, or what stands above them."""

from __future__ import annotations

from collections.abc import Iterable

from congbo.shelf.base import Base
from congbo.site.renewal.edition import Edition


def known_styles(edition: Edition) -> list[str]:
    """Return the theme's files that an edition has."""
    return styles_at(edition.base, edition.id)


def styles_at(base: Base, place: str) -> list[str]:
    """Return the theme's files that a place has."""
    return [path for path in base.noted(f"{place} styles").split("\0") if path]


def note_styles(base: Base, place: str, files: Iterable[str]) -> None:
    """Keep which of the theme's files a place has."""
    base.note(f"{place} styles", "\0".join(sorted(files)))
