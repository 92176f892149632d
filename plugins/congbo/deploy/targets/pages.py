"""A whole site in a plain folder, for who takes one: GitHub Pages, a stick, a CD. No links, nothing that a host must know.

``.nojekyll`` keeps GitHub from leaving out what begins with ``_``; what a web server would say in headers stands in the
pages, as far as a page can say it.
"""

from __future__ import annotations

import hashlib
import shutil
import tarfile
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from posixpath import basename
from urllib.parse import urlsplit

from congbo.deploy.manifest import NAME
from congbo.deploy.targets.contents import File, Shipment, contents
from congbo.deploy.targets.newest import Descends, refuse_newer
from congbo.deploy.targets.security import said_in_page
from congbo.deploy.targets.sent import Sent
from congbo.errors import refuse
from congbo.frozen import replace

NO_JEKYLL = ".nojekyll"
SUMS = "SHA256SUMS"
MISSING = "404.html"  # served at any depth, so its links begin at the top of the host


def send(shipment: Shipment, descends: Descends | None) -> Sent:
    """Replace the folder (and write the archive) by the release. Raises CongboError; then the folder is as it was."""
    folder = shipment.home / shipment.target.folder
    try:
        held = _held(folder, shipment.target.name)
        if descends and held is not None:
            refuse_newer(shipment.contents, contents(held), descends, shipment.target.name)
        folder.parent.mkdir(parents=True, exist_ok=True)
        files = _replaced(shipment, folder)
        if shipment.target.archive:
            _archive(folder, shipment.home / shipment.target.archive, files)
    except OSError as error:
        raise refuse("publish.write", path=error.filename or folder, detail=error) from error
    return Sent(shipment.target.where, len(files), 0)


def _held(folder: Path, target: str) -> bytes | None:
    """The manifest of what lies there. Raises CongboError for a folder that is not ours: it is not thrown away."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise refuse("targets.foreign", None, target=target, where=folder)
    if not folder.exists() or not any(folder.iterdir()):
        return None
    if not (folder / NO_JEKYLL).is_file() or not (folder / NAME).is_file():
        raise refuse("targets.foreign", None, target=target, where=folder)
    return (folder / NAME).read_bytes()


def _replaced(shipment: Shipment, folder: Path) -> list[str]:
    """Write the site beside the folder, then let it take the folder's place; return its files."""
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as beside:
        fresh = Path(beside) / "site"
        fresh.mkdir()
        fresh.chmod(0o755)
        files = {path: _written(shipment, path, one, fresh) for path, one in shipment.contents.files.items()}
        (fresh / NO_JEKYLL).touch()
        manifest = replace(shipment.contents, files=files).manifest
        (fresh / NAME).write_bytes(manifest)
        (fresh / SUMS).write_text(_sums(files, manifest), "utf-8")
        if folder.exists():
            folder.rename(Path(beside) / "old")
        fresh.rename(folder)
    shutil.rmtree(beside, ignore_errors=True)
    return sorted((*files, NO_JEKYLL, NAME, SUMS))


def _sums(files: Mapping[str, File], manifest: bytes) -> str:
    """What ``sha256sum --check`` reads, so that a copy on a stick can be looked at without this program."""
    rows = {**{path: one.sha256 for path, one in files.items()}, NAME: hashlib.sha256(manifest).hexdigest()}
    return "".join(f"{rows[path]}  {path}\n" for path in sorted(rows))


def _written(shipment: Shipment, path: str, one: File, fresh: Path) -> File:
    data = shipment.read(path)
    if path.endswith(".html"):
        data = said_in_page(data)
    if basename(path) == MISSING:
        data = _below(data, _top(shipment, path))
    file = fresh / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return File(hashlib.sha256(data).hexdigest(), one.source)


def _top(shipment: Shipment, path: str) -> str:
    """The path on the host under which the portal lies whose page this is."""
    under = urlsplit(shipment.target.url).path
    return f"{under}/{path.rpartition('/')[0]}".rstrip("/")


def _below(data: bytes, top: str) -> bytes:
    """The page with every link that begins at the host's top beginning at ``top``."""
    return data.replace(b'="/', f'="{top}/'.encode())


def _archive(folder: Path, archive: Path, files: Iterable[str]) -> None:
    """Write the tar that GitHub's deployment takes: plain files, the same bytes every time."""
    beside = archive.with_name(f".{archive.name}.new")
    archive.parent.mkdir(parents=True, exist_ok=True)
    try:
        with tarfile.open(beside, "w", format=tarfile.GNU_FORMAT) as tar:
            for path in files:
                entry = tarfile.TarInfo(f"./{path}")
                entry.size, entry.mode = (folder / path).stat().st_size, 0o644
                with (folder / path).open("rb") as data:
                    tar.addfile(entry, data)
        beside.replace(archive)
    finally:
        beside.unlink(missing_ok=True)
