"""A passkey that a browser has just made becomes a key only if it is our page's, of our kind, and somebody was there."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from congbo.errors import CongboError
from congbo.signed.passkey import enrolled
from support.signers import Passkey

SITE, ORIGIN, CHALLENGE = "localhost", "http://localhost:8321", b"c" * 32
PASSKEY = Passkey(site=SITE)
SPKI = serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo


def client_data(**changed: object) -> bytes:
    asked = base64.urlsafe_b64encode(CHALLENGE).rstrip(b"=").decode()
    return json.dumps({"type": "webauthn.create", "challenge": asked, "origin": ORIGIN, **changed}).encode()


def authenticator_data(site: str = SITE, flags: int = 0x45) -> bytes:
    return hashlib.sha256(site.encode()).digest() + bytes([flags]) + bytes(4)


def made(spki: bytes = b"", data: bytes | None = None, client: bytes | None = None) -> str:
    spki = spki or PASSKEY.secret.public_key().public_bytes(*SPKI)
    data = authenticator_data() if data is None else data
    client = client_data() if client is None else client
    return enrolled(spki, data, client, site=SITE, origin=ORIGIN, challenge=CHALLENGE).fingerprint


def test_the_key_is_the_one_that_signs_later() -> None:
    assert made() == PASSKEY.key.fingerprint


@pytest.mark.parametrize(
    "client",
    [
        client_data(type="webauthn.get"),
        client_data(challenge="AAAA"),
        client_data(origin="http://localhost:1"),
        client_data(origin="https://evil.example"),
        b"{}",
        b"[]",
        b"\xff",
        b"",
    ],
)
def test_the_answer_to_another_page_is_refused(client: bytes) -> None:
    with pytest.raises(CongboError, match="client"):
        made(client=client)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (authenticator_data("evil.example"), "other_site"),
        (b"", "other_site"),
        (authenticator_data(flags=0), "nobody"),
        (authenticator_data(flags=1), "nobody"),
        (authenticator_data()[:32], "nobody"),
    ],
)
def test_another_site_and_nobody_there_are_refused(data: bytes, key: str) -> None:
    with pytest.raises(CongboError, match=key):
        made(data=data)


def test_another_kind_of_key_is_refused() -> None:
    other = ec.generate_private_key(ec.SECP384R1()).public_key().public_bytes(*SPKI)
    with pytest.raises(CongboError, match="kind"):
        made(other)
    with pytest.raises(CongboError):
        made(PASSKEY.secret.public_key().public_bytes(*SPKI) + b"x")
