"""Are receipts signed by the key that the genesis names: each once in a process, however often the chain is read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from hashlib import sha256

from congbo.errors import refuse
from congbo.place import Place
from congbo.policy.keys import RECEIPT
from congbo.register.links import FILE
from congbo.register.stored import Stored
from congbo.signed.genesis import Genesis
from congbo.signed.keygen import checked

SIGNATURE = f"{FILE}.sig"

# Digests of what this process found good: receipt, signature and name of the key. What is good stays so, and the publisher
# that waits would else ask anew for every receipt since the genesis, at each publication.
_FOUND_GOOD: set[bytes] = set()
_FEW = 3


def verify_seals(genesis: Genesis, links: Sequence[Stored]) -> None:
    """Raises CongboError for the first link that the genesis's key did not sign."""
    new = [link for link in links if _digest(genesis, link.files[FILE], link.files[SIGNATURE]) not in _FOUND_GOOD]
    if len(new) < _FEW:
        for link in new:
            _verify(genesis, link)
        return
    from concurrent.futures import ThreadPoolExecutor  # takes as long to load as a signature to check

    with ThreadPoolExecutor(os.cpu_count()) as pool:  # a process of ssh-keygen for each
        for _ in pool.map(lambda one: _verify(genesis, one), new):
            pass


def verify_seal(genesis: Genesis, data: bytes, signature: bytes, commit: str) -> None:
    """Raises CongboError if the genesis's key did not sign a receipt; ``commit``: where it stands."""
    digest = _digest(genesis, data, signature)
    if digest in _FOUND_GOOD:
        return
    found = checked(data, signature, RECEIPT)
    if found is None or found.fingerprint != genesis.receipts_key:
        raise refuse("register.signature", Place(f"{commit[:12]}:{SIGNATURE}"), wanted=genesis.receipts_key)
    _FOUND_GOOD.add(digest)


def _verify(genesis: Genesis, link: Stored) -> None:
    verify_seal(genesis, link.files[FILE], link.files[SIGNATURE], link.commit)


def _digest(genesis: Genesis, data: bytes, signature: bytes) -> bytes:
    parts = (data, signature, genesis.receipts_key.encode())
    return sha256(b"".join(sha256(part).digest() for part in parts)).digest()
