"""What each record of a change is worth: forged, set aside, or good."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from msgspec import Struct

from congbo.facts.gate.model import Change, Record, Refused
from congbo.facts.gate.paper import PAPER, attested, wrong_scan
from congbo.message import say
from congbo.policy import Policy
from congbo.policy.keys import COLLECTED, DECISION, ROOT
from congbo.signed.folder import STATEMENT, folder_of, stem_of
from congbo.signed.statement import Statement

SKEW = timedelta(minutes=5)  # what the clocks of two offices may differ by
RECOVERY = "recovery"
SIGNED = "signed"


class Good(Struct, frozen=True):
    """A record whose signature, key and binding hold; ``at`` is the trusted time, ``moments`` when a role must be held.

    ``recorders``: who has recorded what was signed on paper.
    """

    record: Record
    statement: Statement
    at: datetime
    moments: tuple[datetime, ...]
    recorders: tuple[str, ...] = ()


class Standing(Struct, frozen=True):
    """The records of a change, sorted: ``forged`` ones refuse it, those set ``aside`` do not count.

    ``blocked``: what was set aside and whose step nobody has taken in another record that holds.
    """

    good: tuple[Good, ...]
    forged: tuple[Refused, ...]
    aside: tuple[Refused, ...]
    blocked: tuple[Refused, ...] = ()


def standing(policy: Policy, change: Change, now: datetime) -> Standing:
    """Sort the records of a change by what they are worth at a moment."""
    good: list[Good] = []
    forged: list[Refused] = []
    aside: list[tuple[Statement, Refused]] = []
    nonces: set[str] = set()
    for record in change.records:
        fault = next(_forged(policy, change, record, nonces), None)
        weak = None if fault else next(_weak(policy, change, record, now), None)
        if fault:
            forged.append(fault)
        elif weak and record.statement:
            aside.append((record.statement, weak))
        elif record.statement:
            good.append(_good(record, record.statement, now))
        if record.statement:
            nonces.add(record.statement.nonce)
    counted, lonely = attested(policy, change, good)
    newest = [(said, fault) for said, fault in (*aside, *lonely) if said.head == change.head]  # earlier heads are past
    done = {_step(one.statement) for one in counted}
    blocked = tuple(fault for said, fault in newest if _step(said) not in done)
    return Standing(counted, tuple(forged), tuple(fault for _, fault in newest), blocked)


def _step(said: Statement) -> tuple[str, ...]:
    return (said.head, said.board, said.procedure, said.step)


def _good(record: Record, statement: Statement, now: datetime) -> Good:
    arrived = record.arrived or statement.issued
    return Good(record, statement, arrived, (statement.issued, arrived, now))


def _refused(code: str, record: Record, law: str = "", **params: object) -> Refused:
    return Refused(code, say(f"gate.{code}", path=record.path, **params), law, record.path)


def _forged(policy: Policy, change: Change, record: Record, nonces: set[str]) -> Iterator[Refused]:
    """What no honest hand writes: such a record refuses the whole change."""
    statement = record.statement
    if statement is None:
        yield Refused(
            "record.unreadable", record.fault or say("gate.record.unreadable", path=record.path), "", record.path
        )
        return
    yield from _bound(change, record, statement)
    if record.answers is None:
        yield _refused("record.answers", record)
    elif wrong_scan(record):
        yield _refused("paper.scan", record)
    if statement.nonce in nonces:
        yield _refused("record.nonce", record)
    yield from _signer(policy, change, record, statement)


def _bound(change: Change, record: Record, statement: Statement) -> Iterator[Refused]:
    """What a statement names, this change has to be; and its policies have to have been the target's."""
    if not record.fingerprint:
        yield _refused("record.signature", record)
    if statement.repository != change.repository:
        yield _refused("record.repository", record, found=statement.repository)
    if statement.target != change.target:
        yield _refused("record.target", record, found=statement.target)
    if statement.policy not in change.policies:
        yield _refused("record.policy", record, found=statement.policy[:12])
    if statement.change_id != change.id:
        yield _refused("record.change_id", record, found=statement.change_id)
    elif record.path != (named := _path(change, statement)):
        yield _refused("record.name", record, expected=named)


def _path(change: Change, statement: Statement) -> str:
    """Where a statement has to lie: one file under two names would be two records, and the name is what people read."""
    first = min(one.statement.issued for one in change.records if one.statement)
    return f"{folder_of(change.id, first)}/{stem_of(statement)}.{STATEMENT}"


def _signer(policy: Policy, change: Change, record: Record, statement: Statement) -> Iterator[Refused]:
    """The key must be one of those that the base knows, and the person's own."""
    if record.fingerprint and record.fingerprint == change.root:
        if statement.step != RECOVERY:
            yield _refused("key.purpose", record, purpose=ROOT)
        elif policy.people.person(statement.person) is None:
            yield _refused("person.unknown", record, person=statement.person)
        return
    key, purpose = policy.keys.by_fingerprint(record.fingerprint), _purpose(statement)
    if statement.step == RECOVERY:
        yield _refused("key.purpose", record, purpose=ROOT)
    elif key is None:
        yield _refused("key.unknown", record, fingerprint=record.fingerprint)
    elif purpose not in key.namespaces:
        yield _refused("key.purpose", record, purpose=purpose)
    elif statement.source == SIGNED and key.person != statement.person:
        yield _refused("key.person", record, owner=key.person, person=statement.person)
    elif policy.people.person(statement.person) is None:
        yield _refused("person.unknown", record, person=statement.person)


def _purpose(statement: Statement) -> str:
    """What the key has to be enrolled for: a forge's collector speaks for the person, in records marked so."""
    return DECISION if statement.source in (SIGNED, PAPER) else COLLECTED


def _weak(policy: Policy, change: Change, record: Record, now: datetime) -> Iterator[Refused]:
    """What was honest once, or somewhere else, and does not count here and now."""
    statement = record.statement
    if statement is None:
        return
    if statement.issued > now + SKEW:
        yield _refused("record.future", record, issued=statement.issued)
    if record.arrived and statement.issued > record.arrived + SKEW:
        yield _refused("record.future", record, issued=statement.issued)
    if statement.expires < now:
        yield _refused("record.expired", record, expires=statement.expires)
    if statement.head == change.head and statement.base != change.base:
        yield _refused("record.base", record, found=statement.base[:12], base=change.base[:12])
    key = policy.keys.by_fingerprint(record.fingerprint)
    for moment in (statement.issued, record.arrived or now):
        if key and not key.good(_purpose(statement), moment):
            yield _refused("key.outside", record, person=key.person, moment=moment)
