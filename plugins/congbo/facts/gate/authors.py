"""Who made a change: nobody of them may be the other pair of eyes (CB-1)."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.facts.gate.model import Change, Refused
from congbo.message import say
from congbo.policy import Policy
from congbo.policy.holders import person_of


def authors_of(policy: Policy, change: Change) -> frozenset[str]:
    """Return the persons who pushed a head, wrote or committed a commit, or are named as an item's author and hold a role."""
    pushers = {submission.person for submission in change.submissions}
    mails = {mail for commit in change.commits for mail in (commit.author, commit.committer)}
    found = {person.id for mail in mails if (person := policy.people.by_email(mail))}
    return frozenset({*pushers, *found, *_named(policy, change)} - {""})


def _named(policy: Policy, change: Change) -> Iterator[str]:
    for item in change.after.values():
        board = policy.boards.get(item.portal)
        named = _words(item.fields.get("tac_gia"))
        for holder in board.holders if board else ():
            if named & {holder.id, holder.person, person_of(holder)}:
                yield person_of(holder)


def _words(value: object) -> set[object]:
    return set(value) if isinstance(value, (list, tuple)) else {value}


def strangers(policy: Policy, change: Change) -> tuple[Refused, ...]:
    """Return a refusal for every identity that is nobody's: without it four eyes could be one pair."""
    found: dict[str, Refused] = {}
    for commit in change.commits:
        for mail in (commit.author, commit.committer):
            if not _known(policy, mail, committing=mail == commit.committer and mail != commit.author):
                said = say("gate.commit.stranger", mail=mail, commit=commit.commit[:12])
                found.setdefault(mail, Refused("commit.stranger", said, "CB-1"))
    if any(policy.people.person(submission.person) is None for submission in change.submissions):
        found[""] = Refused("pusher.stranger", say("gate.pusher.stranger"), "CB-1")
    return tuple(found.values())


def _known(policy: Policy, mail: str, *, committing: bool) -> bool:
    return policy.people.by_email(mail) is not None or (committing and policy.people.machine_by_email(mail) is not None)
