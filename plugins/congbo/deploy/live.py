"""The links that lead to releases: replaced in one step, and remembered, so that no release goes that somebody sees."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from congbo.deploy.durable import settle_folder
from congbo.deploy.manifest import NAME, Manifest
from congbo.deploy.places import Places, names, read_json, write_json
from congbo.errors import REFUSED, refuse
from congbo.place import Place

PURPOSE = "on_purpose"


def refuse_folder(link: Path) -> None:
    """Refuse a target that is a folder of its own, before anything is built for it."""
    if link.exists() and not link.is_symlink():
        raise refuse("publish.not_a_link", Place(str(link)), REFUSED, path=link)


def swap(where: Places, link: Path, folder: Path, *, purpose: bool = False) -> None:
    """Let ``link`` lead to ``folder`` from one moment to the next. Raises CongboError if it is a folder of its own.

    ``purpose``: somebody went back to it; the next release may then be of any commit.
    """
    refuse_folder(link)
    to = os.path.relpath(folder, link.parent)
    remember(where, link, folder.name if purpose else "")
    beside = link.with_name(f".{link.name}.new")
    beside.unlink(missing_ok=True)
    beside.symlink_to(to)
    beside.replace(link)
    settle_folder(link.parent)


def remember(where: Places, link: Path, purpose: str) -> None:
    """Keep in mind that a link leads to releases; ``purpose``: the one to which somebody went back."""
    file = _file(where, link)
    known = {"link": os.path.relpath(link, where.root), PURPOSE: purpose}
    if read_json(file) != known:
        write_json(file, known)


def on_purpose(where: Places, link: Path) -> bool:
    """Tell whether a link leads to a release to which somebody went back."""
    return read_json(_file(where, link)).get(PURPOSE) == shown(link)


def shown(link: Path) -> str:
    """Return the name of the folder that a link leads to, "" if it is no link."""
    return link.readlink().name if link.is_symlink() else ""


def live_manifest(link: Path) -> Manifest | None:
    """Return the manifest that a link leads to; None if nothing was published there, or nothing that can be read."""
    return Manifest.read(link) if (link / NAME).is_file() else None


def in_use(where: Places) -> set[str]:
    """Return the names of the releases that links lead to, themselves or by way of a view."""
    return {shown(link).partition("-")[0] for link in _links(where)}


def _links(where: Places) -> Iterator[Path]:
    """The links that were remembered, and those beside ``.congbo`` that lead there, such as an older program made."""
    for name in names(where.root / "live"):
        known = read_json(where.root / "live" / name).get("link")
        if isinstance(known, str):
            yield where.root / known
    with os.scandir(where.root.parent.parent) as entries:
        yield from (Path(entry.path) for entry in entries if entry.is_symlink())


def _file(where: Places, link: Path) -> Path:
    return where.root / "live" / f"{sha256(os.path.abspath(link).encode()).hexdigest()[:16]}.json"  # noqa: PTH100
