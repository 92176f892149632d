"""Slips signed on paper: a decision counts once two others have recorded the same slip and the same scan of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from congbo.dates import day_of
from congbo.facts.board import in_office
from congbo.facts.gate.authors import authors_of
from congbo.facts.gate.model import Change, Record, Refused
from congbo.frozen import replace
from congbo.message import say
from congbo.policy import Policy
from congbo.policy.holders import person_of
from congbo.signed.statement import Statement

if TYPE_CHECKING:
    from congbo.facts.gate.standing import Good

PAPER = "paper"
SCAN = "ban_quet"  # the answer that names the scan: SHA-256, hexadecimal
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_Aside = list[tuple[Statement, Refused]]


def wrong_scan(record: Record) -> bool:
    """Tell whether a record's scan is not the one that its answers name; only what was signed on paper has one."""
    on_paper = record.statement is not None and record.statement.source == PAPER
    named = (record.answers or {}).get(SCAN, "")
    return (record.scan != named or not named) if on_paper else bool(record.scan)


def attested(policy: Policy, change: Change, good: list[Good]) -> tuple[tuple[Good, ...], _Aside]:
    """Return what counts, a slip as one that stands where its second recorder did, and what has to be set aside."""
    authors = authors_of(policy, change)
    aside: _Aside = []
    slips: dict[Statement, dict[str, Good]] = {}
    for one in sorted(good, key=lambda one: (one.record.number < 0, one.record.number, one.at)):
        if one.statement.source == PAPER:
            recorder = _owner(policy, one)
            if _may_record(policy, one, recorder, authors):
                slips.setdefault(_slip(one.statement), {}).setdefault(recorder, one)
            else:
                aside.append((one.statement, _refused("recorder", one.record, recorder)))
    pairs = [_pair(slip) for slip in slips.values() if len(slip) > 1]
    aside += [
        (one.statement, _refused("alone", one.record, recorder))
        for slip in slips.values()
        if len(slip) == 1
        for recorder, one in slip.items()
    ]
    return (*(one for one in good if one.statement.source != PAPER), *pairs), aside


def _pair(slip: dict[str, Good]) -> Good:
    """Two keys of one person are one pair of eyes; a third record adds nothing."""
    first, second = list(slip)[:2]
    return replace(slip[second], recorders=(first, second))


def _owner(policy: Policy, one: Good) -> str:
    key = policy.keys.by_fingerprint(one.record.fingerprint)
    return key.person if key else ""


def _may_record(policy: Policy, one: Good, recorder: str, authors: frozenset[str]) -> bool:
    """Somebody in office on that board, who is neither the signer nor one of those who wrote what was signed."""
    board = policy.boards.get(one.statement.board)
    serving = in_office(board.holders, day_of(one.at)) if board else ()
    outside = recorder not in authors and recorder != one.statement.person
    return outside and recorder in {person_of(holder) for holder in serving}


def _slip(said: Statement) -> Statement:
    """What two records of one slip have in common: everything (its answers, which name the scan) but when each was made."""
    return replace(said, issued=_EPOCH, expires=_EPOCH, nonce="")


def _refused(why: str, record: Record, recorder: str) -> Refused:
    return Refused(f"paper.{why}", say(f"gate.paper.{why}", path=record.path, person=recorder), "", record.path)
