"""Packed siblings of a file (``index.html.br``, ``index.html.gz``) for web servers that serve them; always the same bytes."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator, Mapping
from posixpath import splitext

# Text; pictures and documents are packed already.
SUFFIXES = frozenset((".html", ".css", ".js", ".mjs", ".xml", ".txt", ".csv", ".json", ".svg", ".md", ".ics"))
LEAST = 1024  # bytes: less fits into a packet anyway


def siblings(path: str, data: bytes, kinds: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield (path, bytes) of each packed form of a file that is worth it; ``kinds`` are ``br`` and ``gz``."""
    if splitext(path)[1] not in SUFFIXES or len(data) < LEAST:
        return
    for kind in kinds:
        packed = PACKERS[kind](data)
        if len(packed) < len(data):
            yield f"{path}.{kind}", packed


def _brotli(data: bytes) -> bytes:
    import brotli

    packed: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=9)
    return packed


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


PACKERS: Mapping[str, Callable[[bytes], bytes]] = {"br": _brotli, "gz": _gzip}
