"""The whole chain of receipts, verified link by link; and a new link at its end.

A chain that is cut, forged or gone is refused: it never passes for one without receipts. Cutting off the newest links leaves
no trace in the chain itself, so the changes that the server knows must all have their receipts too.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from msgspec import Struct, field

from congbo.errors import CongboError, refuse
from congbo.history.commits import commit_facts
from congbo.history.objects import new_tree, write_commit
from congbo.history.refs import MOVED, move_refs, ref_at, refs_under
from congbo.place import Place
from congbo.policy.keys import RECEIPT
from congbo.register.begun import BEGUN
from congbo.register.checkpoints import CHECKPOINTS, verify
from congbo.register.end import End, end_of
from congbo.register.known import CHANGES, GENESIS
from congbo.register.links import FILE, RECEIPTS
from congbo.register.seals import SIGNATURE
from congbo.register.verified import verified
from congbo.signed.genesis import Genesis
from congbo.signed.keygen import fingerprint, signed
from congbo.signed.receipt import Receipt, written_receipt

NAME, EMAIL = "congbo", "receipts@congbo.invalid"
SKEW = timedelta(minutes=5)  # a clock that was put back by less is waited for; by more, somebody has to look
_TRIES = 100
_PAUSE = 0.05


class Chain(Struct, frozen=True):
    """The receipts from the genesis on, each with its commit. ``genesis`` is None only where no register was ever begun."""

    genesis: Genesis | None = None
    receipts: tuple[Receipt, ...] = ()
    commits: tuple[str, ...] = ()


class Entry(Struct, frozen=True):
    """What a new receipt tells: see ``signed.receipt.Receipt``. The chain itself adds number, previous link and tree."""

    kind: str
    target: str
    after: str
    time: datetime
    change_id: str = ""
    branch: str = ""
    before: str = ""
    content: str = ""
    statement: str = ""
    person: str = ""
    late: bool = False
    attested_by: str = "server"
    refs: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def read_chain(root: Path) -> Chain:
    """Return the chain, every link verified: form, number, previous digest, parent, tree, time, signature, checkpoints.

    Raises CongboError for a chain that is cut, forged, another than a person attested, or gone where other refs are left.
    """
    tip = ref_at(root, RECEIPTS)
    if not tip:
        if left := [*refs_under(root, GENESIS), *refs_under(root, CHANGES), *refs_under(root, CHECKPOINTS)]:
            raise refuse("register.gone", Place(RECEIPTS), ref=left[0])
        return Chain()
    read = verified(root, tip)
    _verify_known(root, read.receipts)
    verify(root, read.genesis, read.receipts, read.sums)
    return Chain(read.genesis, read.receipts, read.commits)


def append(root: Path, entry: Entry, key: Path) -> Receipt:
    """Add a receipt and move ``entry.refs`` (full name -> new, old) with it: all at once, or nothing.

    Tries again where another receipt came first. Raises CongboError before the genesis, for another key than the genesis
    names, for a clock that was put back, and (``history.ref_moved``) if one of ``entry.refs`` leads elsewhere.
    """
    for _ in range(_TRIES):
        end = end_of(root)
        receipt = _next(root, entry, key, end)
        data = written_receipt(receipt)
        files = {FILE: data, SIGNATURE: signed(data, key, RECEIPT)}
        said = f"{receipt.kind} {receipt.number}\n"
        commit = write_commit(root, new_tree(root, files), [end.tip], said, NAME, EMAIL, receipt.time)
        try:
            move_refs(root, {RECEIPTS: (commit, end.tip), **entry.refs})
        except CongboError as error:
            if error.message.key != MOVED or any(ref_at(root, name) != old for name, (_, old) in entry.refs.items()):
                raise
            time.sleep(_PAUSE)
        else:
            return receipt
    raise refuse("register.busy", Place(RECEIPTS))


def begin(root: Path, genesis: Genesis, files: Mapping[str, bytes], key: Path) -> Receipt:
    """Write the first link: the genesis as it was signed (``files``: genesis, genesis.sig, keys) and its receipt.

    Raises CongboError if a register was begun already.
    """
    receipt = Receipt(
        repository=genesis.repository, number=0, kind="genesis", previous="", target=genesis.target, change_id="", branch="",
        before="", after=genesis.commit, tree=genesis.tree, content="", statement="", person=genesis.person,
        time=genesis.issued, late=False, attested_by="server",
    )  # fmt: skip
    data = written_receipt(receipt)
    held = {**files, FILE: data, SIGNATURE: signed(data, key, RECEIPT)}
    if held.keys() != {*BEGUN, FILE, SIGNATURE}:
        raise ValueError(sorted(held))
    commit = write_commit(root, new_tree(root, held), [], "genesis 0\n", NAME, EMAIL, receipt.time)
    now = ref_at(root, genesis.target)
    move_refs(root, {RECEIPTS: (commit, ""), GENESIS: (commit, ""), genesis.target: (genesis.commit, now)})
    return receipt


def _next(root: Path, entry: Entry, key: Path, end: End) -> Receipt:
    genesis, last = end.genesis, end.receipt
    if fingerprint(key) != genesis.receipts_key:
        raise refuse("register.other_key", Place(str(key)), wanted=genesis.receipts_key)
    if entry.time < last.time - SKEW:
        raise refuse("register.clock", None, last=last.time.isoformat(), now=entry.time.isoformat())
    return Receipt(
        repository=last.repository, number=last.number + 1, kind=entry.kind, previous=sha256(end.data).hexdigest(),
        target=entry.target, change_id=entry.change_id, branch=entry.branch, before=entry.before, after=entry.after,
        tree=commit_facts(root, entry.after).tree, content=entry.content, statement=entry.statement, person=entry.person,
        time=max(entry.time, last.time), late=entry.late, attested_by=entry.attested_by,
    )  # fmt: skip


def _verify_known(root: Path, receipts: tuple[Receipt, ...]) -> None:
    """Every pushed head that the server keeps was given a receipt: the newest links were not cut off."""
    known = {(one.change_id, one.after) for one in receipts if one.kind == "submitted"}
    for name, head in refs_under(root, CHANGES).items():
        if (name.removeprefix(CHANGES).rpartition("/")[0], head) not in known:
            raise refuse("register.cut", Place(RECEIPTS), ref=name)
