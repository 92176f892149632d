"""A forge's CODEOWNERS file: whom it asks for a review. It is made for comfort only; what may be merged is the gate's word.

Written in what GitHub supports: no negation, no character classes, blanks escaped, less than 3 MB, the last match counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from congbo.errors import refuse
from congbo.message import Message, say
from congbo.place import Place
from congbo.policy import Policy
from congbo.review.owned import ANY_DEPTH, Owned

PATH = ".github/CODEOWNERS"
MOST = 3_000_000  # bytes that GitHub reads; it asks nobody for a larger file
_UNSAID = re.compile(r"[\[\]*?\\]")  # signs of a pattern that GitHub cannot be told to take as they are


@dataclass(frozen=True)
class Owners:
    """What the file says at its head, its lines, and the patterns that nobody with a name on the forge owns."""

    head: tuple[Message, ...]
    lines: tuple[str, ...]
    unowned: tuple[str, ...]

    def text(self, worded: Callable[[Message], str]) -> str:
        """Return the file, its head in words. Raises CongboError if it becomes larger than GitHub reads."""
        head = [f"# {line}" for message in self.head for line in worded(message).split("\n")]
        text = "\n".join([*head, *([""] if self.lines else []), *self.lines]) + "\n"
        if len(text.encode()) > MOST:
            raise refuse("owners.too_large", Place(PATH), size=len(text.encode()), most=MOST)
        return text


def owners(policy: Policy, every: Sequence[Owned]) -> Owners:
    """Return the file for what belongs to whom.

    As long as nobody has a name on the forge the file says so, and leaves nothing un-owned that it could own.
    """
    people = frozenset(person for one in every for person in one.people)
    named = {person: found.handle for person in people if (found := policy.people.person(person)) and found.handle}
    head = (say("owners.made"), _counted(len(named), len(people)))
    if not named:
        return Owners(head, (), ())
    return Owners(head, tuple(_line(one, named) for one in every), tuple(_unowned(every, named)))


def _counted(named: int, people: int) -> Message:
    return say("owners.counted", named=named, people=people, unnamed=people - named) if named else say("owners.nobody")


def _line(one: Owned, named: dict[str, str]) -> str:
    """A pattern without owners is no slip: it takes back what a more general line above said."""
    handles = sorted({named[person] for person in one.people if person in named}, key=str.casefold)
    return " ".join([escaped(one.pattern), *handles])


def escaped(pattern: str) -> str:
    """Return a pattern of ours as GitHub reads it; a sign that it cannot be told becomes any sign."""
    if pattern == "*":
        return pattern
    head, any_depth, tail = pattern.partition(ANY_DEPTH)
    return any_depth.join(
        _UNSAID.sub("?", part).replace(" ", "\\ ") for part in ([head, tail] if any_depth else [head])
    )


def _unowned(every: Sequence[Owned], named: dict[str, str]) -> Iterator[str]:
    """What nobody may be merged into (``content/`` beside the portals) has no owner by right."""
    return (one.pattern for one in every if one.people and not one.people & named.keys())
