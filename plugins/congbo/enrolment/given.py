"""A public key as somebody hands it in: a ``.pub`` line, what an agent lists, a line of ``allowed_signers`` from the desk."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.errors import refuse
from congbo.ssh.public import TYPES, PublicKey, decode_base64, read_public


def public_line(text: str, person: str) -> PublicKey:
    """Return the key of one line. Raises CongboError for another thing, or a line of ``allowed_signers`` of somebody else."""
    words = text.split()
    at = next((at for at, word in enumerate(words) if word in TYPES), -1)
    blob = decode_base64(words[at + 1]) if at >= 0 and len(words) > at + 1 else None
    if blob is None:
        raise refuse("keys.given.no_line", None, known=tuple(TYPES))
    if at > 0 and words[0] != person:
        raise refuse("keys.given.of_another", None, found=words[0], person=person)
    return read_public(blob)


def of_token(held: Sequence[PublicKey], fingerprint: str, known: Sequence[str]) -> PublicKey:
    """Return the key that an agent holds and nobody has enrolled yet; ``fingerprint`` chooses among several.

    Raises CongboError if there is none, or more than one to choose from.
    """
    fresh = [key for key in held if (key.fingerprint == fingerprint if fingerprint else key.fingerprint not in known)]
    if not fresh:
        raise refuse("keys.given.no_token", None, held=[key.fingerprint for key in held] or ["-"])
    if len(fresh) > 1:
        raise refuse("keys.given.several", None, held=[f"{key.fingerprint} ({key.type})" for key in fresh])
    return fresh[0]
