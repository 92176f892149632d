"""What the checks find in a change: worked out once for each state of target and change, while the person already reads."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass, field

from congbo.commands.change import Change, change
from congbo.commands.reported import asked
from congbo.commands.review.asking import Opened
from congbo.dates import day_of
from congbo.errors import CongboError
from congbo.finding import Finding
from congbo.message import Message
from congbo.output.report import Asked, Note

PATIENCE = 5.0  # seconds that a page waits; after that it says that the findings are still to come
_KEPT = 20

Key = tuple[str, str, str]


@dataclass(frozen=True)
class Judged:
    """The change, what the checks found, and what the reviewer has to answer. ``fault``: they could not judge."""

    change: Change | None = None
    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()
    asked: tuple[Asked, ...] = ()
    fault: Message | None = None


@dataclass
class Judge:
    """Judges one change after the other beside the pages."""

    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "congbo-desk"))
    known: dict[Key, Future[Judged]] = field(default_factory=dict)

    def begin(self, found: Opened) -> Future[Judged]:
        """Begin to judge a change, if nobody has yet."""
        key = (found.change.tip, found.change.head, str(day_of(found.now)))
        if key not in self.known:
            for old in list(self.known)[: -_KEPT + 1]:
                self.known.pop(old, None)
            self.known[key] = self.pool.submit(_judged, found)
        return self.known[key]

    def look(self, found: Opened) -> Judged | None:
        """Return what was found, None if that takes longer than a page should wait."""
        try:
            return self.begin(found).result(PATIENCE)
        except NotYet:
            return None

    def wait(self, found: Opened) -> Judged:
        """Return what was found, however long it takes."""
        return self.begin(found).result()


def _judged(found: Opened) -> Judged:
    try:
        one = change(found.root, found.change.tip, found.change.head, day_of(found.now))
        questions = asked(found.policy, one.pages, one.tree, one.today)
        return Judged(one, one.findings((), ()), tuple(one.notes()), questions)
    except CongboError as error:
        return Judged(fault=error.message)
