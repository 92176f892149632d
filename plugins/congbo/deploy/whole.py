"""Whether a release is whole: every file of its manifest is there, with its bytes, and no other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from congbo.deploy.manifest import NAME, Manifest
from congbo.deploy.reading import UnreachableError, behind
from congbo.errors import REFUSED, refuse
from congbo.place import Place


def verified(folder: Path) -> Manifest:
    """Return the manifest of a release that is whole. Raises CongboError for one that is not: it is not shown to anybody."""
    known = Manifest.read(folder)
    if known is None:
        raise refuse("release.no_manifest", Place(str(folder)), REFUSED, folder=folder)
    faults = [*_damaged(folder, known), *_foreign(folder, known)]
    if faults:
        raise refuse("release.not_whole", Place(str(folder)), REFUSED, count=len(faults), paths=faults[:5])
    return known


def _damaged(folder: Path, known: Manifest) -> Iterator[str]:
    fetch = behind(folder)
    for path, entry in known:
        try:
            data = fetch(path)
        except UnreachableError:
            data = None
        if data is None or sha256(data).hexdigest() != entry.sha256:
            yield path


def _foreign(folder: Path, known: Manifest) -> Iterator[str]:
    told = {path for path, _ in known} | {NAME}
    top = len(str(folder)) + 1
    for where, _, files in os.walk(folder, followlinks=True):
        below = f"{where[top:]}/" if len(where) > top else ""
        yield from (path for name in files if (path := f"{below}{name}") not in told)
