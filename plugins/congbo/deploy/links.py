"""The files that a page leads to. Our own templates and the sanitiser write attributes in double quotes and nothing else."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

_LINK = re.compile(rb'\s(?:href|src|action)="([^"]*)"')
_SOURCES = re.compile(rb'\ssrcset="([^"]*)"')


def targets(page: str, data: bytes) -> set[str]:
    """Return the files that the internal links of a page lead to; a link that is no address at all stands as it is."""
    folder = dirname(page)
    links = set(_LINK.findall(data))
    links.update(part.split()[0] for found in _SOURCES.findall(data) for part in found.split(b",") if part.split())
    return {found for link in links if (found := _target(folder, link)) is not None}


@lru_cache(maxsize=20_000)
def _target(folder: str, link: bytes) -> str | None:
    """The file; None for a link elsewhere or within the page."""
    text = unescape(link.decode("utf-8", "replace"))
    try:
        parts = urlsplit(text)
    except ValueError:  # http://[abc
        return text
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = unquote(parts.path)
    full = path.lstrip("/") if path.startswith("/") else _joined(folder, path)
    return f"{full}index.html" if not full or full.endswith("/") else full


def _joined(folder: str, path: str) -> str:
    full = normpath(join(folder, path)) + ("/" if path.endswith("/") else "")
    return "" if full in (".", "./") else full.removeprefix("./")
