"""Whole ways through the procedures of the five regulations, written by hand from their texts: who takes which step.

They are not derived from the tables of steps, so that a wrong table shows itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

from congbo.frozen import replace
from congbo.item import Item
from congbo.item.model import Value
from congbo.place import Place
from congbo.policy import Policy
from congbo.policy.holders import Delegation, person_of
from congbo.policy.records import Record
from support.gate import Story, policy
from support.items import item

CORRECTION = "dinh_chinh"


@dataclass(frozen=True)
class Taking:
    """One step and who takes it; ``role`` and ``behalf`` where the person holds several roles or acts for somebody."""

    step: str
    person: str
    procedure: str = "tin_bai"
    answers: Mapping[str, str] = field(default_factory=dict)
    role: str = ""
    behalf: str = ""
    decision: str = "approve"


@dataclass(frozen=True)
class Chain:
    """A change of one file, who hands it in ("": nobody has), and the steps that follow, in their order."""

    board: str
    path: str
    by: str
    takings: tuple[Taking, ...]
    items: Mapping[str, Item] | None = None
    correcting: bool = False
    at: datetime | None = None
    rules: Callable[[], Policy] = policy

    def but(self, taking: Taking) -> Chain:
        """Somebody else takes a step, or otherwise."""
        key = (taking.procedure, taking.step)
        assert key in {(one.procedure, one.step) for one in self.takings}, key
        return replace(self, takings=tuple(taking if (t.procedure, t.step) == key else t for t in self.takings))

    def without(self, procedure: str, step: str) -> Chain:
        """Nobody takes a step."""
        return replace(self, takings=tuple(t for t in self.takings if (t.procedure, t.step) != (procedure, step)))

    def taking(self, procedure: str, step: str) -> Taking:
        """Return how a step is taken."""
        (found,) = [one for one in self.takings if (one.procedure, one.step) == (procedure, step)]
        return found

    def told(self, rules: Policy | None = None) -> Story:
        """Return the story, by the policies of this repository or by others."""
        items = self.items if self.items or self.path.startswith("content/") else {}
        story = Story.of(self.path, items=items, rules=rules or self.rules())
        if self.correcting:
            story = story.but(before={path: _published(one) for path, one in story.change.after.items()})
        story = replace(story, clock=self.at or story.clock)
        story = story.pushed(self.by) if self.by else story
        for one in self.takings:
            story = told(story, self.board, one)
        return story


def _published(page: Item) -> Item:
    return replace(page, fields={name: value for name, value in page.fields.items() if name != CORRECTION})


def told(story: Story, board: str, one: Taking) -> Story:
    """Return the story with one step more."""
    said = {"board": board, "procedure": one.procedure, "behalf": one.behalf}
    return story.decided(one.step, one.person, one.role, one.decision, one.answers, **said)


def steps(written: str, procedure: str = "tin_bai", **answers: Mapping[str, str]) -> tuple[Taking, ...]:
    """Return the takings of ``step:person`` words; ``answers`` by step."""
    pairs = (word.split(":") for word in written.split())
    return tuple(Taking(step, person, procedure, answers.get(step, {})) for step, person in pairs)


@cache
def only(*portals: str) -> Policy:
    """Return the policies where these portals are the only ones: what all portals share is theirs alone."""
    real = policy()
    return replace(real, portals={portal: real.portals[portal] for portal in portals})


@cache
def with_record(type_: str, portal: str) -> Policy:
    """Return the policies with one more record."""
    real = policy()
    made = Record(type_, "moi", portal, {}, {}, Place(record_path(type_), 1))
    return replace(real, records=(*real.records, made))


def record_path(type_: str) -> str:
    """Return the path of that record."""
    return f"policies/records/{type_}/moi.yml"


@cache
def delegating(board: str, taker: str, step: str) -> Policy:
    """Return the policies where the head of a board has delegated a step (``uq-moi``) for the year 2026."""
    real = policy()
    of = real.boards[board]
    year = (date(2026, 1, 1), date(2026, 12, 31))
    made = Delegation("uq-moi", "truong_ban", taker, (step,), *year, "12/GUQ-BBT", of.place)
    return replace(real, boards={**real.boards, board: replace(of, delegations=(*of.delegations, made))})


def role_of(board: str, person: str) -> str:
    """Return the first role that a person has on a board."""
    return next(holder.role for holder in policy().boards[board].holders if person_of(holder) == person)


def page(path: str, type_: str = "tin_bai", **fields: Value) -> Mapping[str, Item]:
    """Return one item by its path."""
    return {path: item(path, type_, **fields)}
