"""Approvals that were collected and that their accounts no longer stand by: the record stays, and nothing is published on it.

A forge may dismiss a review without its author. That is no decision of a person, so no record is made of it; it only stops.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congbo.facts.gate.state import APPROVE
from congbo.forge.collect import newest_of
from congbo.forge.protocol import Proposed, Review
from congbo.signed.statement import Statement


def withheld(
    proposed: Proposed, statements: Sequence[Statement], reviews: Sequence[Review], forge: str
) -> tuple[tuple[Statement, str], ...]:
    """Return the collected approvals of the present head that do not stand any more, each with a stable code.

    ``forge``: the source that is judged (``github:owner/name#``); what people signed themselves is none of the forge's.
    """
    mine = [
        one for one in statements if one.source.startswith(f"{forge}{proposed.number}/") and one.decision == APPROVE
    ]
    return tuple((one, code) for one in mine if one.head == proposed.head for code in _why(proposed, one, reviews))


def _why(proposed: Proposed, statement: Statement, reviews: Sequence[Review]) -> Iterator[str]:
    id_ = int(statement.source.rpartition("/")[2])
    review = next((one for one in reviews if one.id == id_), None)
    if review is None or not review.account:
        yield "gone"
        return
    newest = newest_of(review.account, reviews, proposed.head)
    if newest is None or newest.state != "approved":
        yield "dismissed" if newest is None or newest.state == "dismissed" else "objection"
    elif proposed.retargeted and newest.time <= proposed.retargeted:
        yield "retargeted"
