"""The theme at the last build: which of its files a place has (an edition, or what stands above them), and what they said."""

from __future__ import annotations

import json
from collections.abc import Iterable

from congbo.shelf.base import Base
from congbo.site.looks import Looks
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


def known_looks(edition: Edition) -> Looks:
    """Return the sums of the theme's files from which an edition was filled; none if they were not kept."""
    return dict(json.loads(edition.base.noted(f"{edition.id} looks") or "{}"))


def note_looks(edition: Edition, looks: Looks) -> None:
    """Keep the sums of the theme's files from which an edition is filled."""
    edition.base.note(f"{edition.id} looks", json.dumps(looks))
