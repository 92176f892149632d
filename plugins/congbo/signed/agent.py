"""The keys that the SSH agent holds, those of USB tokens (PKCS#11, FIDO2) among them: the only caller of ``ssh-add``."""

from __future__ import annotations

import subprocess

from congbo.errors import CongboError
from congbo.ssh.public import PublicKey, decode_base64, read_public

SECONDS = 10


def keys_of_agent() -> tuple[PublicKey, ...]:
    """Return the keys that the agent offers; none where there is no agent, or ssh-add is not installed."""
    try:
        done = subprocess.run(["ssh-add", "-L"], capture_output=True, check=False, timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    lines = done.stdout.decode("utf-8", "replace").splitlines() if done.returncode == 0 else []
    return tuple(key for line in lines if (key := _key(line)))


def _key(line: str) -> PublicKey | None:
    words = line.split()
    blob = decode_base64(words[1]) if len(words) > 1 else None
    try:
        return read_public(blob) if blob else None
    except CongboError:  # a kind of key that signs nothing here
        return None
