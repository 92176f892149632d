"""The head's passkey: a key in software that plays the telephone, and the browser before it.

What it returns is made an SSH signature by the program itself, exactly as the desk does with a real one.
"""

from __future__ import annotations

import base64
import hashlib
import json

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from congbo.policy.keys import DECISION
from congbo.signed.sshsig import challenge
from congbo.signed.webauthn import from_assertion
from congbo.ssh.public import SK_ECDSA, PublicKey, read_public
from congbo.ssh.wire import number, string

SITE = "localhost"
PRESENT_AND_VERIFIED = 5


class Passkey:
    """One passkey."""

    def __init__(self) -> None:
        self._secret = ec.generate_private_key(ec.SECP256R1())
        point = self._secret.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )
        self.key: PublicKey = read_public(b"".join(map(string, (SK_ECDSA.encode(), b"nistp256", point, SITE.encode()))))

    @property
    def public(self) -> str:
        """Return the public key as a line of OpenSSH."""
        return f"{self.key.type} {self.key.base64}"

    def sign(self, data: bytes) -> bytes:
        """Return the armored signature of a decision."""
        asked = base64.urlsafe_b64encode(challenge(data, DECISION)).rstrip(b"=").decode()
        said = {"type": "webauthn.get", "challenge": asked, "origin": f"http://{SITE}", "crossOrigin": False}
        client = json.dumps(said, separators=(",", ":")).encode()
        about = hashlib.sha256(SITE.encode()).digest() + bytes([PRESENT_AND_VERIFIED]) + number(1)
        signature = self._secret.sign(about + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return from_assertion(self.key, DECISION, authenticator_data=about, client_data=client, signature=signature)
