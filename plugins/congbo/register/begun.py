"""The beginning of the register: the genesis as its first link holds it, verified."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from congbo.errors import refuse
from congbo.history.commits import commit_facts
from congbo.history.digests import policy_digest
from congbo.history.objects import blob_at
from congbo.place import Place
from congbo.policy.keys import GENESIS as NAMESPACE
from congbo.policy.keys import PATH, RECEIPT, ROOT, Key, read_keys, written_key
from congbo.register.stored import Stored
from congbo.signed.genesis import Genesis, parse_genesis
from congbo.signed.keygen import checked
from congbo.ssh.public import PublicKey

GENESIS, SIGNATURE, KEYS = "genesis", "genesis.sig", "keys"
BEGUN = (GENESIS, SIGNATURE, KEYS)


def begun_at(root: Path, first: Stored) -> Genesis:
    """Return the genesis of the first link.

    Raises CongboError unless it is signed by its person, with a key that the policies of its commit gave them for this
    purpose at that time, and names that commit's tree and policies and the two keys beside it.
    """
    data, signature, keys = (first.files.get(name, b"") for name in BEGUN)
    genesis = parse_genesis(data, Place(GENESIS))
    ring = read_keys(blob_at(root, genesis.commit, PATH) or b"", PATH)
    found = checked(data, signature, NAMESPACE)
    key = ring.by_fingerprint(found.fingerprint) if found else None
    if key is None or key.person != genesis.person or not key.good(NAMESPACE, genesis.issued):
        raise refuse("register.genesis_signature", Place(GENESIS), person=genesis.person)
    facts = commit_facts(root, genesis.commit)
    named = {one.fingerprint for one in read_keys(keys, KEYS).keys}
    if (facts.tree, policy_digest(root, facts.id)) != (genesis.tree, genesis.policy):
        raise refuse("register.genesis_other", Place(GENESIS), commit=genesis.commit[:12])
    if named != {genesis.receipts_key, genesis.root_key}:
        raise refuse("register.genesis_keys", Place(KEYS))
    return genesis


def written_keys(receipts: PublicKey, root: PublicKey, since: datetime) -> bytes:
    """Return the file ``keys``: the two keys as lines that stock ``ssh-keygen -Y verify`` reads."""
    lines = (
        Key(name, one.fingerprint, one.type, one.base64, (purpose,), since, None, Place(KEYS))
        for name, one, purpose in (("receipts", receipts, RECEIPT), ("root", root, ROOT))
    )
    return "".join(f"{written_key(line)}\n" for line in lines).encode()
