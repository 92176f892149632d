"""Whose key signs what, and when: ``policies/keys/allowed_signers``, a file that stock OpenSSH reads as well.

One key a line: ``<principal> namespaces="…",valid-after="…Z"[,valid-before="…Z"] <type> <base64>``. OpenSSH reads more
than that (patterns, authorities, times without Z in the reader's own time zone): what could mean two things is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cached_property

from msgspec import Struct

from congbo.dates import EARLIEST, LATEST, VIETNAM
from congbo.errors import refuse
from congbo.place import Place
from congbo.policy.characters import refuse_flaws
from congbo.policy.shape import IDENT
from congbo.ssh.public import PublicKey, decode_base64, read_public
from congbo.strict.bytes import decode

PATH = "policies/keys/allowed_signers"
DECISION, RECEIPT, ROOT = "congbo-decision", "congbo-receipt", "congbo-root"
COLLECTED, GENESIS, GIT = "congbo-collected", "congbo-genesis", "git"
# What people sign, and what machines sign; ``git`` is what git itself signs commits, tags and pushes in.
OF_PEOPLE, OF_MACHINES = (DECISION, GENESIS, ROOT, GIT), (RECEIPT, COLLECTED, ROOT, GIT)
NAMESPACES = (DECISION, RECEIPT, ROOT, COLLECTED, GENESIS, GIT)

_OPTIONS = re.compile(r'namespaces="([^"]*)",valid-after="([^"]*)"(?:,valid-before="([^"]*)")?')
_TIME = re.compile(r"[0-9]{14}Z")


class Key(Struct, frozen=True):
    """A public key of a person or a machine; good from ``valid_after`` to ``valid_before``, both ends included."""

    person: str
    fingerprint: str
    type: str
    blob: str
    namespaces: tuple[str, ...]
    valid_after: datetime
    valid_before: datetime | None
    place: Place

    def good(self, namespace: str, at: datetime) -> bool:
        """Tell whether what the key signed in a namespace counts at a moment."""
        return namespace in self.namespaces and self.valid_after <= at <= (self.valid_before or at)


class KeyRing(Struct, frozen=True, dict=True):
    """All keys, in the order of the file."""

    keys: tuple[Key, ...] = ()

    def by_fingerprint(self, fingerprint: str) -> Key | None:
        """Return the key of a fingerprint ``SHA256:…``."""
        return self._by_fingerprint.get(fingerprint)

    def of(self, person: str) -> tuple[Key, ...]:
        """Return the keys of a person or a machine."""
        return tuple(key for key in self.keys if key.person == person)

    @cached_property
    def _by_fingerprint(self) -> Mapping[str, Key]:
        return {key.fingerprint: key for key in self.keys}


def read_keys(data: bytes, path: str = PATH) -> KeyRing:
    """Return the keys of the file. Raises CongboError at the first line that is not exactly as above, or a key twice."""
    found: dict[str, Key] = {}
    for number, line in enumerate(_text(data, path).split("\n"), 1):
        if line and not line.startswith("#"):
            key = _key(line, Place(path, number))
            if key.fingerprint in found:
                raise refuse("keys.twice", key.place, first=str(found[key.fingerprint].place))
            found[key.fingerprint] = key
    return KeyRing(tuple(found.values()))


def written_key(key: Key) -> str:
    """Return the line of a key, without its line end."""
    ends = f',valid-before="{_compact(key.valid_before)}"' if key.valid_before else ""
    options = f'namespaces="{",".join(key.namespaces)}",valid-after="{_compact(key.valid_after)}"{ends}'
    return f"{key.person} {options} {key.type} {key.blob}"


def _text(data: bytes, path: str) -> str:
    if b"\r" in data:  # OpenSSH would take it for a part of the key
        raise refuse("keys.carriage_return", Place(path, data.count(b"\n", 0, data.index(b"\r")) + 1))
    text = decode(data, path)
    refuse_flaws(text, path)
    return text


def _key(line: str, place: Place) -> Key:
    words = line.split(" ")
    if len(words) != 4 or not all(words) or "\t" in line:
        raise refuse("keys.line", place)
    principal, options, kind, blob = words
    if not IDENT.fullmatch(principal):
        raise refuse("keys.principal", place, value=principal)
    namespaces, after, before = _options(options, place)
    public = _public(kind, blob, place)
    return Key(principal, public.fingerprint, kind, blob, namespaces, after, before, place)


def _options(text: str, place: Place) -> tuple[tuple[str, ...], datetime, datetime | None]:
    found = _OPTIONS.fullmatch(text)
    if not found:
        raise refuse("keys.options", place, value=text)
    namespaces = tuple(found[1].split(","))
    for at, name in enumerate(namespaces):
        if name not in NAMESPACES:
            raise refuse("keys.namespace", place, value=name, known=NAMESPACES)
        if name in namespaces[:at]:
            raise refuse("keys.namespace_twice", place, value=name)
    after = _moment(found[2], place)
    before = None if found[3] is None else _moment(found[3], place)
    if before and before <= after:
        raise refuse("keys.ends_before", place)
    return namespaces, after, before


def _moment(text: str, place: Place) -> datetime:
    try:
        if not _TIME.fullmatch(text) or not EARLIEST.year <= int(text[:4]) <= LATEST.year:
            raise ValueError
        return datetime.strptime(text, "%Y%m%d%H%M%SZ").replace(tzinfo=UTC).astimezone(VIETNAM)
    except ValueError as error:
        raise refuse("keys.time", place, value=text) from error


def _public(kind: str, text: str, place: Place) -> PublicKey:
    blob = decode_base64(text)
    if blob is None:
        raise refuse("keys.base64", place)
    found = read_public(blob, place)
    if found.type != kind:
        raise refuse("keys.type", place, written=kind, type=found.type)
    return found


def _compact(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%d%H%M%S}Z"
