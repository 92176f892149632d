"""A receipt: the server's word that something arrived or was merged, and when; each names the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import datetime

from congbo.errors import CongboError, refuse
from congbo.place import Place
from congbo.signed.kinds import (
    CHANGE_ID,
    DIGEST,
    FLAG,
    IDENT,
    MOMENT,
    NUMBER,
    OBJECT,
    REF,
    REPOSITORY,
    ROLES,
    word,
)
from congbo.signed.lines import Form, Line, optional

KINDS = ("genesis", "submitted", "decided", "merged", "checkpoint", "recovery", "redacted")
ATTESTED_BY = ("server", "job", "person")

# What a kind cannot be without, and the only kinds that may have a thing.
NEEDS = {
    "submitted": ("change_id", "branch"),
    "decided": ("change_id", "statement", "person"),
    "merged": ("change_id", "before", "content"),
    "recovery": ("before",),
}
ONLY = {"branch": ("submitted",), "statement": ("decided",)}

_LINES = (
    Line("repository", REPOSITORY),
    Line("number", NUMBER),
    Line("kind", word(*KINDS)),
    Line("previous", optional(DIGEST)),
    Line("target", REF),
    Line("change-id", optional(CHANGE_ID)),
    Line("branch", optional(REF)),
    Line("before", optional(OBJECT)),
    Line("after", OBJECT),
    Line("tree", OBJECT),
    Line("content", optional(DIGEST)),
    Line("statement", optional(DIGEST)),
    Line("person", optional(IDENT)),
    Line("time", MOMENT),
    Line("late", FLAG),
    Line("attested-by", word(*ATTESTED_BY)),
)
_REDACTION = (
    Line("order", IDENT),
    Line("roles", ROLES),
    Line("old-tip", OBJECT),
    Line("new-tip", OBJECT),
    Line("map", DIGEST),
    Line("kept", DIGEST),
)
PLAIN, REDACTED = Form("receipt", _LINES), Form("receipt", _LINES + _REDACTION)


@dataclass(frozen=True)
class Redaction:
    """Why and how history was written anew without something: the order, who stood behind it, the tips before and
    after, and the digests of the map from old to new commits and of what was kept under seal."""

    order: str
    roles: tuple[str, ...]
    old_tip: str
    new_tip: str
    map: str
    kept: str


@dataclass(frozen=True)
class Receipt:
    """One link of the chain. Digests are hexadecimal, "" stands for nothing, the time knows its zone.

    ``previous``: digest of the bytes of the receipt before; ``before`` and ``after``: the tips; ``tree``: that of
    ``after``; ``content``: digest of the changed files; ``statement``: digest of the statement that arrived; ``late``:
    written afterwards, so that ``time`` is later than what it tells of.
    """

    repository: str
    number: int
    kind: str
    previous: str
    target: str
    change_id: str
    branch: str
    before: str
    after: str
    tree: str
    content: str
    statement: str
    person: str
    time: datetime
    late: bool
    attested_by: str
    redaction: Redaction | None = None


def parse_receipt(data: bytes, place: Place | None = None) -> Receipt:
    """Return the receipt that the bytes are. Raises CongboError at the first line that is not exactly as written."""
    form = REDACTED if b"\nkind: redacted\n" in data else PLAIN
    values = form.read(data, place)
    more = {field.name: values.pop(field.name) for field in fields(Redaction)} if form is REDACTED else None
    found = Receipt(**values, redaction=Redaction(**more) if more else None)
    _verify(found, form, place)
    return found


def written_receipt(receipt: Receipt) -> bytes:
    """Return the bytes to sign. Raises CongboError for what could not be read back as the same receipt."""
    values = asdict(receipt)
    more = values.pop("redaction") or {}
    form = REDACTED if more else PLAIN
    data = form.write(values | more)
    _verify(receipt, form, None)
    return data


def _verify(found: Receipt, form: Form, place: Place | None) -> None:
    for name, fault in _faults(found):
        raise _fault(fault, form, name, found.kind, place)


def _faults(found: Receipt) -> Iterator[tuple[str, str]]:
    first = found.kind == "genesis"
    if first != (found.number == 0):
        yield "number", "number"
    if first == bool(found.previous):
        yield "previous", "previous"
    if (found.kind == "redacted") != bool(found.redaction):
        yield "kind", "redaction"
    yield from ((name, "needs") for name in NEEDS.get(found.kind, ()) if not getattr(found, name))
    yield from ((name, "only") for name, kinds in ONLY.items() if getattr(found, name) and found.kind not in kinds)
    yield from (
        (name, "hashes") for name in ("before", "tree") if len(getattr(found, name)) not in (0, len(found.after))
    )


def _fault(fault: str, form: Form, name: str, kind: str, place: Place | None) -> CongboError:
    return refuse(f"signed.receipt.{fault}", form.at(name, place), key=name.replace("_", "-"), kind=kind)
