"""The records of one change as facts for the gate: each statement with its signature, its answers and its arrival."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from congbo.errors import CongboError
from congbo.facts.gate.model import Record
from congbo.facts.gate.paper import PAPER
from congbo.facts.gate.standing import RECOVERY, SIGNED
from congbo.place import Place
from congbo.policy.keys import COLLECTED, DECISION, ROOT
from congbo.signed.answers import read_answers
from congbo.signed.folder import ANSWERS, SCANS, SIGNATURE, STATEMENT
from congbo.signed.keygen import checked
from congbo.signed.receipt import Receipt
from congbo.signed.statement import Statement, parse_statement


def records_of(files: Mapping[str, bytes], receipts: Mapping[str, Receipt]) -> tuple[Record, ...]:
    """Return the records among the files of a change's folder, in the order of their names.

    ``receipts``: those of arrived statements, by the digest (64 hex) of the statement's bytes.
    """
    stems = sorted({path.rpartition(".")[0] for path in files})
    return tuple(_record(stem, files, receipts) for stem in stems)


def _record(stem: str, files: Mapping[str, bytes], receipts: Mapping[str, Receipt]) -> Record:
    path = f"{stem}.{STATEMENT}"
    data = files.get(path, b"")
    try:
        statement = parse_statement(data, Place(path))
    except CongboError as error:
        return Record(path, None, fault=error.message)
    receipt = receipts.get(sha256(data).hexdigest())
    return Record(
        path=path,
        statement=statement,
        fingerprint=_signer(data, files.get(f"{stem}.{SIGNATURE}", b""), statement),
        answers=_answers(statement, files.get(f"{stem}.{ANSWERS}"), Place(f"{stem}.{ANSWERS}")),
        arrived=receipt.time if receipt else None,
        number=receipt.number if receipt else -1,
        scan=_scan(stem, files),
    )


def _scan(stem: str, files: Mapping[str, bytes]) -> str:
    """The digest of the one scan beside a statement; a second one would leave open which was meant."""
    found = [files[f"{stem}.{ending}"] for ending in SCANS if f"{stem}.{ending}" in files]
    return sha256(found[0]).hexdigest() if len(found) == 1 else "-" * len(found)


def _signer(data: bytes, signature: bytes, statement: Statement) -> str:
    """The fingerprint of the key that signed exactly these bytes for this purpose; "" if none did."""
    found = checked(data, signature, namespace_of(statement)) if signature else None
    return found.fingerprint if found else ""


def namespace_of(statement: Statement) -> str:
    """Return the namespace that a statement has to be signed in."""
    if statement.step == RECOVERY:
        return ROOT
    return DECISION if statement.source in (SIGNED, PAPER) else COLLECTED


def _answers(statement: Statement, data: bytes | None, place: Place) -> Mapping[str, str] | None:
    """The answers that the statement names by their digest; None where the file is another one, or there though unnamed."""
    if data is None:
        return {} if not statement.answers else None
    if sha256(data).hexdigest() != statement.answers:
        return None
    try:
        return read_answers(data, place)
    except CongboError:
        return None
