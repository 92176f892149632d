"""Sizes that were drawn before, by the sum of their picture: a build draws what it has not, and whoever deletes the folder
loses time and nothing else. Each recipe has a folder of its own, and the first that is drawn by another one clears the rest.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Final

from congbo.pictures.apart import UndrawnError, apart
from congbo.pictures.framed import joined, parted
from congbo.pictures.header import header
from congbo.pictures.sizes import sizes

FOLDER: Final = "congbo/pictures"  # in git's own folder, where no change can put any (ADR 9)
_SUM: Final = 32


class Kept:
    """Pictures in their sizes. ``folder``: where they are kept from one build to the next; None: nowhere."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        # The sizes of a picture are asked for one after the other.
        self._last: tuple[str, Mapping[str, bytes]] = ("", {})

    def sized(self, data: bytes) -> Mapping[str, bytes]:
        """Return a picture in its sizes, by their names. Raises UndrawnError for one that cannot be decoded."""
        key = blake2b(data, digest_size=20).hexdigest()
        if self._last[0] != key:
            self._last = (key, self._found(key, data))
        return self._last[1]

    def _found(self, key: str, data: bytes) -> Mapping[str, bytes]:
        known = header(data)
        names = [one.name for one in sizes(known)] if known else []
        if not names:
            raise UndrawnError("header")
        file = self._folder / _recipe() / key[:2] / key if self._folder else None
        parts = _read(file) if file else None
        if parts is None or len(parts) != len(names):
            from congbo.pictures.drawn import drawn

            parts = apart(drawn, data)
            if file:
                _write(file, parts)
        return dict(zip(names, parts, strict=True))


@cache
def _recipe() -> str:
    """By what sizes are made: those of other programs or of another Pillow may be others."""
    from PIL import __version__, features

    names = ("drawn", "header", "sizes")
    ours = sha256(b"".join(Path(__file__).with_name(f"{name}.py").read_bytes() for name in names)).hexdigest()
    theirs = (__version__, *(str(features.version(name)) for name in ("webp", "jpg", "littlecms2")))
    return sha256(" ".join((ours, *theirs)).encode()).hexdigest()[:32]


def _read(file: Path) -> list[bytes] | None:
    """Return what was kept; None if there is nothing, or something else than was written."""
    try:
        whole = file.read_bytes()
    except OSError:
        return None
    kept = whole[_SUM:]
    return parted(kept) if sha256(kept).digest() == whole[:_SUM] else None


def _write(file: Path, parts: list[bytes]) -> None:
    """Keep what was drawn, if the disk takes it."""
    kept = joined(parts)
    with suppress(OSError):
        if not file.parents[1].exists():
            _clear(file.parents[1])
        file.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=file.parent)
        with open(number, "wb") as out:  # noqa: PTH123
            out.write(sha256(kept).digest() + kept)
        os.replace(name, file)  # noqa: PTH105


def _clear(own: Path) -> None:
    """Remove what other recipes have drawn: nothing reads it any more."""
    if own.parent.is_dir():
        for other in own.parent.iterdir():
            if other != own:
                shutil.rmtree(other, ignore_errors=True)
