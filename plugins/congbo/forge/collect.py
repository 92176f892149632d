"""From reviews to decisions: which of them count for the present head, whose they are, and which step each one takes.

Pure: the same answers of the forge and the same facts of the change give the same records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from congbo.errors import CongboError
from congbo.facts.gate.state import APPROVE
from congbo.forge.protocol import Proposed, Review
from congbo.forge.words import Wish, wish_of
from congbo.policy.people import People, Person
from congbo.signed.answers import written_answers

PUBLISHING = "publish"
DECIDED = ("approved", "changes", "dismissed")


class Offered(Protocol):
    """One thing that a person may decide now (``review.offers.Offer``)."""

    @property
    def board(self) -> str:
        """Return the board."""
        ...

    @property
    def procedure(self) -> str:
        """Return the procedure."""
        ...

    @property
    def step(self) -> str:
        """Return the step."""
        ...

    @property
    def act(self) -> str:
        """Return what kind of step it is."""
        ...

    @property
    def decision(self) -> str:
        """Return approve, return or refuse."""
        ...

    @property
    def asks(self) -> Mapping[str, str]:
        """Return the words that have to be answered."""
        ...


O = TypeVar("O", bound=Offered)  # noqa: E741 - an offer


@dataclass(frozen=True)
class Facts:
    """What is known of the change: the branch and head that count, its authors, the reviews that are records already.

    ``last``: when each (board, procedure) was last decided on at this head; ``decided``: who decided something at it.
    """

    target: str
    head: str
    authors: frozenset[str] = frozenset()
    collected: frozenset[int] = frozenset()
    last: Mapping[tuple[str, str], datetime] | None = None
    decided: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Counted:
    """A review that counts, whose it is, and what it asks for."""

    review: Review
    person: Person
    wish: Wish


@dataclass(frozen=True)
class Aside:
    """A review that does not count, and why (a stable code)."""

    review: Review
    code: str
    detail: str = ""


@dataclass(frozen=True)
class Chosen(Generic[O]):
    """The step that a review takes, and its answers."""

    counted: Counted
    offer: O
    answers: Mapping[str, str]


def sorted_out(
    proposed: Proposed, reviews: Sequence[Review], facts: Facts, people: People
) -> tuple[tuple[Counted, ...], tuple[Aside, ...]]:
    """Return the reviews that count and those that do not, each in the order of time; plain comments are neither."""
    counted: list[Counted] = []
    aside: list[Aside] = []
    for review in sorted(reviews, key=lambda one: (one.time, one.id)):
        if review.state not in DECIDED or review.id in facts.collected:
            continue
        person = people.by_account(review.account)
        code = next(_against(proposed, review, reviews, facts, person), "")
        wish = wish_of(review.state, review.body)
        if code or wish.fault or person is None:
            aside.append(Aside(review, code or wish.fault))
        else:
            counted.append(Counted(review, person, wish))
    return tuple(counted), tuple(aside)


def _against(
    proposed: Proposed, review: Review, every: Sequence[Review], facts: Facts, person: Person | None
) -> Iterator[str]:
    if review.state == "dismissed":
        yield "dismissed"
    if proposed.base != facts.target or proposed.head != facts.head or review.commit != facts.head:
        yield "stale"
    if proposed.retargeted and review.time <= proposed.retargeted:
        yield "retargeted"
    if review.edited:
        yield "edited"
    if not review.account:
        yield "gone"
    if person is None:
        yield "stranger"
    elif person.id in facts.authors or review.account == proposed.author:
        yield "self"
    if newest_of(review.account, every, facts.head) != review:
        yield "superseded"


def newest_of(account: str, every: Sequence[Review], head: str) -> Review | None:
    """Return the account's last word on a head; a comment is none, a dismissed review is."""
    mine = (one for one in every if (one.account, one.commit) == (account, head) and one.state in DECIDED)
    return max(mine, key=lambda one: (one.time, one.id), default=None)


def chosen(counted: Counted, offers: Sequence[O], facts: Facts) -> Chosen[O] | Aside:
    """Return the one step that a review takes of those that its person may take now, or why it takes none."""
    wish = counted.wish
    fitting = [one for one in offers if one.decision == wish.decision and _in_turn(one, counted.review, facts)]
    if wish.decision == APPROVE:
        fitting = [one for one in fitting if _meant(one, wish)]
        if not (wish.step or wish.publish) and counted.person.id in facts.decided:
            return Aside(counted.review, "unnamed")
    if not fitting:
        waiting = any(one.act == PUBLISHING for one in offers) and not wish.publish
        return Aside(counted.review, "publish_unnamed" if waiting and wish.decision == APPROVE else "no_turn")
    steps = dict.fromkeys(one.step for one in fitting)
    if wish.decision == APPROVE and len(steps) > 1:
        return Aside(counted.review, "several", ", ".join(f"/congbo {step}" for step in steps))
    return _answered(counted, fitting[0])


def _answered(counted: Counted, offer: O) -> Chosen[O] | Aside:
    given = counted.wish.answers
    unasked = sorted(given.keys() - offer.asks.keys())
    if unasked:
        return Aside(counted.review, "unasked", ", ".join(unasked))
    open_ = [word for word in offer.asks if not given.get(word, "").strip()]
    if open_:
        return Aside(counted.review, "unanswered", ", ".join(f"/congbo {word}: …" for word in open_))
    try:
        _ = written_answers(given) if given else b""
    except CongboError:
        return Aside(counted.review, "unreadable")
    return Chosen(counted, offer, given)


def _in_turn(offer: Offered, review: Review, facts: Facts) -> bool:
    """A word that was given before the step before it was taken was given about something else."""
    last = (facts.last or {}).get((offer.board, offer.procedure))
    return last is None or review.time >= last


def _meant(offer: Offered, wish: Wish) -> bool:
    """Nobody publishes by a plain approval: that has to be said."""
    if wish.publish:
        return offer.act == PUBLISHING
    return offer.step == wish.step if wish.step else offer.act != PUBLISHING
