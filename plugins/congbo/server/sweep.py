"""Receipts for pushes that came in: at once by the hook, or afterwards by the sweep for those that a crash left out."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path

from congbo.errors import CongboError
from congbo.frozen import replace
from congbo.history.commits import is_ancestor
from congbo.history.objects import blob_at
from congbo.history.refs import ref_at
from congbo.policy.keys import PATH
from congbo.register.chain import append
from congbo.register.end import end_of
from congbo.server.journal import Pushed, open_journal
from congbo.server.layout import key_of, signers_of, wanted_of
from congbo.server.receipts import entries
from congbo.server.refs import Update
from congbo.signed.receipt import Receipt

KEPT = timedelta(days=1)  # a push that git gave up after the hook let it in is forgotten by then


def attest(root: Path, now: datetime, arrived: Collection[Update]) -> tuple[Receipt, ...]:
    """Write the receipts of all pushes that came in, in their order; those that are not among ``arrived`` are late.

    What cannot be attested stays in the journal. Raises CongboError at the first that cannot be.
    """
    target = end_of(root).genesis.target
    found: list[Receipt] = []
    with open_journal(root) as left:
        for pushed in tuple(left):
            if _came_in(root, pushed):
                late = pushed.update not in arrived
                found += [
                    append(root, replace(one, late=late), key_of(root)) for one in entries(root, target, pushed, now)
                ]
                left.remove(pushed)
            elif now - pushed.time > KEPT:
                left.remove(pushed)
    if any(one.kind == "merged" for one in found):
        _published_later(root, target)
    return tuple(found)


def _came_in(root: Path, pushed: Pushed) -> bool:
    """Tell whether git moved the ref after the hook had let the push in: it may be at it still, or have given up."""
    tip = ref_at(root, pushed.update.ref)
    try:
        return bool(tip) and is_ancestor(root, pushed.update.new, tip)
    except CongboError as error:
        if error.message.key == "history.unknown_revision":
            return False
        raise


def _published_later(root: Path, target: str) -> None:
    """Tell the publisher which tip waits, and git whose signed pushes are good from now on."""
    tip = ref_at(root, target)
    replace_file(wanted_of(root), f"{tip}\n".encode())
    replace_file(signers_of(root), blob_at(root, tip, PATH) or b"")


def replace_file(path: Path, data: bytes) -> None:
    """Write a file of the server at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data)
    beside.replace(path)
