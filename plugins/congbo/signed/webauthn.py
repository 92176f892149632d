"""A passkey's assertion, made an SSH signature that stock OpenSSH verifies (OpenSSH PROTOCOL.u2f, W3C WebAuthn 2)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re

from congbo.errors import refuse
from congbo.signed.sshsig import HASHES, MAGIC, USER_PRESENT, WEBAUTHN, armored
from congbo.ssh.public import SK_ECDSA, PublicKey
from congbo.ssh.wire import Fields, MalformedError, mpint, number, string

# OpenSSH compares the beginning of the client data with exactly this.
_CLIENT = re.compile(rb'\{"type":"webauthn\.get","challenge":"([A-Za-z0-9_-]+)","origin":"([!#-\[\]-~]+)"[,}]')
_EXTENSIONS = 0x80


def from_assertion(
    key: PublicKey, namespace: str, *, authenticator_data: bytes, client_data: bytes, signature: bytes
) -> bytes:
    """Return the armored SSH signature of an assertion.

    ``key``: the passkey as sk-ecdsa key, its application the relying-party id; the rest as the browser gives it
    (``signature`` in DER). Raises CongboError for another key's assertion, another challenge, or if nobody was there.
    """
    found = _CLIENT.match(client_data)
    if not found or key.type != SK_ECDSA:
        raise refuse("signed.webauthn.client")
    hashed = _hash_of(found[1], namespace)
    if hashed is None:
        raise refuse("signed.webauthn.challenge", None, namespace=namespace)
    flags, counter, extensions = _authenticator(authenticator_data, key.application)
    r, s = _der(signature)
    inner = string(WEBAUTHN.encode()) + string(mpint(r) + mpint(s)) + bytes([flags]) + number(counter)
    return armored(key, namespace, hashed, inner + string(found[2]) + string(client_data) + string(extensions))


def _hash_of(challenge: bytes, namespace: str) -> str | None:
    """Return the hash named in a challenge that ``sshsig.challenge`` made for the namespace, or None for another."""
    try:
        fields = Fields(base64.urlsafe_b64decode(challenge + b"=" * (-len(challenge) % 4)))
        same = fields.raw(len(MAGIC)) == MAGIC and fields.text() == namespace and fields.string() == b""
        hashed, digest = fields.text(), fields.string()
        fields.end()
    except (MalformedError, binascii.Error):
        return None
    return hashed if same and hashed in HASHES and len(digest) == hashlib.new(hashed).digest_size else None


def _authenticator(data: bytes, application: str) -> tuple[int, int, bytes]:
    fields = Fields(data)
    try:
        relying, flags, counter, rest = fields.raw(32), fields.raw(1)[0], fields.number(), fields.rest()
    except MalformedError as error:
        raise refuse("signed.webauthn.authenticator") from error
    if relying != hashlib.sha256(application.encode()).digest():
        raise refuse("signed.webauthn.other_site", None, application=application)
    if not flags & USER_PRESENT:
        raise refuse("signed.webauthn.nobody")
    if bool(rest) != bool(flags & _EXTENSIONS):
        raise refuse("signed.webauthn.authenticator")
    return flags, counter, rest


def _der(signature: bytes) -> tuple[int, int]:
    """Return r and s of an ECDSA signature over P-256: SEQUENCE of two INTEGERs, all shorter than 128 bytes."""
    fields = Fields(signature)
    try:
        if fields.raw(1) != b"\x30" or fields.raw(1)[0] != len(signature) - 2:
            raise MalformedError
        r, s = _der_integer(fields), _der_integer(fields)
        fields.end()
    except MalformedError as error:
        raise refuse("signed.webauthn.signature") from error
    return r, s


def _der_integer(fields: Fields) -> int:
    if fields.raw(1) != b"\x02":
        raise MalformedError
    data = fields.raw(fields.raw(1)[0])
    value = int.from_bytes(data, "big", signed=True)
    if value <= 0 or len(data) != value.bit_length() // 8 + 1 or len(data) > 33:
        raise MalformedError
    return value
