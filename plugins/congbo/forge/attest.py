"""What the publishing job attests in the register: heads that were pushed, statements that arrived, merges it made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from congbo.errors import CongboError
from congbo.forge.protocol import Push
from congbo.history.digests import content_digest
from congbo.history.objects import files_at
from congbo.history.refs import ref_at, refs_under
from congbo.policy.people import People
from congbo.register.chain import Entry
from congbo.register.known import CHANGES, DECISIONS, known_of
from congbo.signed.folder import APPROVALS, STATEMENT
from congbo.signed.statement import parse_statement

JOB = "job"


def unattested(root: Path, id_: str, pushes: tuple[Push, ...]) -> tuple[Push, ...]:
    """Return the pushes that the register does not know yet: those after the last head that it knows."""
    refs = refs_under(root, f"{CHANGES}{id_}/")
    known = [refs.get(f"{CHANGES}{id_}/{number}", "") for number in range(1, len(refs) + 1)]
    if [one.head for one in pushes[: len(known)]] == known:
        return pushes[len(known) :]
    places = [at for at, one in enumerate(pushes) if one.head == known[-1]]  # the log begins anew with a new branch
    return pushes[places[-1] + 1 :] if places else pushes


def submitted(root: Path, target: str, id_: str, push: Push, people: People, now: datetime) -> Entry:
    """Return the entry of a pushed head; ``push.account`` belongs to a person. The branch is named after the change."""
    person = people.by_account(push.account)
    known = refs_under(root, f"{CHANGES}{id_}/")
    number = len(known) + 1
    return Entry(
        "submitted", target, push.head, now, change_id=id_, branch=f"refs/heads/{id_}",
        before=known.get(f"{CHANGES}{id_}/{number - 1}", ""), person=person.id if person else "", attested_by=JOB,
        refs={f"{CHANGES}{id_}/{number}": (push.head, "")},
    )  # fmt: skip


def decided(root: Path, target: str, id_: str, head: str, tip: str, now: datetime) -> Iterator[Entry]:
    """Yield the entries of the statements that have no receipt yet, in the order in which they were issued."""
    kept = ref_at(root, f"{DECISIONS}{id_}")
    if not kept:
        return
    arrived = known_of(root, id_, head, tip).arrived
    found = []
    for path, data in files_at(root, kept, APPROVALS).items():
        digest = sha256(data).hexdigest()
        if path.endswith(f".{STATEMENT}") and digest not in arrived:
            try:
                found.append((parse_statement(data).issued, path, digest, parse_statement(data).person))
            except CongboError:
                continue  # the gate says what it is
    for _, _, digest, person in sorted(found):
        yield Entry("decided", target, kept, now, change_id=id_, statement=digest, person=person, attested_by=JOB)


def merged(root: Path, target: str, id_: str, tip: str, merge: str, person: str, now: datetime) -> Entry:
    """Return the entry of a merge; ``person``: who decided that it be published."""
    content = content_digest(root, tip, merge)
    return Entry(
        "merged", target, merge, now, change_id=id_, before=tip, content=content, person=person, attested_by=JOB
    )
