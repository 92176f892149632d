"""Which files of a release a target shows, with which digests, and where they are read back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from congbo.deploy.manifest import NAME, Entry, Manifest
from congbo.deploy.places import names
from congbo.deploy.reading import Fetch, Served, behind
from congbo.deploy.targets.contents import Contents, shipment
from congbo.policy.portals import EDITIONS
from congbo.policy.targets import FOLDER, PAGES, S3, Target

# Path at the target -> what has to be there, None where nothing may be.
Expected = Mapping[str, Entry | None]
PAGE = "index.html"
_MANY = 5_000  # lines of a manifest: to look each of them up takes longer than to read all


def reader(target: Target, home: Path, link: Path) -> tuple[str, Fetch | None]:
    """Return where a target is read back, and the reader; none where nobody said at which address."""
    if target.url and target.kind != PAGES:  # a host of pages shows them later, in its own time
        return target.url, Served(target.url, folders=target.kind != S3).reader()
    if target.kind in (FOLDER, PAGES):
        folder = link if target.kind == FOLDER else home / target.folder
        return str(folder), behind(folder)
    return "", None


def expected(target: Target, home: Path, release: Path, changed: Iterable[str] | None) -> Expected:
    """Return what a target has to show of some files of a release (None: of all), its front pages and its manifest."""
    wanted = None if changed is None else list(_there(changed, target))
    if target.kind in (FOLDER, PAGES):
        return _in_folder(release if target.kind == FOLDER else home / target.folder, wanted)
    return _sent(shipment(release, target, home).contents, wanted)


def _there(paths: Iterable[str], target: Target) -> Iterable[str]:
    """Where files of the release lie at the target; those of other portals lie nowhere."""
    top = f"{target.portal}/{target.edition}/" if target.portal else ""
    return (path.removeprefix(top) for path in paths if path.startswith(top))


def _in_folder(folder: Path, wanted: Iterable[str] | None) -> Expected:
    """A folder has a manifest of its own; of sixty thousand lines only those are looked at that are asked for."""
    data = (folder / NAME).read_bytes()
    known, own = Manifest(data), {NAME: _entry(data)}
    if wanted is None:
        return {**dict(known), **own}
    asked = [*wanted, *_fronts(folder)]
    entries = dict(known) if len(asked) > _MANY else known
    return {**{path: entries.get(path) for path in asked}, **own}


def _sent(contents: Contents, wanted: Iterable[str] | None) -> Expected:
    own = {NAME: _entry(contents.manifest)}
    every = {path: Entry(one.sha256, one.source) for path, one in contents.files.items()}
    if wanted is None:
        return {**every, **own}
    return {**{path: every.get(path) for path in (*wanted, *filter(_is_front, every))}, **own}


def _fronts(folder: Path) -> Iterable[str]:
    """The uppermost page and that of each edition."""
    found = (f"{top}/{part}/{PAGE}" for top in names(folder) for part in names(folder / top))
    return [path for path in (PAGE, *found) if (folder / path).is_file()]


def _is_front(path: str) -> bool:
    return path == PAGE or (path.endswith(f"/{PAGE}") and path.split("/")[1] in EDITIONS and path.count("/") == 2)


def _entry(data: bytes) -> Entry:
    return Entry(sha256(data).hexdigest(), None)
