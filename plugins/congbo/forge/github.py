"""GitHub (and what speaks its REST interface): which account pressed what on which commit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from congbo.errors import refuse
from congbo.forge.answers import account, at, commit, moment, number, raw, text
from congbo.forge.http import LIMITED, Client
from congbo.forge.protocol import Proposed, Push, Review, State

NAME: Final = "github"
PUBLIC = "https://api.github.com"
_REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}")
_STATES: dict[str, State] = {"APPROVED": "approved", "CHANGES_REQUESTED": "changes", "DISMISSED": "dismissed"}
_BEGINS, _MOVES = "branch_creation", ("branch_creation", "push", "force_push")
_TIMES = ("submitted_at", "updated_at", "created_at")  # a dismissed review may have lost the first
_COMMENTS = "issues/comments"


@dataclass(frozen=True)
class GitHub:
    """A repository there, as ``owner/name``."""

    client: Client
    repository: str

    def __post_init__(self) -> None:
        """Refuse a name that could lead elsewhere."""
        if not _REPOSITORY.fullmatch(self.repository) or self.repository.endswith(("/.", "/..")):
            raise refuse("forge.repository", None, name=self.repository)

    def open_changes(self, base: str) -> tuple[int, ...]:
        """Return the numbers of the open requests that are meant for a branch."""
        found = self.client.every(self._path("pulls"), state="open", base=base, sort="created", direction="asc")
        return tuple(sorted(number(one, "number") for one in found if text(one, "base", "ref") == base))

    def change(self, number_: int) -> Proposed:
        """Return one request."""
        told = self.client.get(self._path(f"pulls/{number_}"))
        events = self.client.every(self._path(f"issues/{number_}/events"))
        moved = [moment(one, "created_at") for one in events if at(one, "event") == "base_ref_changed"]
        return Proposed(
            number=number(told, "number"),
            base=text(told, "base", "ref"),
            base_id=commit(told, "base", "sha"),
            head_ref=text(told, "head", "ref"),
            head=commit(told, "head", "sha"),
            author=account(NAME, told, "user"),
            retargeted=max(moved, default=None),
            draft=at(told, "draft") is True,
            open=at(told, "state") == "open",
        )

    def pushes(self, number_: int) -> tuple[Push, ...]:
        """Return the pushes to the request's branch since that branch was made, from the log of its repository."""
        told = self.client.get(self._path(f"pulls/{number_}"))
        home = text(told, "head", "repo", "full_name")
        if not _REPOSITORY.fullmatch(home):
            raise refuse("forge.no_pushes", None, number=number_)
        path, ref = f"repos/{home}/activity", f"refs/heads/{text(told, 'head', 'ref')}"
        if self.client.asked("GET", path, {"ref": ref, "per_page": "1"}).code in (*LIMITED, 404):
            raise refuse("forge.no_pushes", None, number=number_)
        log = (one for one in self.client.every(path, ref=ref) if at(one, "ref") == ref)
        return tuple(reversed(list(_since_the_beginning(log))))

    def reviews(self, number_: int) -> tuple[Review, ...]:
        """Return the reviews that were handed in; one that is still being written is nobody's word yet."""
        every = self.client.every(self._path(f"pulls/{number_}/reviews"))
        found = (_review(one) for one in every if at(one, "state") != "PENDING" and at(one, "commit_id") is not None)
        return tuple(sorted(found, key=lambda one: (one.time, one.id)))

    def tell(self, number_: int, mark: str, text_: str) -> bool:
        """Write or replace our own comment; what somebody else wrote under the same mark stays theirs."""
        every = self.client.every(self._path(f"issues/{number_}/comments"))
        own = next((one for one in every if mark in text(one, "body") and self._ours(one)), None)
        if own is None:
            self.client.send("POST", self._path(f"issues/{number_}/comments"), {"body": text_})
            return True
        if text(own, "body").strip() == text_.strip():
            return False
        self.client.send("PATCH", self._path(f"{_COMMENTS}/{number(own, 'id')}"), {"body": text_})
        return True

    def ask(self, path: str) -> object:
        """Return what GitHub answers at a path below the repository; None where it says that there is nothing."""
        answer = self.client.asked("GET", self._path(path) if path else f"repos/{self.repository}", {})
        if answer.code == 404:
            return None
        if answer.code >= 300:
            raise refuse("forge.refused", None, path=path, code=answer.code, said="-")
        return answer.document

    def source(self, number_: int, review: int) -> str:
        """Return ``github:owner/name#<number>/<review>``."""
        return f"{NAME}:{self.repository}#{number_}/{review}"

    def head_of(self, number_: int) -> str:
        """Return the ref that GitHub keeps, also of a fork's branch."""
        return f"refs/pull/{number_}/head"

    def _path(self, rest: str) -> str:
        return f"repos/{self.repository}/{rest}"

    def _ours(self, comment: object) -> bool:
        mine = self._viewer
        return account(NAME, comment, "user") == mine if mine else text(comment, "user", "type") == "Bot"

    @cached_property
    def _viewer(self) -> str:
        """The account that the token belongs to; "" for one of an app, which has none."""
        answer = self.client.asked("GET", "user", {})
        return f"{NAME}:{number(answer.document, 'id')}" if answer.code == 200 else ""


def _since_the_beginning(log: Iterator[object]) -> Iterator[Push]:
    """The newest first, up to the push that made the branch (it may have been deleted and made again)."""
    for one in log:
        kind = text(one, "activity_type")
        if kind in _MOVES:
            yield Push(commit(one, "after"), account(NAME, one, "actor"), moment(one, "timestamp"))
        if kind == _BEGINS:
            return


def _review(one: object) -> Review:
    times = {key: moment(one, key) for key in _TIMES if text(one, key)}
    time = next(iter(times.values()), None) or moment(one, "submitted_at")
    touched = times.get("updated_at", time)
    return Review(
        id=number(one, "id"),
        account=account(NAME, one, "user"),
        state=_STATES.get(text(one, "state").upper(), "other"),
        commit=commit(one, "commit_id"),
        time=time,
        body=text(one, "body"),
        edited=touched > time,
        raw=raw(one),
    )
