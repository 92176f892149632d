"""Lines of ``policies/keys/allowed_signers``: a key more, a key's end. All other lines stay as they are, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from congbo.frozen import replace
from congbo.place import Place
from congbo.policy.keys import PATH, Key, read_keys, written_key
from congbo.ssh.public import PublicKey

HEAD = "# Mỗi dòng một khóa công khai, giờ UTC. Sửa bằng `congbo keys`, hai người khác duyệt.\n"
SECOND = timedelta(seconds=1)


def key_of(person: str, public: PublicKey, namespaces: Iterable[str], since: datetime) -> Key:
    """Return a key without an end. ``since`` is the first moment at which it counts."""
    return Key(person, public.fingerprint, public.type, public.base64, tuple(namespaces), since, None, Place(PATH))


def enrolled(text: str, key: Key) -> str:
    """Return the file with one key more, below the last one of the same person."""
    lines = (text or HEAD).rstrip("\n").split("\n")
    mine = [known.place.line for known in read_keys(text.encode()).of(key.person)]
    at = max(mine, default=len(lines))
    return "\n".join([*lines[:at], written_key(key), *lines[at:]]) + "\n"


def ended(text: str, keys: Iterable[Key], last: datetime) -> str:
    """Return the file in which keys count up to ``last`` and no longer; one that ends earlier is left alone.

    A key that would end before it begins counts for its first second only: its line stays, nobody enrols it again.
    """
    lines = text.split("\n")
    for key in keys:
        if key.valid_before is None or key.valid_before > last:
            end = max(last, key.valid_after + SECOND)
            lines[key.place.line - 1] = written_key(replace(key, valid_before=end))
    return "\n".join(lines)
