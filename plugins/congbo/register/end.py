"""The end of the chain of receipts: all that is asked of it to write the next one."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from congbo.errors import refuse
from congbo.history.objects import blob_at
from congbo.history.refs import refs_under
from congbo.place import Place
from congbo.register.begun import begun_at
from congbo.register.known import GENESIS
from congbo.register.links import FILE, RECEIPTS
from congbo.register.seals import SIGNATURE, verify_seal
from congbo.register.stored import stored
from congbo.signed.genesis import Genesis
from congbo.signed.receipt import Receipt, parse_receipt


class End(NamedTuple):
    """The newest receipt, its bytes, the commit that it lies in, and the genesis."""

    genesis: Genesis
    receipt: Receipt
    data: bytes
    tip: str


def end_of(root: Path) -> End:
    """Return the end of the chain, its signature and that of the genesis verified; what lies between is not read.

    Raises CongboError where no register was begun, or its end is broken.
    """
    refs = refs_under(root, GENESIS, RECEIPTS)
    first, tip = refs.get(GENESIS, ""), refs.get(RECEIPTS, "")
    if not first or not tip:
        raise refuse("register.not_begun", Place(RECEIPTS))
    genesis = _begun(root, first)
    data, signature = (blob_at(root, tip, name) for name in (FILE, SIGNATURE))
    if data is None or signature is None:
        raise refuse("register.broken", Place(RECEIPTS), commit=tip[:12])
    verify_seal(genesis, data, signature, tip)
    return End(genesis, parse_receipt(data, Place(f"{tip[:12]}:{FILE}")), data, tip)


@lru_cache(maxsize=8)
def _begun(root: Path, first: str) -> Genesis:
    """The genesis of a first link (its full id): what was good stays so, and a process asks for it at every receipt."""
    return begun_at(root, stored(root, first)[0])
