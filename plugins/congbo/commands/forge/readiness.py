"""What has to be so before the register takes a head in: what is attested is never taken away again."""

from __future__ import annotations

from congbo.commands.forge.working import Work
from congbo.errors import CongboError
from congbo.facts.gate.authors import strangers
from congbo.forge.attest import unattested
from congbo.forge.protocol import Proposed, Push
from congbo.history.refs import ref_at
from congbo.history.running import git_text
from congbo.message import Message, say
from congbo.register.gather import Asked, gather
from congbo.server.push_limits import over_limits

MOST = 100  # heads of one change in one run


def waiting(work: Work, proposed: Proposed) -> tuple[tuple[Push, ...], Message | None]:
    """Return the pushes that wait for their receipts, or why the head cannot be taken in now."""
    if proposed.draft:
        return (), say("forge.not_ready.draft")
    if ref_at(work.root, f"refs/congbo/pull/{proposed.number}") != proposed.head:
        return (), say("forge.not_ready.moved")
    pushes = work.forge.pushes(proposed.number)
    if not pushes or pushes[-1].head != proposed.head:
        return (), say("forge.not_ready.log")
    found = unattested(work.root, proposed.id, pushes)
    return found, _fault(work, proposed, found)


def _fault(work: Work, proposed: Proposed, pushes: tuple[Push, ...]) -> Message | None:
    accounts = [one.account for one in pushes] + [proposed.author]
    unknown = sorted({one or "-" for one in accounts if work.policy.people.by_account(one) is None})
    if unknown:
        return say("forge.not_ready.stranger", accounts=unknown)
    if len(pushes) > MOST:
        return say("forge.not_ready.many", most=MOST)
    if faults := tuple(over_limits(work.root, work.where.tip, proposed.head)):
        return faults[0].message
    asked = Asked(work.root, work.where.target, work.where.tip, proposed.head, proposed.id, merging=False)
    nobody = strangers(work.policy, gather(asked, work.policy)[0])
    return next((one.message for one in nobody if one.code == "commit.stranger"), None)


def bring(work: Work, push: Push) -> None:
    """Bring an earlier head here, which no branch leads to any more. Raises CongboError if the forge has lost it."""
    try:
        git_text(work.root, "cat-file", "-e", f"{push.head}^{{commit}}")
    except CongboError:
        git_text(work.root, "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", work.where.remote, push.head)
