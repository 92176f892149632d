"""The smallest interface of a forge. A second forge is one more file like ``github``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

State = Literal["approved", "changes", "dismissed", "other"]


@dataclass(frozen=True)
class Push:
    """A head that was pushed: by which account (``github:1001``, "" if nobody can tell), and when."""

    head: str
    account: str
    time: datetime


@dataclass(frozen=True)
class Proposed:
    """A request to take a change in.

    ``base`` is the short name of the branch that it is meant for, ``author`` the account that opened it. ``retargeted``: when
    it was last meant for another branch than before.
    """

    number: int
    base: str
    base_id: str
    head_ref: str
    head: str
    author: str
    retargeted: datetime | None = None
    draft: bool = False
    open: bool = True

    @property
    def id(self) -> str:
        """Return the id of the change in records and refs."""
        return f"gh-{self.number}"


@dataclass(frozen=True)
class Review:
    """What an account pressed on which commit; ``edited`` after it was handed in; ``raw`` as the forge told it (JSON)."""

    id: int
    account: str
    state: State
    commit: str
    time: datetime
    body: str
    edited: bool = False
    raw: bytes = b"{}\n"


class Forge(Protocol):
    """What is asked of a forge. Every method raises CongboError if the forge cannot be asked or answers something else."""

    @property
    def repository(self) -> str:
        """Return ``owner/name``."""
        ...

    def open_changes(self, base: str) -> tuple[int, ...]:
        """Return the numbers of the requests that are open and meant for a branch, the oldest first."""
        ...

    def change(self, number: int) -> Proposed:
        """Return one request."""
        ...

    def pushes(self, number: int) -> tuple[Push, ...]:
        """Return every head that was pushed for it, in the order of time. Raises CongboError if the forge cannot tell."""
        ...

    def reviews(self, number: int) -> tuple[Review, ...]:
        """Return its reviews in the order of time."""
        ...

    def tell(self, number: int, mark: str, text: str) -> bool:
        """Write the comment that carries a mark, or replace it if it is there; False if it says so already."""
        ...

    def ask(self, path: str) -> object:
        """Return what the forge answers about a setting."""
        ...

    def source(self, number: int, review: int) -> str:
        """Return the name of a review as a statement's source."""
        ...

    def head_of(self, number: int) -> str:
        """Return the full name of the ref under which the forge keeps the request's head."""
        ...
