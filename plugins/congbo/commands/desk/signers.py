"""With what a person may sign here: those of their enrolled keys that this machine can reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from congbo.commands.desk.desk import Desk
from congbo.commands.review.person import key_of
from congbo.errors import CongboError
from congbo.policy import Policy
from congbo.policy.keys import DECISION, Key
from congbo.signed.agent import keys_of_agent
from congbo.signed.keygen import fingerprint
from congbo.ssh.public import SK_ECDSA, PublicKey, decode_base64, read_public

FILE, AGENT, PASSKEY = "file", "agent", "passkey"
SITE = "localhost"  # the relying party of passkeys: a browser keeps a passkey to the host that it was made for


@dataclass(frozen=True)
class Signer:
    """A key and how it is reached. ``path``: the private key's file, or the ``.pub`` of one that the agent holds."""

    kind: str
    key: Key
    path: Path | None = None

    @property
    def public(self) -> PublicKey:
        """Return the public key."""
        return read_public(decode_base64(self.key.blob) or b"")


def signers(desk: Desk, policy: Policy, person: str) -> tuple[Signer, ...]:
    """Return what a person can sign decisions with now, files first."""
    mine = [key for key in policy.keys.of(person) if key.good(DECISION, desk.clock())]
    return tuple(sorted(_reached(desk, mine), key=lambda one: (FILE, AGENT, PASSKEY).index(one.kind)))


def _reached(desk: Desk, keys: list[Key]) -> Iterator[Signer]:
    file = _file(desk)
    own = _fingerprint(file) if file else ""
    held = {one.fingerprint for one in keys_of_agent()}
    for key in keys:
        if file and key.fingerprint == own:
            yield Signer(FILE, key, file)
        elif key.fingerprint in held:
            yield Signer(AGENT, key, _written(desk.folder, key))
        elif is_passkey(key):
            yield Signer(PASSKEY, key)


def is_passkey(key: Key) -> bool:
    """Tell whether a key is a passkey that browsers use on this page."""
    return key.type == SK_ECDSA and read_public(decode_base64(key.blob) or b"").application == SITE


def _file(desk: Desk) -> Path | None:
    try:
        return key_of(desk.where.root, desk.key)
    except CongboError:
        return None  # the person may have a passkey only


def _fingerprint(file: Path) -> str:
    try:
        return fingerprint(file)
    except CongboError:
        return ""


def _written(folder: Path, key: Key) -> Path:
    """The file that ssh-keygen wants in order to ask the agent."""
    file = folder / f"{key.fingerprint.removeprefix('SHA256:').translate(str.maketrans('/+', '_-'))}.pub"
    if not file.exists():
        file.write_text(f"{key.type} {key.blob}\n", "ascii")
    return file
