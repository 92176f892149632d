"""Keys made for a test: in files by stock ``ssh-keygen``, and in software what a token or a browser would do."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from congbo.signed.sshsig import armored, challenge
from congbo.ssh.public import SK_ECDSA, SK_ED25519, PublicKey, read_public
from congbo.ssh.wire import mpint, number, string

DECISION = "congbo-decision"
SITE = "phe-duyet.donglac.example"


def needs(*programs: str) -> pytest.MarkDecorator:
    """Skip a test, with the reason, where a program is not installed."""
    absent = [name for name in programs if shutil.which(name) is None]
    return pytest.mark.skipif(bool(absent), reason=f"not installed: {', '.join(absent)}")


def key_file(folder: Path, kind: str = "ed25519", *options: str) -> Path:
    """Make a private key without passphrase, its ``.pub`` beside it, by stock ssh-keygen."""
    path = folder / f"{kind}{''.join(options)}"
    words = ["ssh-keygen", "-q", "-t", kind, *options, "-N", "", "-C", "test", "-f", str(path)]
    subprocess.run(words, check=True, capture_output=True)
    return path


def public_blob(path: Path) -> bytes:
    """Return the public key beside a private one, in its binary form."""
    return base64.b64decode(path.with_name(f"{path.name}.pub").read_text().split()[1])


def point(key: ec.EllipticCurvePrivateKey) -> bytes:
    """Return the public point, written in full."""
    form = serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    return key.public_key().public_bytes(*form)


@dataclass(frozen=True)
class Token:
    """An sk-ssh-ed25519 key in software: it signs what the token would, with the flags that it is told."""

    secret: ed25519.Ed25519PrivateKey = field(default_factory=ed25519.Ed25519PrivateKey.generate)
    application: str = "ssh:"

    @property
    def key(self) -> PublicKey:
        """Return the public key."""
        raw = self.secret.public_key().public_bytes_raw()
        return read_public(string(SK_ED25519.encode()) + string(raw) + string(self.application.encode()))

    def sign(self, data: bytes, namespace: str = DECISION, flags: int = 1, hashed: str = "sha512") -> bytes:
        """Return an armored signature."""
        rest = bytes([flags]) + number(9)
        digests = (
            hashlib.sha256(part).digest() for part in (self.application.encode(), challenge(data, namespace, hashed))
        )
        told = next(digests) + rest + next(digests)
        inner = string(SK_ED25519.encode()) + string(self.secret.sign(told)) + rest
        return armored(self.key, namespace, hashed, inner)


@dataclass(frozen=True)
class Passkey:
    """A passkey in software, and the browser before it."""

    secret: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    site: str = SITE

    @property
    def key(self) -> PublicKey:
        """Return the passkey as the key of OpenSSH that it is enrolled as."""
        parts = (SK_ECDSA.encode(), b"nistp256", point(self.secret), self.site.encode())
        return read_public(b"".join(map(string, parts)))

    def assertion(self, asked: bytes, flags: int = 5, origin: str = "", extensions: bytes = b"") -> dict[str, bytes]:
        """Return what ``navigator.credentials.get`` gives for a challenge."""
        told = {
            "type": "webauthn.get",
            "challenge": base64.urlsafe_b64encode(asked).rstrip(b"=").decode(),
            "origin": origin or f"https://{self.site}",
            "crossOrigin": False,
        }
        client = json.dumps(told, separators=(",", ":")).encode()
        data = hashlib.sha256(self.site.encode()).digest() + bytes([flags]) + number(7) + extensions
        signature = self.secret.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return {"authenticator_data": data, "client_data": client, "signature": signature}

    def sign_as_token(self, data: bytes, namespace: str = DECISION, flags: int = 1) -> bytes:
        """Return the armored signature of a token with this key, without any browser."""
        rest = bytes([flags]) + number(3)
        told = hashlib.sha256(self.site.encode()).digest() + rest + hashlib.sha256(challenge(data, namespace)).digest()
        r, s = decode_dss_signature(self.secret.sign(told, ec.ECDSA(hashes.SHA256())))
        inner = string(SK_ECDSA.encode()) + string(mpint(r) + mpint(s)) + rest
        return armored(self.key, namespace, "sha512", inner)
