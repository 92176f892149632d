"""The desk of one person, as long as the program runs: where they work, what they look at, what was said."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic

from congbo.commands.review.asking import Opened, opened
from congbo.commands.review.changes import Place, asked, newest_heads, refreshed
from congbo.commands.review.person import person_of
from congbo.errors import CongboError
from congbo.facts.owing import Owed
from congbo.history.refs import ref_at
from congbo.history.running import git_text
from congbo.message import Message
from congbo.policy import Policy
from congbo.policy.people import Person
from congbo.register.gather import policy_at
from congbo.register.known import DECISIONS
from congbo.register.links import RECEIPTS
from congbo.register.owed import known_owed
from congbo.signed.folder import APPROVALS

FRESH = 10.0  # seconds for which the server is not asked again when somebody only looks
DRAFTS_LIVE = timedelta(minutes=15)


@dataclass
class Desk:
    """``told``: the person's id ("": by git's e-mail); ``key``: the file to sign with, if one was told.

    ``secret`` lets a browser in, ``token`` stands in every form. ``lock``: one thing is fetched or signed at a time.
    """

    where: Place
    told: str
    key: Path | None
    lang: str
    clock: Callable[[], datetime]
    folder: Path
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    lock: threading.RLock = field(default_factory=threading.RLock)
    said: list[Message] = field(default_factory=list)
    offline: Message | None = None
    _fetched: float = float("-inf")
    _glanced: dict[str, tuple[tuple[str, ...], Opened]] = field(default_factory=dict)

    def refresh(self) -> None:
        """Ask the server what is new, if nobody has just asked. A server that is not there is remembered as ``offline``."""
        with self.lock:
            if monotonic() - self._fetched < FRESH:
                return
            try:
                self.ask()
            except CongboError as error:
                self.offline = error.message

    def ask(self) -> None:
        """Ask the server what is new. Raises CongboError if it is not there."""
        with self.lock:
            refreshed(self.where)
            self._fetched, self.offline = monotonic(), None

    def changes(self) -> tuple[str, ...]:
        """Return the ids of all changes that were handed in."""
        return tuple(newest_heads(self.where.root))

    def open_changes(self) -> tuple[str, ...]:
        """Return the ids of those whose records the target does not hold yet, or that still owe signatures."""
        words = ("ls-tree", "-r", "-d", "--name-only", "--full-tree", self.where.tip, "--", f"{APPROVALS}/")
        merged = {path.rpartition("/")[2] for path in git_text(self.where.root, *words).split("\n")}
        owing = {one.change for one in self.owed() if one.steps}
        return tuple(id_ for id_ in self.changes() if id_ not in merged or id_ in owing)

    def owed(self) -> tuple[Owed, ...]:
        """Return the emergency publications, each with the steps that are still to be signed (CB-20)."""
        return known_owed(self.where.root, self.where.target, self.where.tip, self.clock())

    def glance(self, id_: str) -> Opened:
        """Return a change as it stood when this was last asked, if nothing about it has moved since within the hour."""
        root, moment = self.where.root, self.clock()
        names = (f"{DECISIONS}{id_}", RECEIPTS)
        key = (self.where.tip, newest_heads(root)[id_], *(ref_at(root, name) for name in names), f"{moment:%Y%m%d%H}")
        known = self._glanced.get(id_)
        if known is None or known[0] != key:
            known = self._glanced[id_] = (key, self.look(id_))
        return known[1]

    def look(self, id_: str) -> Opened:
        """Return a change as it stands now."""
        return opened(asked(self.where, id_), self.clock())

    @property
    def policy(self) -> Policy:
        """Return the policies that count now: those of the target's tip."""
        return policy_at(self.where.root, self.where.tip)

    @property
    def person(self) -> Person:
        """Return who sits here. Raises CongboError if that is nobody."""
        return person_of(self.where.root, self.policy, self.told)

    def tell(self, message: Message) -> None:
        """Remember what the next page says first."""
        self.said.append(message)

    def heard(self) -> tuple[Message, ...]:
        """Return what was to be said, once."""
        told, self.said[:] = tuple(self.said), []
        return told
