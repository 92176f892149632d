"""Checkpoints: what people have attested of the chain, kept beside it, and whether the chain is still the one they saw.

The server's own key can write any chain anew. What it cannot write is the signature of a person about the chain of that day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from congbo.dates import day_of
from congbo.errors import CongboError, refuse
from congbo.history.commits import is_ancestor
from congbo.history.objects import blob_at, files_at, tree_with, write_commit
from congbo.history.refs import move_ref, ref_at
from congbo.place import Place
from congbo.policy.keys import DECISION, PATH, KeyRing, read_keys
from congbo.policy.people import Person
from congbo.signed.checkpoint import Checkpoint, parse_checkpoint, written_checkpoint
from congbo.signed.genesis import Genesis
from congbo.signed.keygen import checked
from congbo.signed.receipt import Receipt

CHECKPOINTS = "refs/congbo/checkpoints"
TEXT, SIGNATURE = "checkpoint", "sig"
KIND = "checkpoint"
NAME = re.compile(rf"[0-9]{{4}}/[0-9]{{2}}/[0-9]{{1,9}}--[a-z0-9][a-z0-9_-]{{0,59}}\.(?:{TEXT}|{SIGNATURE})")
_MOVED = ("genesis", "merged", "recovery", "redacted")  # the receipts that tell of another tip of the target


class Kept(Struct, frozen=True):
    """A checkpoint as it is kept: where (without ending), its bytes and its signature ("" for one that is not there)."""

    stem: str
    checkpoint: Checkpoint
    data: bytes
    signature: bytes


def stem_of(checkpoint: Checkpoint) -> str:
    """Return where a checkpoint is kept: ``<yyyy>/<mm>/<number>--<person>``, by its month in Vietnam."""
    return f"{day_of(checkpoint.time):%Y/%m}/{checkpoint.number}--{checkpoint.person}"


def tip_of(receipts: Iterable[Receipt]) -> str:
    """Return the tip of the target that receipts lead to, the genesis first; "" without any."""
    return next((one.after for one in reversed(tuple(receipts)) if one.kind in _MOVED), "")


def read_kept(files: Mapping[str, bytes]) -> tuple[Kept, ...]:
    """Return the checkpoints among files (path -> bytes), the oldest first.

    Raises CongboError for one that cannot be read, or lies elsewhere than it says.
    """
    found = [_kept(stem, files) for stem in sorted({path.rpartition(".")[0] for path in files})]
    return tuple(sorted(found, key=lambda one: (one.checkpoint.time, one.checkpoint.number)))


def _kept(stem: str, files: Mapping[str, bytes]) -> Kept:
    place = Place(f"{stem}.{TEXT}")
    data = files.get(place.path, b"")
    found = parse_checkpoint(data, place)
    if stem != stem_of(found):
        raise refuse("checkpoint.name", place, expected=stem_of(found))
    return Kept(stem, found, data, files.get(f"{stem}.{SIGNATURE}", b""))


def checkpoints(root: Path) -> tuple[Kept, ...]:
    """Return the checkpoints that a repository has, the oldest first. Raises as ``read_kept`` does."""
    tip = ref_at(root, CHECKPOINTS)
    return read_kept(files_at(root, tip, "")) if tip else ()


def signed_by(kept: Kept, ring: KeyRing) -> bool:
    """Tell whether the person whom a checkpoint names has signed it, with a key that was theirs for decisions then."""
    found = checked(kept.data, kept.signature, DECISION)
    key = ring.by_fingerprint(found.fingerprint) if found else None
    said = kept.checkpoint
    return key is not None and key.person == said.person and key.good(DECISION, said.time)


def verify(root: Path, genesis: Genesis, receipts: Sequence[Receipt], sums: Sequence[str]) -> None:
    """Raise CongboError unless the chain is the one that every checkpoint attests, and no checkpoint is gone.

    ``sums``: the digests of the receipts (64 hex). A checkpoint counts by the keys of the policies at the tip that it names.
    """
    for kept in checkpoints(root):
        said, place = kept.checkpoint, Place(f"{CHECKPOINTS}:{kept.stem}")
        if said.number >= len(sums) or sums[said.number] != said.receipt:
            raise refuse("checkpoint.rewritten", place, number=said.number, person=said.person, time=said.time)
        if (said.repository, said.target, said.tip) != (
            genesis.repository, genesis.target, tip_of(receipts[: said.number + 1]),
        ):  # fmt: skip
            raise refuse("checkpoint.other", place)
        if not signed_by(kept, read_keys(blob_at(root, said.tip, PATH) or b"", PATH)):
            raise refuse("checkpoint.signature", place, person=said.person)
    _refuse_gone(root, receipts)


def _refuse_gone(root: Path, receipts: Sequence[Receipt]) -> None:
    """What arrived has its receipt; so a checkpoint cannot be taken away alone."""
    newest = next((one for one in reversed(receipts) if one.kind == KIND), None)
    if newest and not _grew(root, newest.after, ref_at(root, CHECKPOINTS)):
        raise refuse("checkpoint.gone", Place(CHECKPOINTS), number=newest.number, time=newest.time)


def refuse_lost(root: Path, before: str, *, there: bool = True) -> None:
    """Raise CongboError if what was just fetched lacks a checkpoint that this copy had (``before``: the ref's commit then).

    ``there``: the other side has the ref; a fetch that does not prune leaves ours alone otherwise.

    The copy keeps what it had: it may be the only place where the checkpoint is left.
    """
    now = ref_at(root, CHECKPOINTS)
    if before and not (there and _grew(root, before, now)):
        move_ref(root, CHECKPOINTS, before, now)
        raise refuse("checkpoint.lost", Place(CHECKPOINTS))


def _grew(root: Path, before: str, now: str) -> bool:
    try:
        return bool(now) and is_ancestor(root, before, now)
    except CongboError as error:
        if error.message.key == "history.unknown_revision":
            return False
        raise


def keep(root: Path, checkpoint: Checkpoint, signature: bytes, person: Person) -> tuple[str, str]:
    """Add a signed checkpoint; return the ref's commit before ("" for none) and now.

    Raises CongboError if the ref moved meanwhile, or if this person has attested this receipt this month already.
    """
    stem, before = stem_of(checkpoint), ref_at(root, CHECKPOINTS)
    if before and blob_at(root, before, f"{stem}.{TEXT}") is not None:
        raise refuse("checkpoint.again", Place(CHECKPOINTS), number=checkpoint.number)
    files = {f"{stem}.{TEXT}": written_checkpoint(checkpoint), f"{stem}.{SIGNATURE}": signature}
    said = f"checkpoint {checkpoint.number}\n"
    tree, parents = tree_with(root, before, files), [before] if before else []
    commit = write_commit(root, tree, parents, said, person.name, person.emails[0], checkpoint.time)
    move_ref(root, CHECKPOINTS, commit, before)
    return before, commit
