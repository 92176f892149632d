"""``congbo forge collect``: reviews that count become records, signed by the collector's own key and marked as its word."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from congbo.commands.forge.reviewing import Reviewed, is_attested, reviewed, told
from congbo.commands.forge.working import Work, at_work, each, machine, send
from congbo.errors import REFUSED, refuse
from congbo.forge.collect import Chosen
from congbo.forge.protocol import Proposed
from congbo.history.digests import policy_digest
from congbo.message import Message, say
from congbo.policy.keys import COLLECTED
from congbo.register.known import DECISIONS
from congbo.review.decision import draft, keep
from congbo.review.offers import Offer
from congbo.signed.folder import REVIEW
from congbo.signed.keygen import fingerprint, signed


def main(argv: Sequence[str]) -> int:
    """Collect what was reviewed of every open change, and tell which reviews do not count and why."""
    work = at_work(argv, "collect", key=True)
    key = work.policy.keys.by_fingerprint(fingerprint(work.args.key))
    if key is None or not key.good(COLLECTED, work.now) or work.policy.people.machine(key.person) is None:
        raise refuse("forge.not_a_collector", None, REFUSED, path=str(work.args.key))
    return each(work, collect)


def collect(work: Work, proposed: Proposed) -> None:
    """Collect one change's reviews, one step after the other, and push them together."""
    if not is_attested(work, proposed):
        work.tell("forge.unattested", id=proposed.id, head=proposed.head[:12])
        return
    reviews = work.forge.reviews(proposed.number)
    state = reviewed(work, proposed, reviews)
    count = 0
    while state.next and count < len(reviews):
        _keep(work, proposed, state, state.next)
        count += 1
        state = reviewed(work, proposed, reviews)
    for one in state.aside:
        work.say(told(work, proposed.id, one))
    if count:
        name = f"{DECISIONS}{proposed.id}"
        send(work, [f"{name}:{name}"])


def _keep(work: Work, proposed: Proposed, state: Reviewed, taken: Chosen[Offer]) -> None:
    review = taken.counted.review
    source = work.forge.source(proposed.number, review.id)
    nonce = sha256(f"{source} {proposed.head}".encode()).hexdigest()[:32]  # the same however often it is collected
    digest = policy_digest(work.root, state.found.change.tip)
    made = draft(state.found.change, taken.offer, digest, taken.answers, review.time, nonce, source)
    signature = signed(made.data, work.args.key, COLLECTED)
    keep(work.root, made, signature, machine(work.policy), {REVIEW: review.raw})
    work.tell(
        "forge.collected", id=proposed.id, review=review.id, person=taken.counted.person.name,
        decision=say_of(taken.offer.decision), step=taken.offer.step,
    )  # fmt: skip


def say_of(decision: str) -> Message:
    """Return a decision in words."""
    return say(f"review.decision.{decision}")
