"""What a server does not have yet, laid out in a folder for rsync; and what the server can link from what it has."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from congbo.deploy.manifest import NAME
from congbo.deploy.targets.contents import Contents, Shipment
from congbo.deploy.targets.packed import siblings
from congbo.deploy.targets.tree import Folder, Naming, differing, tree_of


@dataclass(frozen=True)
class Staged:
    """``top``: the name of the whole; ``fresh``: the folders that travel; ``gone``: those that the new site no longer has.

    ``links``: (there, here) of files that the server has already, below its objects; ``files``: how many files travel.
    """

    top: str
    fresh: tuple[Folder, ...]
    gone: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    files: int

    @property
    def known(self) -> tuple[str, ...]:
        """Return the folders that the new ones link to and the server must have."""
        named = {digest for one in self.fresh for digest in one.folders.values()}
        return tuple(sorted(named - {one.digest for one in self.fresh}))

    def linking(self, incoming: str) -> Iterator[str]:
        """Yield the shell lines by which the server takes over files that it has, packed forms included."""
        for there, here in self.links:
            source, into = f"objects/{there}", f"{incoming}/{here}"
            yield f"ln {shlex.quote(source)} {shlex.quote(into)} || return 1"
            for kind in ("br", "gz"):
                packed = shlex.quote(f"{source}.{kind}")
                yield f"[ ! -e {packed} ] || ln {packed} {shlex.quote(f'{into}.{kind}')} || return 1"


def stage(shipment: Shipment, held: Contents | None, into: Path) -> Staged:
    """Lay out under ``into`` a folder for each object that the server lacks, with the files that have to travel."""
    new, old = tree_of(shipment.contents), tree_of(held) if held else {}
    names, old_names = _naming(shipment.contents), _naming(held or shipment.contents)
    same = held is not None and held.packed == shipment.contents.packed  # what is packed otherwise is other folders
    fresh, links, sent = [], list[tuple[str, str]](), 0
    for path, tree, there in differing(new, old if same else None):
        one = names.folder(tree, path)
        before = old_names.folder(there, path) if there is not None else None
        linked = [name for name, sha in one.files.items() if before and before.files.get(name) == sha]
        fresh.append(one)
        links += [(f"{before.digest}/{name}", f"{one.digest}/{name}") for name in linked if before]
        sent += _laid_out(shipment, one, one.files.keys() - linked, into / one.digest)
    gone = (old_names.folder(tree, path).digest for path, tree, _ in differing(old, new if same else None) if old)
    return Staged(names.folder(new).digest, tuple(fresh), tuple(sorted(gone)), tuple(links), sent)


def _naming(contents: Contents) -> Naming:
    return Naming("-".join(contents.packed))


def _laid_out(shipment: Shipment, one: Folder, travelling: Iterable[str], folder: Path) -> int:
    """Lay out one folder; return how many files travel in it."""
    folder.mkdir(parents=True)
    for name, digest in one.folders.items():
        (folder / name).symlink_to(f"../{digest}")
    return sum(_laid(shipment, f"{one.path}{name}", folder / name) for name in travelling)


def _laid(shipment: Shipment, path: str, file: Path) -> int:
    """Write one file and its packed forms; return how many."""
    if path == NAME:
        file.write_bytes(shipment.contents.manifest)
        return 1
    data = shipment.read(path)
    try:
        os.link(shipment.origin(path).resolve(), file)
    except OSError:  # another disk, or one without links
        file.write_bytes(data)
    packed = list(siblings(path, data, shipment.contents.packed))
    for name, small in packed:
        file.with_name(name.rpartition("/")[2]).write_bytes(small)
    return 1 + len(packed)
