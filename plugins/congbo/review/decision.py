"""A decision put into a statement, signed, and kept beside the change until the merge takes it along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from congbo.facts.gate.model import Change
from congbo.history.objects import tree_with, write_commit
from congbo.history.refs import move_ref, ref_at
from congbo.policy.people import Person
from congbo.register.known import DECISIONS
from congbo.review.offers import Offer
from congbo.signed.answers import written_answers
from congbo.signed.folder import ANSWERS, SIGNATURE, STATEMENT, folder_of, stem_of, taken_apart
from congbo.signed.statement import Statement, written

GOOD_FOR = timedelta(days=30)


@dataclass(frozen=True)
class Draft:
    """A statement before it is signed: its bytes, the file of answers, and where both will lie."""

    statement: Statement
    data: bytes
    answers: bytes
    stem: str


def draft(
    change: Change,
    offer: Offer,
    policy: str,
    answers: Mapping[str, str],
    issued: datetime,
    nonce: str,
    source: str = "signed",
) -> Draft:
    """Return what has to be signed. ``policy``: digest of the base's policies; ``issued`` knows its zone, to the second.

    Raises CongboError for answers or names that no record can hold.
    """
    words = written_answers(answers) if answers else b""
    statement = Statement(
        repository=change.repository,
        target=change.target,
        change_id=change.id,
        base=change.base,
        head=change.head,
        change=change.digest,
        policy=policy,
        board=offer.board,
        procedure=offer.procedure,
        step=offer.step,
        role=offer.role,
        person=offer.person,
        behalf=offer.behalf,
        decision=offer.decision,
        answers=sha256(words).hexdigest() if words else "",
        issued=issued,
        expires=issued + GOOD_FOR,
        nonce=nonce,
        source=source,
    )
    kept = next((one.folder for record in change.records if (one := taken_apart(record.path))), "")
    folder = kept or folder_of(change.id, issued)
    return Draft(statement, written(statement), words, f"{folder}/{stem_of(statement)}")


def keep(root: Path, made: Draft, signature: bytes, person: Person, more: Mapping[str, bytes] | None = None) -> str:
    """Add a signed decision to the change's records and return the commit; ``more``: further files, by their ending.

    Raises CongboError if somebody else added one at the same moment: nothing is lost, the same call works again.
    """
    files = {f"{made.stem}.{STATEMENT}": made.data, f"{made.stem}.{SIGNATURE}": signature}
    if made.answers:
        files[f"{made.stem}.{ANSWERS}"] = made.answers
    files |= {f"{made.stem}.{ending}": data for ending, data in (more or {}).items()}
    name = f"{DECISIONS}{made.statement.change_id}"
    before = ref_at(root, name)
    tree = tree_with(root, before, files)
    said = f"{made.statement.decision}: {made.statement.step}\n\n{made.stem}\n"
    parents = (before,) if before else ()
    commit = write_commit(root, tree, parents, said, person.name, person.emails[0], made.statement.issued)
    move_ref(root, name, commit, before)
    return commit
