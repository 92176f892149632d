"""The beginning of enforcement: a person in office signs which commit the register begins at, and by which keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from congbo.dates import day_of
from congbo.errors import REFUSED, refuse
from congbo.facts.board import holding
from congbo.history.commits import commit_facts
from congbo.history.digests import policy_digest
from congbo.history.objects import blob_at
from congbo.history.refs import ref_at
from congbo.place import Place
from congbo.policy import Policy
from congbo.policy.holders import person_of
from congbo.policy.keys import GENESIS, PATH
from congbo.register.begun import written_keys
from congbo.register.chain import begin, read_chain
from congbo.register.gather import policy_at
from congbo.server.init import TARGET
from congbo.server.layout import key_of, signers_of
from congbo.server.sweep import replace_file
from congbo.signed.genesis import Genesis, written_genesis
from congbo.signed.keygen import fingerprint, public_key, signed
from congbo.signed.receipt import Receipt


@dataclass(frozen=True)
class Wish:
    """What the person asks for: the repository's id, the commit, who signs in which role with which key, the root key."""

    repository: str
    commit: str
    person: str
    role: str
    key: Path
    root_key: Path
    nonce: str


def start(root: Path, wish: Wish, now: datetime) -> Receipt:
    """Sign and write the genesis; the target leads to its commit from now on.

    Raises CongboError if the register was begun before, the target leads elsewhere, the person does not hold the role, or
    the key is not enrolled for this purpose in the policies of the commit.
    """
    facts = commit_facts(root, wish.commit)
    _refuse_second(root, facts.id)
    _refuse_nobody(policy_at(root, facts.id), wish, now)
    receipts, sealed = public_key(key_of(root)), public_key(wish.root_key)
    genesis = Genesis(
        repository=wish.repository, target=TARGET, commit=facts.id, tree=facts.tree, policy=policy_digest(root, facts.id),
        receipts_key=receipts.fingerprint, root_key=sealed.fingerprint, person=wish.person, role=wish.role, issued=now,
        nonce=wish.nonce,
    )  # fmt: skip
    data = written_genesis(genesis)
    files = {
        "genesis": data,
        "genesis.sig": signed(data, wish.key, GENESIS),
        "keys": written_keys(receipts, sealed, now),
    }
    receipt = begin(root, genesis, files, key_of(root))
    replace_file(signers_of(root), blob_at(root, facts.id, PATH) or b"")
    return receipt


def _refuse_second(root: Path, commit: str) -> None:
    if read_chain(root).genesis:
        raise refuse("server.begun", Place(str(root)), REFUSED)
    now = ref_at(root, TARGET)
    if now not in ("", commit):
        raise refuse("server.target_elsewhere", Place(TARGET), REFUSED, now=now[:12], commit=commit[:12])


def _refuse_nobody(policy: Policy, wish: Wish, now: datetime) -> None:
    on = day_of(now)
    if not any(
        person_of(one) == wish.person for board in policy.boards.values() for one in holding(board, wish.role, on)
    ):
        raise refuse("server.not_in_office", None, REFUSED, person=wish.person, role=wish.role, day=on)
    key = policy.keys.by_fingerprint(fingerprint(wish.key))
    if key is None or key.person != wish.person or not key.good(GENESIS, now):
        raise refuse("server.key_not_enrolled", Place(str(wish.key)), REFUSED, person=wish.person, path=PATH)
