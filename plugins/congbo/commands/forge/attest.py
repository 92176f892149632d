"""``congbo forge attest``: receipts for the heads that were pushed, by the key of the publishing job."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.commands.forge.readiness import bring, waiting
from congbo.commands.forge.working import Work, at_work, each, fetch_head, send
from congbo.forge.attest import submitted
from congbo.forge.protocol import Proposed
from congbo.register.chain import append
from congbo.register.links import RECEIPTS


def main(argv: Sequence[str]) -> int:
    """Write the receipts of all open changes; a head of somebody unknown gets none, and is told."""
    work = at_work(argv, "attest", key=True)
    return each(work, attest)


def attest(work: Work, proposed: Proposed) -> None:
    """Write the receipts of one change's new heads and push them together."""
    fetch_head(work, proposed)
    pushes, fault = waiting(work, proposed)
    if fault:
        work.tell("forge.not_attested", id=proposed.id, why=fault)
        return
    refs: list[str] = []
    for push in pushes:
        bring(work, push)
        entry = submitted(work.root, work.where.target, proposed.id, push, work.policy.people, work.now)
        receipt = append(work.root, entry, work.args.key)
        refs += entry.refs
        work.tell("forge.attested", number=receipt.number, id=proposed.id, head=push.head[:12])
    if refs:
        send(work, [f"{name}:{name}" for name in (RECEIPTS, *refs)])
