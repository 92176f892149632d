"""Where a thing stands in a procedure."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from congbo.facts.gate.model import Refused, Submission, Taken
from congbo.facts.gate.needs import Need
from congbo.message import say
from congbo.policy import Policy
from congbo.policy.procedures import Procedure

APPROVE = "approve"
RETURN = "return"
REFUSE = "refuse"
SUBMIT = "submit"
NEGATIVE = (RETURN, REFUSE)


class State(Struct, frozen=True):
    """The state's name ("" before anything), the newest head, who took what for it, and what had to be set aside.

    ``waiting``: decisions of a step that wants several persons. ``closed``: refused for good. ``blocked``: what was set aside
    of those since the last step that counts; once the right person takes the step, it stands in nobody's way any more.
    """

    at: str
    head: Submission | None = None
    taken: tuple[Taken, ...] = ()
    waiting: tuple[Taken, ...] = ()
    closed: bool = False
    since: datetime | None = None
    aside: tuple[Refused, ...] = ()
    blocked: tuple[Refused, ...] = ()


class Walk(Struct, frozen=True):
    """The procedure of one need, and who made the change."""

    policy: Policy
    need: Need
    procedure: Procedure
    authors: frozenset[str]


def fault(code: str, path: str, law: str, **params: object) -> Refused:
    """Return a refusal whose sentence is ``gate.<code>``."""
    return Refused(code, say(f"gate.{code}", path=path, **params), law, path)
