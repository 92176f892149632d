"""What must hold of a built edition before anybody may see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from congbo.errors import refuse

_LINKS = {
    ("a", "href"),
    ("link", "href"),
    ("img", "src"),
    ("script", "src"),
    ("source", "src"),
    ("form", "action"),
}


def verify_links(folder: Path, files: Iterable[str], gone: frozenset[str] = frozenset()) -> None:
    """Refuse an edition with an internal link that leads nowhere. ``files`` are the paths that the build claims.

    ``gone``: files that were taken away with their items; links to them are let be.
    """
    claimed = set(files)
    present = claimed | gone
    broken = [
        f"{page} → {link}"
        for page in sorted(claimed)
        if page.endswith(".html")
        for link in _broken(folder, page, present)
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
    needles = [(item, word.encode()) for item, texts in hidden.items() for text in texts for word in _spelt(text)]
    if not needles:
        return
    for path in files:
        data = (folder / path).read_bytes()
        for item, needle in needles:
            if needle in data or needle in path.encode():
                raise refuse("build.edition_leak", edition=edition, item=item, path=path)


def _spelt(text: str) -> set[str]:
    """A text as it is, and as pages write it: &, <, > and quotes become entities, quotes in more ways than one."""
    escaped = escape(text, quote=False)
    return {text, escaped, escape(text), escaped.replace('"', "&#34;").replace("'", "&#39;")}


def _broken(folder: Path, page: str, present: set[str]) -> Iterator[str]:
    parser = _Links()
    parser.feed((folder / page).read_text("utf-8", errors="replace"))
    for link in parser.links:
        try:
            target = _target(page, link)
        except ValueError:  # no address at all: http://[abc
            yield link
            continue
        if target is not None and target not in present:
            yield link


def _target(page: str, link: str) -> str | None:
    """Return the file that an internal link leads to; None for a link elsewhere or within the page."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = unquote(parts.path)
    full = (
        path.lstrip("/")
        if path.startswith("/")
        else normpath(join(dirname(page), path)) + ("/" if path.endswith("/") else "")
    )
    full = "" if full in (".", "./") else full.removeprefix("./")
    return f"{full}index.html" if not full or full.endswith("/") else full


class _Links(HTMLParser):
    """Collects the addresses that a page names."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the addresses of one element."""
        for name, value in attrs:
            if value and (tag, name) in _LINKS:
                self.links.append(value)
            elif value and name == "srcset":
                self.links += [part.split()[0] for part in value.split(",") if part.split()]
