"""What is wrong with the keys of a repository, or soon will be: who cannot sign, which key runs out or is nobody's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from congbo.dates import day_of
from congbo.facts.board import in_office
from congbo.facts.gate.aftermath import gaps
from congbo.facts.gate.route import roles_of
from congbo.facts.gate.state import SUBMIT
from congbo.facts.gate.who import PARENT, signs_with
from congbo.policy import Policy
from congbo.policy.holders import Holder, person_of
from congbo.policy.keys import DECISION, Key
from congbo.ssh.public import RSA, decode_base64
from congbo.ssh.wire import Fields

SOON = timedelta(days=30)
STRONG_RSA = 3072  # bits: NIST SP 800-57 part 1, table 2, for what is signed after 2030


@dataclass(frozen=True)
class Fault:
    """A fault: its word, whom it is about, and the key ("" if none). ``until``: when that key runs out.

    ``where``: the boards (or the other line) that it is about.
    """

    code: str
    person: str
    fingerprint: str = ""
    until: datetime | None = None
    where: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lack:
    """A step of a board's procedure that cannot be taken any more, whoever takes the others."""

    board: str
    procedure: str
    step: str


@dataclass(frozen=True)
class Survey:
    """All faults, and the steps that lack people: those alone stop the work."""

    faults: tuple[Fault, ...]
    lacking: tuple[Lack, ...]


def survey(policy: Policy, now: datetime) -> Survey:
    """Return the state of the keys at a moment."""
    faults = (
        *_without_key(policy, now),
        *_running_out(policy, now),
        *_of_nobody(policy, now),
        *_weak(policy, now),
        *_doubled(policy),
        *_several(policy, now),
    )
    return Survey(faults, tuple(Lack(*gap) for gap in gaps(policy, now)))


def _good(policy: Policy, now: datetime) -> list[Key]:
    return [key for key in policy.keys.keys if key.good(DECISION, now)]


def _without_key(policy: Policy, now: datetime) -> Iterator[Fault]:
    """Who holds a role that signs, and has no key that counts for it."""
    boards: dict[str, set[str]] = defaultdict(set)
    for holder, board in _signing(policy, now):
        if policy.people.person(person_of(holder)) is None:
            continue  # a body that holds a role: it decides by a document, not by a key
        mine = (key for key in policy.keys.of(person_of(holder)) if key.good(DECISION, now))
        if not any(signs_with(holder, key.fingerprint) for key in mine):
            boards[person_of(holder)].add(board)
    yield from (Fault("without_key", person, where=tuple(sorted(where))) for person, where in boards.items())


def _signing(policy: Policy, now: datetime) -> Iterator[tuple[Holder, str]]:
    """Whoever is in office in a role that takes a step by a signature: on their own board, or on one below it."""
    on = day_of(now)
    for portal in policy.portals.values():
        regulation = portal.regulation_on(on) or ""
        rules = policy.board_rules.get(regulation)
        tables = [one for one in (rules.procedures.values() if rules else ()) if one.covers_tier(portal.tier)]
        for row in (row for one in tables for row in one.steps if row.act != SUBMIT):
            board = policy.boards.get(portal.parent if row.of == PARENT else portal.id)
            roles = set(roles_of(policy, regulation, row))
            yield from (
                ((one, board.portal) for one in in_office(board.holders, on) if one.role in roles) if board else ()
            )


def _running_out(policy: Policy, now: datetime) -> Iterator[Fault]:
    """Keys that run out within thirty days, of persons who have no other one that lasts longer."""
    good = _good(policy, now)
    lasting = {key.person for key in good if key.valid_before is None or key.valid_before > now + SOON}
    for key in good:
        if key.person not in lasting and _stays(policy, key):
            yield Fault("runs_out", key.person, key.fingerprint, key.valid_before)


def _stays(policy: Policy, key: Key) -> bool:
    """Tell whether the key's owner is still in office the day after it has run out."""
    after = day_of(key.valid_before or key.valid_after) + timedelta(days=1)
    return any(
        person_of(one) == key.person for board in policy.boards.values() for one in in_office(board.holders, after)
    )


def _of_nobody(policy: Policy, now: datetime) -> Iterator[Fault]:
    """Keys that still count, of persons who hold no office any more."""
    serving = {
        person_of(holder) for board in policy.boards.values() for holder in in_office(board.holders, day_of(now))
    }
    for key in _good(policy, now):
        if key.person not in serving:
            yield Fault("no_office", key.person, key.fingerprint, key.valid_before)


def _weak(policy: Policy, now: datetime) -> Iterator[Fault]:
    for key in _good(policy, now):
        if key.type == RSA and _bits(key) < STRONG_RSA:
            yield Fault("weak", key.person, key.fingerprint, key.valid_before)


def _bits(key: Key) -> int:
    fields = Fields(decode_base64(key.blob) or b"")
    fields.text()
    fields.mpint()
    return fields.mpint().bit_length()


def _doubled(policy: Policy) -> Iterator[Fault]:
    """The same key in two guises: as a file's and as a token's, or made for two sites. The file refuses it in one guise."""
    first: dict[bytes, Key] = {}
    for key in policy.keys.keys:
        known = first.setdefault(_material(key), key)
        if known is not key:
            yield Fault("doubled", key.person, key.fingerprint, where=(known.person, known.fingerprint))


def _material(key: Key) -> bytes:
    """What tells one secret from another: the point, or the modulus."""
    fields = Fields(decode_base64(key.blob) or b"")
    fields.text()
    if key.type == RSA or "ecdsa" in key.type:
        fields.string()
    return fields.string()


def _several(policy: Policy, now: datetime) -> Iterator[Fault]:
    """More than one key without an end: a change of keys that was never finished, or a forgotten machine."""
    endless: dict[str, list[Key]] = defaultdict(list)
    for key in _good(policy, now):
        if key.valid_before is None:
            endless[key.person].append(key)
    for person, keys in endless.items():
        if len(keys) > 1:
            yield Fault("several", person, where=tuple(key.fingerprint for key in keys))
