"""``congbo forge publish``: receipts for what was decided, and the merge of what is granted."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.commands.forge.reviewing import is_attested, reviewed
from congbo.commands.forge.working import Work, at_work, each, machine, send
from congbo.commands.review.asking import Opened, opened
from congbo.commands.review.changes import asked, refreshed
from congbo.commands.server.judges import checks
from congbo.errors import REFUSED, refuse
from congbo.facts.gate.judge import GRANTED
from congbo.forge.attest import decided, merged
from congbo.forge.held import withheld
from congbo.forge.protocol import Proposed
from congbo.frozen import replace
from congbo.history.refs import ref_at
from congbo.register.chain import append, read_chain
from congbo.register.links import RECEIPTS
from congbo.review.merging import merge


def main(argv: Sequence[str]) -> int:
    """Publish what is granted; what is not is left as it stands."""
    work = at_work(argv, "publish", key=True)
    read_chain(work.root)  # a register that does not hold is not continued
    return each(work, publish)


def publish(work: Work, proposed: Proposed) -> None:
    """Attest the decisions about one change, and merge it if it is granted and nobody stands against it."""
    if proposed.draft or not is_attested(work, proposed):
        work.tell("forge.unattested", id=proposed.id, head=proposed.head[:12])
        return
    _attest(work, proposed)
    state = reviewed(work, proposed, reviews := work.forge.reviews(proposed.number))
    held = withheld(proposed, state.statements, reviews, work.source)
    for statement, code in held:
        work.tell(f"forge.held.{code}", id=proposed.id, person=statement.person, step=statement.step)
    if held or state.found.verdict.verdict != GRANTED:
        work.tell(f"review.verdict.{state.found.verdict.verdict}", id=proposed.id, head=proposed.head[:12])
        return
    _land(work, proposed, state.found)


def _attest(work: Work, proposed: Proposed) -> None:
    before = ref_at(work.root, RECEIPTS)
    for entry in decided(work.root, work.where.target, proposed.id, proposed.head, work.where.tip, work.now):
        append(work.root, entry, work.args.key)
    if ref_at(work.root, RECEIPTS) != before:
        send(work, [f"{RECEIPTS}:{RECEIPTS}"])


def _land(work: Work, proposed: Proposed, found: Opened) -> None:
    """Merge, judge what the merge has become, and push it together with its receipt: both or neither."""
    tip = found.change.tip
    commit = merge(work.root, found.change, machine(work.policy), work.now)
    about = replace(asked(work.where, proposed.id), head=commit, merging=True)
    verdict = opened(about, work.now).verdict
    if verdict.verdict != GRANTED:
        raise refuse(
            "review.merge_refused", None, REFUSED, why=[one.message for one in verdict.refused] or [verdict.code]
        )
    if report := checks(work.now, work.lang)(work.root, tip, commit):
        raise refuse("forge.errors", None, REFUSED, count=report.count("\n"), id=proposed.id)
    last = next((one.person for one in reversed(found.verdict.taken)), "")
    entry = merged(work.root, work.where.target, proposed.id, tip, commit, last, work.now)
    receipt = append(work.root, entry, work.args.key)
    send(work, [f"{commit}:{work.where.target}", f"{RECEIPTS}:{RECEIPTS}"])
    refreshed(work.where)
    work.tell("forge.published", id=proposed.id, commit=commit[:12], number=receipt.number)
