"""The pages that a change would make, built here from its very commit with the theme and the program of the base.

A page is found in a table of what was built, never by its name on disk: no address leads anywhere else.
"""

from __future__ import annotations

import mimetypes
import tempfile
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from congbo.commands.change import Change
from congbo.commands.desk.judged import Judge
from congbo.commands.previewing import overlay
from congbo.commands.review.asking import Opened
from congbo.deploy.preview import mounts
from congbo.errors import CongboError
from congbo.facts.corpus import CONTENT
from congbo.history import checkout
from congbo.message import Message
from congbo.site.build import build_edition
from congbo.site.render import Theme

# What a page may load from its preview; anything else is handed over as a file and opened by no browser.
SHOWN = {".html", ".css", ".woff2", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"}
_KEPT = 4


@dataclass(frozen=True)
class File:
    """One built file: its bytes, its type, and whether a browser may show it."""

    data: bytes
    type: str
    shown: bool


@dataclass(frozen=True)
class Preview:
    """What was built: address -> file on disk, and the addresses of each item. ``fault``: why nothing was."""

    files: Mapping[str, Path] = field(default_factory=dict)
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hosts: Mapping[str, str] = field(default_factory=dict)
    fault: Message | None = None

    def file(self, address: str) -> File | None:
        """Return what lies at an address (a folder's is that of its page); None if nothing was built there."""
        name = f"{address}index.html" if not address or address.endswith("/") else address
        path = self.files.get(name)
        if path is None:
            return None
        suffix = PurePosixPath(name).suffix.lower()
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return File(path.read_bytes(), kind, suffix in SHOWN)


@dataclass
class Previews:
    """Builds one preview at a time (Pelican's settings are the process's) and keeps the last few."""

    folder: Path
    judge: Judge
    lock: threading.Lock = field(default_factory=threading.Lock)
    known: dict[tuple[str, str], Preview] = field(default_factory=dict)

    def of(self, found: Opened) -> Preview:
        """Return the preview of a change as it stands, built now if it was not yet."""
        key = (found.change.tip, found.change.head)
        with self.lock:
            if key not in self.known:
                for old in list(self.known)[: -_KEPT + 1]:
                    del self.known[old]
                self.known[key] = self._built(found)
            return self.known[key]

    def _built(self, found: Opened) -> Preview:
        judged = self.judge.wait(found)
        if judged.change is None:
            return Preview(fault=judged.fault)
        into = Path(tempfile.mkdtemp(prefix="xem-truoc-", dir=self.folder))
        try:
            return _built(judged.change, into)
        except CongboError as error:
            return Preview(fault=error.message)


def _built(change: Change, into: Path) -> Preview:
    source, out = into / "nguon", into / "trang"
    source.mkdir()
    checkout(change.top, change.base_commit, source)
    overlay(change, source)
    theme = Theme(source / "theme")
    files: dict[str, Path] = {}
    pages: dict[str, list[str]] = {}
    for portal, edition in _editions(change):
        folder = out / portal / edition
        built = build_edition(source, change.after, portal, edition, folder, theme)
        for path, item in built.files.items():
            address = f"{portal}/{edition}/{path}"
            files[address] = folder / path
            if item and path.endswith("index.html"):
                pages.setdefault(item, []).append(address.removesuffix("index.html"))
    hosts = mounts(change.before.policy, out)
    return Preview(files, {item: tuple(found) for item, found in pages.items()}, hosts)


def _editions(change: Change) -> Iterator[tuple[str, str]]:
    """The editions of the portals that the change touches; of those that would be empty nothing can be built."""
    known = change.before.policy.portals
    touched = sorted({path.split("/")[1] for path in change.touched if path.startswith(f"{CONTENT}/")} & known.keys())
    for portal in touched:
        for edition in known[portal].editions:
            if any(item.in_edition(edition) for item in change.after.items_of(portal)):
                yield portal, edition
