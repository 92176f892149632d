"""What a release holds and what a target holds: the files of a manifest, and the part of a release that goes to a target."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from json.encoder import encode_basestring as _text
from pathlib import Path
from typing import Any, NamedTuple

from congbo.deploy.manifest import NAME
from congbo.errors import refuse
from congbo.place import Place
from congbo.policy.portals import EDITIONS
from congbo.policy.targets import Target

# What a manifest says beside its files and what a target may know of it.
_FACTS = ("commit", "receipts", "today", "at", "mark")
_SIBLINGS = (".br", ".gz")


class File(NamedTuple):
    """A file of a target: its digest, and the item it comes from."""

    sha256: str
    source: str | None


@dataclass(frozen=True)
class Contents:
    """The files of a target by path, and what the manifest says beside them (``commit``, ``today`` ...)."""

    facts: Mapping[str, Any]
    files: Mapping[str, File]
    packed: tuple[str, ...] = ()

    @property
    def commit(self) -> str:
        """Return the commit that was built, without the mark of a working folder with changes."""
        return str(self.facts.get("commit") or "").partition("+")[0]

    @cached_property
    def manifest(self) -> bytes:
        """Return the manifest that the target keeps: one file a line, sorted, and nothing of what does not go there."""
        facts = {**self.facts, **({"packed": list(self.packed)} if self.packed else {})}
        head = "".join(f" {_text(name)}: {json.dumps(value, ensure_ascii=False)},\n" for name, value in facts.items())
        body = ",\n".join(_line(path, one) for path, one in sorted(self.files.items()))
        return f'{{\n{head} "files": {{\n{body}\n }}\n}}\n'.encode()


@dataclass(frozen=True)
class Shipment:
    """What goes to a target: the release's folder, the contents that the target shall have, where relative paths begin."""

    folder: Path
    contents: Contents
    target: Target
    home: Path

    def within(self, path: str) -> str:
        """Return the path within the release of a file of the target."""
        return f"{self.target.portal}/{self.target.edition}/{path}" if self.target.portal else path

    def origin(self, path: str) -> Path:
        """Return where a file of the target lies."""
        return self.folder / self.within(path)

    def read(self, path: str) -> bytes:
        """Return the bytes of a file. Raises CongboError if they are not those that the manifest names."""
        data = self.origin(path).read_bytes()
        if hashlib.sha256(data).hexdigest() != self.contents.files[path].sha256:
            raise refuse("targets.damaged", Place(str(self.folder)), path=path)
        return data


def shipment(folder: Path, target: Target, home: Path) -> Shipment:
    """Return what of a finished release goes to a target. Raises CongboError where nothing does or it is not whole."""
    try:
        whole = contents((folder / NAME).read_bytes())
    except OSError as error:
        raise refuse("targets.no_release", Place(str(folder))) from error
    if whole is None:
        raise refuse("targets.no_release", Place(str(folder)))
    files = dict(_view(whole.files, target))
    if not files:
        raise refuse(
            "targets.nothing", None, target=target.name, edition=target.edition or "-", portal=target.portal or "-"
        )
    facts = {name: whole.facts[name] for name in _FACTS if name in whole.facts}
    return Shipment(folder, Contents(facts, files, tuple(sorted(target.compress))), target, home)


def contents(data: bytes) -> Contents | None:
    """Return what a manifest says; None if it is none, such as a half-written one."""
    try:
        document = json.loads(data)
        files = {path: File(one["sha256"], one["source"]) for path, one in document["files"].items()}
        packed = tuple(sorted(str(one) for one in document.get("packed", ())))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return Contents({name: value for name, value in document.items() if name not in ("files", "packed")}, files, packed)


def _view(files: Mapping[str, File], target: Target) -> Iterator[tuple[str, File]]:
    """The files of the target's edition and portal; the list of portals goes along where it names nothing else."""
    whole = not target.portal and {path.split("/")[1] for path in files if _edition(path)} <= set(_editions(target))
    for path, one in files.items():
        if path.endswith(_SIBLINGS) and path[:-3] in files:
            continue  # a target packs for itself
        if not _edition(path):
            if whole:
                yield path, one
        elif _edition(path) in _editions(target):
            portal, _, rest = path.split("/", 2)
            if not target.portal:
                yield path, one
            elif portal == target.portal:
                yield rest, one


def _edition(path: str) -> str:
    """The edition that a file belongs to; empty for what lies above the portals."""
    parts = path.split("/", 2)
    return parts[1] if len(parts) > 2 and parts[1] in EDITIONS else ""


def _editions(target: Target) -> tuple[str, ...]:
    return (target.edition,) if target.edition else EDITIONS


def _line(path: str, one: File) -> str:
    source = "null" if one.source is None else _text(one.source)
    return f'  {_text(path)}: {{"sha256": {_text(one.sha256)}, "source": {source}}}'
