"""What is published step by step against what is published at once: the same files, byte for byte."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from congbo.commands.common import Progress
from congbo.commands.feeding import Feed, Noted, feed
from congbo.commands.origin import Origin
from congbo.commands.origins import working_folder
from congbo.commands.renewing import standing, with_sound_rows
from congbo.commands.wanted import Wanted
from congbo.errors import CongboError

Files = dict[str, tuple[bytes, str | None]]


@dataclass
class Shown:
    """What readers see: path -> bytes and source. ``written``: what the last publication looked at."""

    files: Files = field(default_factory=dict)
    written: set[str] = field(default_factory=set)
    releases: int = 0

    def put(self, path: str, data: bytes, source: str | None) -> None:
        """Take a file."""
        self.files[path] = (data, source)

    def remove(self, path: str) -> None:
        """Take a file away."""
        self.files.pop(path, None)

    def publish(self, root: Path, at: datetime) -> bool:
        """Publish what a working folder holds; tell whether it was done from the beginning."""
        origin = working_folder(root)
        return with_sound_rows(origin, lambda: self._publish(root, origin, at))

    def _publish(self, root: Path, origin: Origin, at: datetime) -> bool:
        before = f"r{self.releases}" if self.releases else ""
        with standing(origin, at, "", before) as stood:
            noted = Noted(self)
            feed(Feed(root, stood, noted, None, Progress("vi")), Wanted())
            self.releases += 1
            stood.settle(f"r{self.releases}")
        if stood.anew:
            self.files = {path: file for path, file in self.files.items() if path in noted.paths}
        self.written = noted.paths
        return stood.anew


def at_once(root: Path, at: datetime) -> Files:
    """Return what is shown if nothing was published before."""
    kept, aside = root / ".git/congbo", root / ".git/congbo.aside"
    if kept.exists():
        kept.rename(aside)
    try:
        shown = Shown()
        shown.publish(root, at)
        return shown.files
    finally:
        shutil.rmtree(kept, ignore_errors=True)
        if aside.exists():
            aside.rename(kept)


def differing(root: Path, shown: Shown, at: datetime) -> list[str] | None:
    """Publish, and return the paths that differ from what a publication from the beginning shows.

    None if both refuse, for the same reason: then nothing was published.
    """
    wanted = _or_refusal(lambda: at_once(root, at))
    came = _or_refusal(lambda: shown.publish(root, at))
    if isinstance(wanted, str) or isinstance(came, str):
        assert wanted == came
        return None
    return sorted(path for path in wanted.keys() | shown.files.keys() if wanted.get(path) != shown.files.get(path))


def _or_refusal(work):  # type: ignore[no-untyped-def]
    try:
        return work()
    except CongboError as error:
        return error.message.key
