"""Proof that what is live is what was released: files read back and compared with the manifest. Never an input to pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from congbo.deploy.manifest import Entry
from congbo.deploy.places import Places, read_json, write_json
from congbo.deploy.reading import AT_ONCE, Fetch, UnreachableError
from congbo.forked import in_pieces

A_BATCH = 16  # files that a thread reads one after the other
MISSING, DIFFERS, STILL_THERE, UNREACHABLE = "missing", "differs", "still_there", "unreachable"


@dataclass(frozen=True)
class Wrong:
    """A file that is not as the manifest says, and how so."""

    path: str
    why: str
    detail: str = ""


@dataclass(frozen=True)
class Proof:
    """What was read back of a release: where, when (by the clock), how many files, and the digest over all of them.

    ``absent``: how many of them may not be there (what went, what is for another network). ``items``: those whose pages were
    not there before; ``wrong``: the files that are not as released (none: it is proven).
    """

    release: str
    target: str
    where: str
    commit: str
    at: datetime
    read: int
    digest: str
    items: tuple[str, ...] = ()
    wrong: tuple[Wrong, ...] = ()
    absent: int = 0

    @property
    def holds(self) -> bool:
        """Tell whether everything that was read was as released."""
        return not self.wrong


def read_back(expected: Mapping[str, Entry | None], fetch: Fetch) -> tuple[str, tuple[Wrong, ...]]:
    """Read files and compare them (None: nothing may be there); return a digest over all, and what is wrong."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        batches = in_pieces(list(expected), A_BATCH)
        told_of = pool.map(lambda paths: [_found(path, fetch) for path in paths], batches)
        found = [one for batch in told_of for one in batch]
    told = sha256()
    wrong = []
    for one, (path, wanted) in zip(found, expected.items(), strict=True):
        told.update(f"{path}\0{one.detail or one.why}\n".encode())
        fault = _fault(one, wanted.sha256 if wanted else None)
        wrong += [fault] if fault else []
    return told.hexdigest(), tuple(wrong)


def _found(path: str, fetch: Fetch) -> Wrong:
    """Return the digest of a file in ``detail``, or why there is none."""
    try:
        data = fetch(path)
    except UnreachableError as error:
        return Wrong(path, UNREACHABLE, str(error))
    return Wrong(path, MISSING) if data is None else Wrong(path, DIFFERS, sha256(data).hexdigest())


def _fault(found: Wrong, wanted: str | None) -> Wrong | None:
    if found.why == UNREACHABLE:
        return found
    if wanted is None:
        return None if found.why == MISSING else Wrong(found.path, STILL_THERE)
    return None if found.detail == wanted else Wrong(found.path, found.why)


def document(proof: Proof) -> Mapping[str, object]:
    """Return a proof for programs."""
    return {**asdict(proof), "at": proof.at.isoformat(), "holds": proof.holds}


def keep(where: Places, proof: Proof) -> None:
    """Keep a proof beside the release, and add to the target's journal which items it showed for the first time."""
    write_json(where.proof(proof.release, proof.target), document(proof))
    if proof.holds:
        line = {"at": proof.at.isoformat(), "release": proof.release, "commit": proof.commit, "items": proof.items}
        with where.journal(proof.target).open("a", encoding="utf-8") as journal:
            journal.write("\n" + json.dumps(line, ensure_ascii=False))  # whatever a kill left of the line before


def known_proof(where: Places, release: str, target: str) -> Mapping[str, object]:
    """Return what the proof of a release at a target says; nothing if there is none."""
    return read_json(where.proof(release, target))


def first_proven(where: Places, target: str, item: str) -> datetime | None:
    """Return when an item was first proven to be live at a target, None if that is not known."""
    return _first(line for line in _journal(where, target) if item in line and _names(line, item))


def proven_since(where: Places, target: str) -> datetime | None:
    """Return when a target was first read back at all: of what was public before that, nobody knows since when."""
    return _first(_journal(where, target))


def _first(lines: Iterable[str]) -> datetime | None:
    return min((at for at in map(_moment, lines) if at), default=None)


def _journal(where: Places, target: str) -> list[str]:
    try:
        return where.journal(target).read_text("utf-8").splitlines()
    except OSError:
        return []


def _names(line: str, item: str) -> bool:
    return item in _read_line(line).get("items", ())


def _moment(line: str) -> datetime | None:
    try:
        return datetime.fromisoformat(_read_line(line)["at"])
    except (ValueError, KeyError, TypeError):
        return None


def _read_line(line: str) -> Mapping[str, Any]:
    """Return what a line of the journal says; one that was cut by a kill says nothing."""
    try:
        known = json.loads(line)
    except ValueError:
        return {}
    return known if isinstance(known, dict) else {}


def some(wrong: Iterable[Wrong], most: int = 5) -> list[str]:
    """Return the first few paths that are wrong, for a sentence."""
    return [one.path for one in wrong][:most]
