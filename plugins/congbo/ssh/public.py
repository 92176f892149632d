"""Public keys as OpenSSH writes them (RFC 4253 section 6.6, RFC 5656, RFC 8709, OpenSSH PROTOCOL.u2f)."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable, Mapping
from functools import partial

from msgspec import Struct

from congbo.errors import refuse
from congbo.place import Place
from congbo.ssh.wire import Fields, MalformedError

MIN_RSA_BITS = 2048
ED25519, RSA = "ssh-ed25519", "ssh-rsa"
SK_ED25519, SK_ECDSA = "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com"
# Curve -> bytes of a point that is written in full.
_POINTS = {"nistp256": 65, "nistp384": 97, "nistp521": 133}


class PublicKey(Struct, frozen=True):
    """A public key. ``application``: whom a key on a token or of a browser was made for ("" for a key in a file)."""

    type: str
    blob: bytes
    application: str = ""

    @property
    def fingerprint(self) -> str:
        """Return ``SHA256:…``, as ``ssh-keygen -l`` prints it."""
        return "SHA256:" + base64.b64encode(hashlib.sha256(self.blob).digest()).decode().rstrip("=")

    @property
    def base64(self) -> str:
        """Return the key as it stands in ``.pub`` files."""
        return base64.b64encode(self.blob).decode()

    @property
    def on_token(self) -> bool:
        """Tell whether the key's owner must touch something for every signature."""
        return self.type.startswith("sk-")


def read_public(blob: bytes, place: Place | None = None) -> PublicKey:
    """Return the key in its binary form. Raises CongboError for another type, a damaged key or too short an RSA key."""
    fields = Fields(blob)
    try:
        kind = fields.text()
        if kind not in TYPES:
            raise refuse("ssh.key_type", place, type=kind, known=tuple(TYPES))
        application = TYPES[kind](fields, place)
        fields.end()
    except MalformedError as error:
        raise refuse("ssh.key_damaged", place) from error
    return PublicKey(kind, blob, application)


def decode_base64(text: str) -> bytes | None:
    """Return the bytes, or None for what is not base64 or could be written in another way."""
    try:
        found = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return found if base64.b64encode(found).decode() == text else None


def _ed25519(fields: Fields, _: Place | None) -> str:
    if len(fields.string()) != 32:
        raise MalformedError
    return ""


def _ecdsa(fields: Fields, _: Place | None, curve: str) -> str:
    if fields.text() != curve:
        raise MalformedError
    point = fields.string()
    if len(point) != _POINTS[curve] or point[0] != 4:
        raise MalformedError
    return ""


def _rsa(fields: Fields, place: Place | None) -> str:
    exponent, modulus = fields.mpint(), fields.mpint()
    if exponent < 3 or exponent % 2 == 0 or modulus % 2 == 0:
        raise MalformedError
    if modulus.bit_length() < MIN_RSA_BITS:
        raise refuse("ssh.key_short", place, bits=modulus.bit_length(), least=MIN_RSA_BITS)
    return ""


def _made_for(fields: Fields, place: Place | None, read: Callable[[Fields, Place | None], str]) -> str:
    read(fields, place)
    application = fields.text()
    if not application:
        raise MalformedError
    return application


# Type -> reads the fields after it and returns the application.
TYPES: Mapping[str, Callable[[Fields, Place | None], str]] = {
    ED25519: _ed25519,
    **{f"ecdsa-sha2-{curve}": partial(_ecdsa, curve=curve) for curve in _POINTS},
    RSA: _rsa,
    SK_ED25519: partial(_made_for, read=_ed25519),
    SK_ECDSA: partial(_made_for, read=partial(_ecdsa, curve="nistp256")),
}
