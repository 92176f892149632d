"""Archives of parts (zip): opened without trust in what their tables say."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator

from congbo.attached import limits
from congbo.attached.notes import ExcessError, Notes
from congbo.text.regex import regex

_CLIMBS = regex(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0")
_ENCRYPTED = 0x1
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)


class Package:
    """The members of an archive that may be read."""

    def __init__(self, data: bytes, notes: Notes) -> None:
        self._notes = notes
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._entries = {entry.filename: entry for entry in self._archive.infolist() if not entry.is_dir()}
        self._xml = 0
        _weigh(self._archive.infolist(), len(data))
        self._warn()

    @property
    def names(self) -> list[str]:
        """Return the names of the members, in their order."""
        return list(self._entries)

    @property
    def encrypted(self) -> bool:
        """Tell whether a member lies under a password."""
        return any(entry.flag_bits & _ENCRYPTED for entry in self._entries.values())

    def read(self, name: str) -> bytes:
        """Return a member; zipfile reads no more than the table promises, and then compares the checksum."""
        entry = self._entries[name]
        if entry.file_size > limits.MEMBER:
            raise ExcessError(f"{name}: {entry.file_size} B")
        return self._archive.read(entry)

    def xml(self, name: str) -> bytes:
        """Return a member of XML. Raises ExcessError when all of them are too much together."""
        self._xml += self._entries[name].file_size
        if self._xml > limits.XML:
            raise ExcessError(f"XML > {limits.XML} B")
        return self.read(name)

    def having(self, ending: str) -> Iterator[str]:
        """Yield the names with an ending, whatever their case."""
        return (name for name in self._entries if name.lower().endswith(ending))

    def _warn(self) -> None:
        count = Counter(entry.filename.casefold() for entry in self._archive.infolist())
        for name, times in count.items():
            if times > 1:
                self._notes.warn("twice", name)
        for name in self._entries:
            if _CLIMBS.search(name):
                self._notes.warn("traversal", name)
        if self.encrypted:
            self._notes.warn("encrypted")


def _weigh(entries: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > limits.MEMBERS:
        raise ExcessError(f"{len(entries)} > {limits.MEMBERS}")
    if unpacked > limits.UNPACKED or (unpacked > limits.WORTH_A_THOUGHT and unpacked > packed * limits.RATIO):
        raise ExcessError(f"{packed} B → {unpacked} B")
