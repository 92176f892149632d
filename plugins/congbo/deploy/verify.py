"""What must hold of a built edition before anybody may see it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from congbo.deploy.links import targets
from congbo.errors import refuse


def verify_links(folder: Path, files: Iterable[str], gone: frozenset[str] = frozenset()) -> None:
    """Refuse an edition with an internal link that leads nowhere. ``files`` are the paths that the build claims.

    ``gone``: files that were taken away with their items; links to them are let be.
    """
    claimed = set(files)
    present = claimed | gone
    pages = (page for page in sorted(claimed) if page.endswith(".html"))
    broken = [
        f"{page} → {target}"
        for page in pages
        for target in sorted(targets(page, (folder / page).read_bytes()) - present)
    ]
    if broken:
        raise refuse("build.broken_links", count=len(broken), links=broken[:5])


def verify_sources(expected: Iterable[str], files: Mapping[str, str | None]) -> None:
    """Refuse an edition in which an item has no page."""
    shown = {source for path, source in files.items() if source and path.endswith("/index.html")}
    dropped = sorted(set(expected) - shown)
    if dropped:
        raise refuse("build.dropped", count=len(dropped), paths=dropped[:5])


def verify_secrecy(folder: Path, files: Iterable[str], edition: str, hidden: Mapping[str, tuple[str, ...]]) -> None:
    """Refuse an edition in which a file holds a word of an item of another network.

    ``hidden`` is item id -> texts that may not occur (id, title, file names).
    """
    needles = [(item, word.encode()) for item, texts in hidden.items() for text in texts for word in spelt(text)]
    if not needles:
        return
    for path in files:
        data = (folder / path).read_bytes()
        for item, needle in needles:
            if needle in data or needle in path.encode():
                raise refuse("build.edition_leak", edition=edition, item=item, path=path)


def spelt(text: str) -> set[str]:
    """Return a text as it is, as JSON has it, and as pages do: &, <, > and quotes become entities, quotes in several ways."""
    escaped = escape(text, quote=False)
    told = json.dumps(text, ensure_ascii=False)[1:-1]
    return {text, escaped, escape(text), escaped.replace('"', "&#34;").replace("'", "&#39;"), told}
