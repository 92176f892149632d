"""The files that a page leads to. Our own templates and the sanitiser write attributes in double quotes and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import unescape
from posixpath import dirname, normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

# Each begins with letters that are looked for much faster than a choice of words; what stands before them is seen later.
_LINKS = tuple(re.compile(name + rb'="([^"]*)"') for name in (b"href", b"src", b"action"))
_SOURCES = re.compile(rb'\ssrcset="([^"]*)"')
_NAMED = tuple(
    blank + name + b"="
    for name in (b"href", b"src", b"action", b"srcset")
    for blank in (b" ", b"\n", b"\t", b"\r", b"\f")
)
_FRAME = 2_000  # links of one depth that are remembered: the first pages have those of the frame


class _Path(NamedTuple):
    """The path of a link: how many folders it goes up, and where it leads from there; ``up`` is None for one from the top."""

    up: int | None
    rest: str


class Links:
    """What the pages of a site lead to. ``led``: each file with the first page that leads there.

    Links of the frame, which are the same on all pages of one depth, are looked at once for each depth.
    """

    def __init__(self) -> None:
        self.led: dict[str, str] = {}
        self._seen: dict[int, set[bytes]] = {}

    def note(self, page: str, data: bytes) -> None:
        """Note where the links of a page lead; a link that is no address at all stands as it is."""
        folders = _folders(dirname(page))
        top = len(folders) - 1
        seen = self._seen.setdefault(top, set())
        for link in _links(data) - seen:
            if not _in_a_tag(data, link):
                continue
            path = _path(link)
            if path is not None:
                self.led.setdefault(_file(folders, path), page)
            if len(seen) < _FRAME and (path is None or path.up is None or path.up >= top):
                seen.add(link)


def targets(page: str, data: bytes) -> set[str]:
    """Return the files that the internal links of a page lead to; a link that is no address at all stands as it is."""
    links = Links()
    links.note(page, data)
    return set(links.led)


def _links(data: bytes) -> set[bytes]:
    found = {link for one in _LINKS for link in one.findall(data)}
    if b"srcset" in data:
        found.update(part.split()[0] for one in _SOURCES.findall(data) for part in one.split(b",") if part.split())
    return found


def _in_a_tag(data: bytes, link: bytes) -> bool:
    """Tell whether a link stands in a tag, and is not what somebody wrote about links: there "<" and ">" are entities."""
    for start in (b'"', b" "):  # behind a blank stands the second of several sources
        at = -1
        while (at := data.find(start + link, at + 1)) >= 0:
            named = start == b" " or data.endswith(_NAMED, 0, at)
            if named and data.rfind(b"<", 0, at) > data.rfind(b">", 0, at):
                return True
    return False


@lru_cache(maxsize=20_000)
def _path(link: bytes) -> _Path | None:
    """The path as it is written, which many pages share; None for a link elsewhere or within the page."""
    text = unescape(link.decode("utf-8", "replace"))
    try:
        parts = urlsplit(text)
    except ValueError:  # http://[abc
        return _Path(None, text)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        return _Path(None, _page(path.lstrip("/")))
    steps = normpath(path).split("/")
    up = steps.count("..")  # all of them at the front
    rest = "/".join(step for step in steps[up:] if step != ".")
    return _Path(up, f"{rest}/" if path.endswith("/") else rest or ".")


def _folders(folder: str) -> list[str]:
    """A folder and those above it, the top included, as one writes them before a name."""
    names = folder.split("/") if folder else []
    return ["".join(f"{name}/" for name in names[:many]) for many in range(len(names), -1, -1)]


def _file(folders: Sequence[str], path: _Path) -> str:
    up, rest = path
    if up is None:
        return rest
    above = folders[up] if up < len(folders) else "../" * (up + 1 - len(folders))
    if rest == ".":  # a folder without its slash
        return above[:-1] or _page("")
    return _page(above + rest.removeprefix("/"))


def _page(path: str) -> str:
    return f"{path}index.html" if not path or path.endswith("/") else path
