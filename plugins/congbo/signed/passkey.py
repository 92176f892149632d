"""A passkey that a browser has just made, as the key of OpenSSH that it is enrolled as (W3C WebAuthn 2, section 7.1)."""

from __future__ import annotations

import base64
import hashlib
import json

from congbo.errors import refuse
from congbo.signed.sshsig import USER_PRESENT, USER_VERIFIED
from congbo.ssh.public import SK_ECDSA, PublicKey, read_public
from congbo.ssh.wire import string

# SubjectPublicKeyInfo of an uncompressed point on P-256 (RFC 5480): the same 26 bytes before every point.
_P256 = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200")


def enrolled(
    spki: bytes, authenticator_data: bytes, client_data: bytes, *, site: str, origin: str, challenge: bytes
) -> PublicKey:
    """Return the passkey's public key, made for ``site`` (the relying-party id).

    ``spki``: what the browser's ``getPublicKey()`` gives; ``challenge``: what the page asked with. Raises CongboError for
    another page's passkey, another kind of key, or where nobody proved to be there.
    """
    told = _told(client_data)
    asked = base64.urlsafe_b64encode(challenge).rstrip(b"=").decode()
    if (told.get("type"), told.get("challenge"), told.get("origin")) != ("webauthn.create", asked, origin):
        raise refuse("signed.webauthn.client")
    if authenticator_data[:32] != hashlib.sha256(site.encode()).digest():
        raise refuse("signed.webauthn.other_site", None, application=site)
    flags = authenticator_data[32] if len(authenticator_data) > 32 else 0
    if not flags & USER_PRESENT or not flags & USER_VERIFIED:
        raise refuse("signed.webauthn.nobody")
    if not spki.startswith(_P256):
        raise refuse("signed.passkey.kind")
    parts = (SK_ECDSA.encode(), b"nistp256", spki[len(_P256) :], site.encode())
    return read_public(b"".join(map(string, parts)))


def _told(client_data: bytes) -> dict[str, object]:
    try:
        told = json.loads(client_data)
    except ValueError as error:
        raise refuse("signed.webauthn.client") from error
    return told if isinstance(told, dict) else {}
