"""The scan of a signed slip: what may be kept as one, and the record of it that somebody made before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from congbo.attached import inspect
from congbo.attached.model import SUSPECT
from congbo.errors import REFUSED, refuse
from congbo.facts.gate.model import Change, Record
from congbo.facts.gate.paper import PAPER, SCAN
from congbo.history.objects import files_at
from congbo.history.refs import ref_at
from congbo.place import Place
from congbo.register.known import DECISIONS
from congbo.review.offers import Offer
from congbo.signed.folder import APPROVALS, SCANS

LIMIT, MB = 5_000_000, 1_000_000
KINDS = {"pdf": "pdf", "png": "png", "jpeg": "jpg"}


@dataclass(frozen=True)
class Scan:
    """A scan: its bytes and its ending (``pdf``, ``png``, ``jpg``)."""

    data: bytes
    ending: str

    @property
    def digest(self) -> str:
        """Return SHA-256, hexadecimal."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Earlier:
    """What somebody recorded of the same slip: the record, its scan, and where that lies."""

    record: Record
    scan: Scan
    path: str


def scan_of(file: Path) -> Scan:
    """Return the scan in a file. Raises CongboError for what is too large, is another thing, or could do harm."""
    place = Place(str(file))
    try:
        with file.open("rb") as stream:
            data = stream.read(LIMIT + 1)
    except OSError as error:
        raise refuse("record.unreadable", place, detail=error) from error
    if len(data) > LIMIT:
        size = max(file.stat().st_size, len(data)) / MB
        raise refuse("record.too_large", place, REFUSED, size=f"{size:.1f}".replace(".", ","), limit=LIMIT // MB)
    found = inspect(data, file.name)
    dangers = [f"{one.kind} {one.shown}".strip() for one in found.dangers if one.kind not in SUSPECT]
    if found.kind not in KINDS or any(one.kind == "disguised" for one in found.dangers):
        raise refuse("record.not_a_scan", place, REFUSED, kind=found.kind or "?")
    if dangers:
        raise refuse("record.dangerous", place, REFUSED, dangers=dangers)
    return Scan(data, KINDS[found.kind])


def earlier(root: Path, change: Change, offer: Offer, policy: str) -> tuple[Earlier, ...]:
    """Return what was recorded of a slip of this person, step and decision about the present version.

    ``policy``: the digest of the base's policies; what was recorded under others is no half of a pair any more.
    """
    ref = ref_at(root, f"{DECISIONS}{change.id}")
    files = files_at(root, ref, APPROVALS) if ref else {}
    return tuple(
        found for record in change.records if _same(change, record, offer, policy) and (found := _kept(record, files))
    )


def _same(change: Change, record: Record, offer: Offer, policy: str) -> bool:
    said = record.statement
    wanted = (
        PAPER,
        change.head,
        change.digest,
        policy,
        offer.board,
        offer.procedure,
        offer.step,
        offer.person,
        offer.decision,
    )
    return said is not None and wanted == (
        said.source, said.head, said.change, said.policy, said.board, said.procedure, said.step, said.person, said.decision
    )  # fmt: skip


def _kept(record: Record, files: Mapping[str, bytes]) -> Earlier | None:
    stem = record.path.rpartition(".")[0]
    for ending in SCANS:
        data = files.get(f"{stem}.{ending}")
        if data is not None and record.answers and sha256(data).hexdigest() == record.answers.get(SCAN):
            return Earlier(record, Scan(data, ending), f"{stem}.{ending}")
    return None
