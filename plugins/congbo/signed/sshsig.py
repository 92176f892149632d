"""Signatures as ``ssh-keygen -Y sign`` writes them (OpenSSH PROTOCOL.sshsig), taken apart without a program.

Nothing here tells whether a signature is good: that is ``keygen``. What stock OpenSSH would read past (a second
signature, text before or after) is refused.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass

from congbo.errors import refuse
from congbo.place import Place
from congbo.ssh.public import ED25519, RSA, SK_ECDSA, SK_ED25519, PublicKey, decode_base64, read_public
from congbo.ssh.wire import Fields, MalformedError, number, string

LIMIT = 16_384
MAGIC, VERSION = b"SSHSIG", 1
HASHES = ("sha256", "sha512")
WEBAUTHN = "webauthn-sk-ecdsa-sha2-nistp256@openssh.com"
USER_PRESENT, USER_VERIFIED = 0x01, 0x04

BEGIN, END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_ARMOR = re.compile(rf"{BEGIN}\n((?:[A-Za-z0-9+/=]{{1,76}}\n)+){END}\n")
_WIDTH = 70
# Type of key -> what it may have signed with; RSA with SHA-1 is long broken.
_ALGORITHMS = {RSA: ("rsa-sha2-256", "rsa-sha2-512"), SK_ECDSA: (SK_ECDSA, WEBAUTHN)}


@dataclass(frozen=True, slots=True)
class Token:
    """What a token or a browser said when it signed: its flags, its counter, and the page where the browser stood."""

    flags: int
    counter: int
    origin: str = ""
    client_data: bytes = b""
    extensions: bytes = b""

    @property
    def touched(self) -> bool:
        """Tell whether somebody was there."""
        return bool(self.flags & USER_PRESENT)

    @property
    def verified(self) -> bool:
        """Tell whether the token knew who was there (a PIN or a fingerprint)."""
        return bool(self.flags & USER_VERIFIED)


@dataclass(frozen=True, slots=True)
class SshSignature:
    """A signature: the key in it, the namespace, the hash of the message, how it was signed; ``token`` for sk keys."""

    key: PublicKey
    namespace: str
    hash: str
    algorithm: str
    token: Token | None = None


def parse_signature(data: bytes, place: Place | None = None) -> SshSignature:
    """Return what an armored signature says. Raises CongboError for anything but exactly one whole signature."""
    fields = Fields(_dearmored(data, place))
    try:
        if fields.raw(len(MAGIC)) != MAGIC or fields.number() != VERSION:
            raise MalformedError
        key = read_public(fields.string(), place)
        namespace, reserved, hashed = fields.text(), fields.string(), fields.text()
        algorithm, token = _inner(Fields(fields.string()), key)
        fields.end()
    except MalformedError as error:
        raise refuse("signed.sig.damaged", place) from error
    if reserved or not namespace or hashed not in HASHES:
        raise refuse("signed.sig.damaged", place)
    return SshSignature(key, namespace, hashed, algorithm, token)


def challenge(data: bytes, namespace: str, hashed: str = "sha512") -> bytes:
    """Return what is really signed: a browser gets these bytes as the challenge of ``navigator.credentials.get``."""
    return _preamble(namespace, hashed) + string(hashlib.new(hashed, data).digest())


def armored(key: PublicKey, namespace: str, hashed: str, signature: bytes) -> bytes:
    """Return the armored signature of its parts."""
    blob = MAGIC + number(VERSION) + string(key.blob) + _preamble(namespace, hashed)[len(MAGIC) :] + string(signature)
    text = base64.b64encode(blob).decode()
    lines = (text[at : at + _WIDTH] for at in range(0, len(text), _WIDTH))
    return "\n".join((BEGIN, *lines, END, "")).encode()


def _preamble(namespace: str, hashed: str) -> bytes:
    return MAGIC + string(namespace.encode()) + string(b"") + string(hashed.encode())


def _dearmored(data: bytes, place: Place | None) -> bytes:
    if len(data) > LIMIT:
        raise refuse("signed.sig.too_large", place, size=len(data), limit=LIMIT)
    text = data.decode("latin-1")
    if text.count(BEGIN) > 1:
        raise refuse("signed.sig.several", place)
    found = _ARMOR.fullmatch(text)
    blob = decode_base64(found[1].replace("\n", "")) if found else None
    if blob is None:
        raise refuse("signed.sig.armor", place, begin=BEGIN, end=END)
    return blob


def _inner(fields: Fields, key: PublicKey) -> tuple[str, Token | None]:
    algorithm = fields.text()
    if algorithm not in _ALGORITHMS.get(key.type, (key.type,)):
        raise MalformedError
    signature = fields.string()
    if key.type in (ED25519, SK_ED25519) and len(signature) != 64:
        raise MalformedError
    token = _token(fields, algorithm) if key.on_token else None
    fields.end()
    return algorithm, token


def _token(fields: Fields, algorithm: str) -> Token:
    flags, counter = fields.raw(1)[0], fields.number()
    if algorithm != WEBAUTHN:
        return Token(flags, counter)
    return Token(flags, counter, fields.text(), fields.string(), fields.string())
