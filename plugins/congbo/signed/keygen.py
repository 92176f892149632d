"""The only caller of ``ssh-keygen``: are signatures good, sign, make keys.

Whose key it is, and whether that counts, is no question for a program: ``policy.keys.KeyRing`` answers it.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from congbo.errors import CongboError, refuse
from congbo.place import Place
from congbo.signed.sshsig import SshSignature, parse_signature
from congbo.ssh.public import PublicKey, decode_base64, read_public

CHECK_SECONDS = 10
# A person may have to look for the token, or to type a PIN.
SIGN_SECONDS = 180
_NAMESPACE = re.compile(r"[a-z][a-z0-9-]{0,63}")
_NO = b"Could not verify signature."


@dataclass(frozen=True, slots=True)
class Signature:
    """A good signature: the key's fingerprint and type, the namespace, and whether a token was touched for it."""

    fingerprint: str
    type: str
    namespace: str
    touched: bool


def checked(data: bytes, signature: bytes, namespace: str) -> Signature | None:
    """Return the signature if it is good for exactly these bytes in the namespace, else None.

    A token's or a browser's signature without somebody's touch is not good. Raises CongboError if nobody can tell.
    """
    try:
        found = parse_signature(signature)
    except CongboError:
        return None
    if found.namespace != _known(namespace) or not _somebody_was_there(found):
        return None
    with tempfile.TemporaryDirectory(prefix="congbo-") as folder:
        file = Path(folder, "signature")
        file.write_bytes(signature)
        words = ["-Y", "check-novalidate", "-n", namespace, "-s", str(file)]
        if not _good(_run(words, data, CHECK_SECONDS, bare=True), found):
            return None
    return Signature(found.key.fingerprint, found.key.type, found.namespace, found.token is not None)


def signed(data: bytes, key: Path, namespace: str) -> bytes:
    """Return the armored signature of the bytes.

    ``key``: a private key's file, or the ``.pub`` file of a key that the SSH agent holds (a USB token's too).
    Raises CongboError if the key cannot sign, or signed without anybody's touch.
    """
    done = _run(["-Y", "sign", "-f", str(key), "-n", _known(namespace)], data, SIGN_SECONDS)
    if done.returncode:
        raise refuse("signed.keygen.cannot_sign", Place(str(key)), detail=_said(done.stderr))
    if checked(data, done.stdout, namespace) is None:
        raise refuse("signed.keygen.not_good", Place(str(key)))
    return done.stdout


def public_key(path: Path) -> PublicKey:
    """Return the public key of a ``.pub`` file, or of a private key's file that has its ``.pub`` beside it.

    Raises CongboError for a missing file or one that holds another thing.
    """
    file = path if path.suffix == ".pub" else path.with_name(f"{path.name}.pub")
    try:
        words = file.read_bytes().decode("utf-8", "replace").split()
    except OSError as error:
        raise refuse("signed.keygen.no_public", Place(str(file)), detail=error) from error
    blob = decode_base64(words[1]) if len(words) > 1 else None
    if blob is None:
        raise refuse("signed.keygen.no_public_key", Place(str(file)))
    return read_public(blob, Place(str(file)))


def fingerprint(path: Path) -> str:
    """Return the fingerprint ``SHA256:…`` of a key, as ``public_key`` finds it."""
    return public_key(path).fingerprint


def new_key(path: Path, comment: str, *, asks: bool = True) -> PublicKey:
    """Make a new Ed25519 key in a file that does not exist yet, and its ``.pub`` beside it.

    ``asks``: ssh-keygen asks the person for a passphrase; else the file's mode alone protects it (a server's key).
    Raises CongboError for a file that exists, or a folder that does not.
    """
    if os.path.lexists(path) or os.path.lexists(f"{path}.pub"):
        raise refuse("signed.keygen.key_exists", Place(str(path)))
    words = ["-q", "-t", "ed25519", "-C", comment, "-f", str(path)]
    done = _run(words if asks else [*words, "-N", ""], None, SIGN_SECONDS)
    if done.returncode:
        raise refuse("signed.keygen.no_new_key", Place(str(path)), detail=_said(done.stderr))
    return public_key(path)


def _good(done: subprocess.CompletedProcess[bytes], found: SshSignature) -> bool:
    """Tell what ssh-keygen answered: another answer than yes, of this very key, or no is none."""
    if done.returncode and _NO in done.stdout:
        return False
    yes = f'Good "{found.namespace}" signature with '
    answer = done.stdout.decode("utf-8", "replace").strip()
    if done.returncode or not answer.startswith(yes) or not answer.endswith(f" key {found.key.fingerprint}"):
        raise refuse("signed.keygen.unfit", None, detail=_said(done.stderr or done.stdout))
    return True


def _somebody_was_there(found: SshSignature) -> bool:
    return found.token is None or found.token.touched


def _known(namespace: str) -> str:
    if not _NAMESPACE.fullmatch(namespace):
        raise ValueError(namespace)
    return namespace


def _run(
    words: list[str], data: bytes | None, seconds: int, *, bare: bool = False
) -> subprocess.CompletedProcess[bytes]:
    """Run ssh-keygen. ``bare``: without the person's surroundings, which are no matter for a check."""
    kept = {"PATH": os.environ.get("PATH", os.defpath), "HOME": "/nonexistent"} if bare else dict(os.environ)
    try:
        return subprocess.run(
            ["ssh-keygen", *words],
            input=data,
            capture_output=True,
            check=False,
            timeout=seconds,
            env=kept | {"LC_ALL": "C"},
        )
    except OSError as error:
        raise refuse("signed.keygen.missing") from error
    except subprocess.TimeoutExpired as error:
        raise refuse("signed.keygen.slow", None, seconds=seconds) from error


def _said(errors: bytes) -> str:
    """Return the last line that ssh-keygen said."""
    lines = [line for line in errors.decode("utf-8", "replace").splitlines() if line.strip()]
    return lines[-1].strip() if lines else "-"
