"""The links of the chain, verified one after the other: each once in a process, however often the chain is read.

A commit's id is over all before it, so links that were good stay so. The publisher that waits would else read some ten
thousand receipts a year again for every item that is merged.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from congbo.errors import CongboError, refuse
from congbo.place import Place
from congbo.register.begun import BEGUN, begun_at
from congbo.register.links import FILE, RECEIPTS
from congbo.register.seals import SIGNATURE, verify_seals
from congbo.register.stored import Stored, stored, stored_after
from congbo.signed.genesis import Genesis
from congbo.signed.receipt import Receipt, parse_receipt


class Verified(Struct, frozen=True):
    """The genesis, and of each link its receipt, the digest of that (64 hex) and its commit, the first one first."""

    genesis: Genesis
    receipts: tuple[Receipt, ...]
    sums: tuple[str, ...]
    commits: tuple[str, ...]


_READ: dict[Path, Verified] = {}  # the repositories that this process has read: one or two


def verified(root: Path, tip: str) -> Verified:
    """Return the links up to ``tip``: form, number, previous digest, parent, tree, time and signature are as they have to be.

    Raises CongboError at the first that are not.
    """
    known = _READ.get(root)
    new = _after(root, known, tip) if known else None
    if known is None or new is None:
        links = stored(root, tip)
        known, new = Verified(begun_at(root, links[0]), (), (), ()), links
    _READ[root] = found = _with(known, new)
    return found


def _after(root: Path, known: Verified, tip: str) -> tuple[Stored, ...] | None:
    """The links behind those that are known; None if these do not lead to ``tip``.

    Nor do they where they are there no longer: a register that was brought back from a copy is read from its beginning.
    """
    if tip == known.commits[-1]:
        return ()
    try:
        new = stored_after(root, known.commits[-1], tip)
    except CongboError:
        return None
    return new if new and new[0].parents == known.commits[-1:] else None


def _with(known: Verified, new: Sequence[Stored]) -> Verified:
    receipts, sums, commits = list(known.receipts), list(known.sums), list(known.commits)
    for link in new:
        receipt = parse_receipt(link.files[FILE], Place(f"{link.commit[:12]}:{FILE}"))
        number = len(receipts)
        sound = (
            receipt.number == number
            and receipt.previous == (sums[-1] if number else "")
            and receipt.repository == known.genesis.repository
            and link.parents == tuple(commits[-1:])
            and link.files.keys() == ({FILE, SIGNATURE} if number else {*BEGUN, FILE, SIGNATURE})
            and (not number or receipt.time >= receipts[-1].time)
        )
        if not sound:
            raise refuse("register.broken", Place(f"{RECEIPTS}:{number}"), commit=link.commit[:12])
        receipts.append(receipt)
        sums.append(sha256(link.files[FILE]).hexdigest())
        commits.append(link.commit)
    verify_seals(known.genesis, new)
    return Verified(known.genesis, tuple(receipts), tuple(sums), tuple(commits))
