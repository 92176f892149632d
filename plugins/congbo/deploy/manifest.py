"""The manifest of a build: what it is a function of, and every file with its digest and source, one to a line.

The lines lie in the order of their paths, so that one is found by halving and a manifest follows from the one before it by
cutting: of sixty thousand files a publication looks at the few that changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from json.encoder import encode_basestring
from pathlib import Path
from typing import NamedTuple

NAME = "manifest.json"

_HEAD_END = b' "files": {\n'
_TAIL = b" }\n}\n"
_VALUE = b'": {"sha256": "'


class Entry(NamedTuple):
    """One file: the digest of its bytes, and the id of the item that it comes from (None: of no single item)."""

    sha256: str
    source: str | None


@dataclass(frozen=True)
class ReleaseFacts:
    """What a manifest says beside its files.

    ``commit``: what was built, with ``+N`` behind it if N files of the working folder differed, for such a build can never be
    made again. ``receipts``: the tip of the register. ``at``: the moment that it shows. ``approval``: change -> what approved
    it. ``mark``: says of a preview that it is one.
    """

    commit: str
    receipts: str | None
    today: date
    at: datetime | None = None
    approval: Mapping[str, str] = field(default_factory=dict)
    mark: str = ""


class Manifest:
    """A manifest as it lies on disk. Raises ValueError for bytes that are no whole manifest of this form."""

    def __init__(self, data: bytes) -> None:
        head = data.find(_HEAD_END)
        if head < 0 or not data.endswith(_TAIL):
            raise ValueError(NAME)
        known = json.loads(data[:head] + b' "files": {}}')
        self.commit: str = known["commit"]
        self.today: str = known["today"]
        self.at: str = known.get("at", "")
        self._data = data
        self._from, self._to = head + len(_HEAD_END), len(data) - len(_TAIL)

    @classmethod
    def read(cls, folder: Path) -> Manifest | None:
        """Return the manifest of a build folder; None if there is none, or none that is whole."""
        try:
            return cls((folder / NAME).read_bytes())
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def __iter__(self) -> Iterator[tuple[str, Entry]]:
        """Yield each path with its entry, in order."""
        for line in self._data[self._from : self._to].splitlines():
            yield _key(line).decode(), _entry(line)

    def get(self, path: str) -> Entry | None:
        """Return what is known of a file, None if the build has none of that path."""
        start, end = self._span(path.encode())
        return _entry(self._data[start:end]) if end > start else None

    def changed(self, facts: ReleaseFacts, changes: Mapping[str, Entry | None]) -> bytes:
        """Return the manifest that follows from this one: with other facts, and files changed, added or (None) removed."""
        pieces, at = [], self._from
        for path in sorted(changes):
            start, end = self._span(path.encode())
            pieces.append(self._lines(at, start))
            entry = changes[path]
            if entry:
                pieces.append(_line(path, entry))
            at = end
        return _whole(facts, b"".join([*pieces, self._lines(at, self._to)]))

    def differing(self, old: Manifest | None) -> dict[str, Entry | None]:
        """Return the files that were changed or added since another manifest, and (None) those that were removed."""
        before = set(old._lines(old._from, old._to).splitlines()) if old is not None else set()
        now = set(self._lines(self._from, self._to).splitlines())
        gone: dict[str, Entry | None] = {_key(line).decode(): None for line in before - now}
        return gone | {_key(line).decode(): _entry(line) for line in now - before}

    def entries(self, prefix: str) -> Iterator[tuple[str, Entry]]:
        """Yield the files whose paths begin with a prefix, in order."""
        for line in self.below(prefix).splitlines():
            yield _key(line).decode(), _entry(line)

    def names(self, source: str) -> bool:
        """Tell whether a file comes from an item."""
        return f'"source": {_json(source)}}}'.encode() in self._data

    def below(self, prefix: str) -> bytes:
        """Return the lines of the files whose paths begin with a prefix."""
        key = prefix.encode()
        return self._lines(self._span(key)[0], self._span(key + b"\xff")[0])

    def limited(self, facts: ReleaseFacts, folders: Iterable[str], part: str) -> bytes:
        """Return the manifest without what lies in some folders, apart from one part of each."""
        pieces, at = [], self._from
        for folder in sorted(folder.encode() for folder in folders):
            pieces += [self._lines(at, self._span(folder)[0]), self.below(f"{folder.decode()}{part}")]
            at = self._span(folder + b"\xff")[0]
        return _whole(facts, b"".join([*pieces, self._lines(at, self._to)]))

    def _span(self, key: bytes) -> tuple[int, int]:
        """Return where the line of a path begins and ends; where it would stand, twice, if there is none."""
        lines, low, high = self._data, self._from, self._to
        while low < high:
            middle = (low + high) // 2
            start = max(lines.rfind(b"\n", low, middle) + 1, low)
            end = lines.index(b"\n", middle) + 1
            found = _key(lines[start:end])
            if found == key:
                return start, end
            low, high = (end, high) if found < key else (low, start)
        return low, low

    def _lines(self, start: int, end: int) -> bytes:
        """Return some lines, each with its comma: the last one of all has none."""
        lines = self._data[start:end]
        return lines[:-1] + b",\n" if start < end == self._to else lines


def manifest(facts: ReleaseFacts, files: Mapping[str, Entry]) -> bytes:
    """Return the manifest of all these files."""
    return _whole(facts, b"".join(_line(path, files[path]) for path in sorted(files)))


def entry_of(data: bytes, source: str | None) -> Entry:
    """Return the entry of a file's bytes."""
    return Entry(sha256(data).hexdigest(), source)


def _whole(facts: ReleaseFacts, lines: bytes) -> bytes:
    known = {"commit": facts.commit, "receipts": facts.receipts, "today": facts.today.isoformat()}
    more = {
        "at": facts.at.isoformat() if facts.at else "",
        "approval": dict(sorted(facts.approval.items())),
        "mark": facts.mark,
    }
    said = {**known, **{name: value for name, value in more.items() if value}}
    head = "".join(f" {_json(name)}: {_json(value)},\n" for name, value in said.items())
    return b"".join((b"{\n", head.encode(), _HEAD_END, lines[:-2], b"\n" if lines else b"", _TAIL))


def _line(path: str, entry: Entry) -> bytes:
    source = "null" if entry.source is None else encode_basestring(entry.source)
    return f'  {encode_basestring(path)}: {{"sha256": "{entry.sha256}", "source": {source}}},\n'.encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _key(line: bytes) -> bytes:
    """Return the path of a line; what ends it cannot occur within, where every quote has its backslash."""
    key = line[3 : line.index(_VALUE)]
    return str(json.loads(b'"' + key + b'"')).encode() if b"\\" in key else key


def _entry(line: bytes) -> Entry:
    value = json.loads(line[line.index(_VALUE) + 3 :].rstrip(b",\n"))
    return Entry(value["sha256"], value["source"])
