"""Which paths of the repository belong to whom, as patterns from the general to the special: for a forge that asks people.

A forge matches paths and knows nothing of what is in a file: a pattern names everybody who might have to take a step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from congbo.facts.board import in_office
from congbo.facts.gate.model import Aftermath, Change
from congbo.facts.gate.needs import Need, needs
from congbo.facts.gate.things import Thing
from congbo.facts.gate.who import board_of, claims
from congbo.frozen import replace
from congbo.history.model import Touched
from congbo.item import Item
from congbo.item.address import parse_address
from congbo.policy import Policy
from congbo.policy.holders import Holder, person_of
from congbo.policy.procedures import Step

EVERYTHING, ANY_DEPTH = "*", "/**/"
CONTENT = "content/"
SUBMIT = "submit"
# Files of which there is one, and folders whose files all belong to the same people.
_SHARED = (
    "sections.yml", "types.yml", "units.yml", "law.yml", "hosts.yml", "checklist.yml", "calendar/", "vocabularies/", "keys/",
)  # fmt: skip
_OF_PORTALS = ("portals/", "boards/", "units/")


@dataclass(frozen=True)
class Owned:
    """A pattern of a CODEOWNERS file and the ids of the people who may take a step for what it matches."""

    pattern: str
    people: frozenset[str]


@dataclass(frozen=True)
class _Kind:
    """A pattern, a path that it stands for, and the types that items have there."""

    pattern: str
    path: str
    types: tuple[str, ...] = ("",)


def owned(policy: Policy, on: date) -> tuple[Owned, ...]:
    """Return whose every path is on a day: the last pattern that matches a path tells. What says nothing new is left out."""
    said: list[Owned] = []
    for kind in _kinds(policy):
        people = _people(policy, kind, on)
        before = next((one for one in reversed(said) if matches(one.pattern, kind.path)), None)
        if before is None or before.people != people:
            said.append(Owned(kind.pattern, people))
    return tuple(said)


def matches(pattern: str, path: str) -> bool:
    """Tell whether one of our own patterns matches a path; a forge knows many more."""
    head, any_depth, tail = pattern.removeprefix("/").partition(ANY_DEPTH)
    if any_depth:
        return path.startswith(f"{head}/") and path.endswith(f"/{tail}")
    return pattern == EVERYTHING or path == head or (head.endswith("/") and path.startswith(head))


def _kinds(policy: Policy) -> Iterator[_Kind]:
    yield _Kind(EVERYTHING, "README.md")
    yield _Kind("/theme/", "theme/x")
    yield from (_of_policies(name) for name in (*_SHARED, *_OF_PORTALS))
    yield from (_of_policies(f"{folder}{portal}.yml") for folder in _OF_PORTALS for portal in policy.portals)
    yield from _regulations(policy)
    yield from _records(policy)
    yield _Kind(f"/{CONTENT}", f"{CONTENT}x")
    for portal in policy.portals:
        yield _Kind(f"/{CONTENT}{portal}/", f"{CONTENT}{portal}/x/2000/x.md")
        yield from (
            _Kind(f"/{CONTENT}{portal}/{one.id}/", f"{CONTENT}{portal}/{one.id}/2000/x.md", one.types)
            for one in policy.sections.values()
        )


def _of_policies(name: str) -> _Kind:
    """A file of ``policies/``, or a folder there: of the files in it that are not named."""
    path = f"policies/{name}"
    return _Kind(f"/{path}", f"{path}x.yml" if name.endswith("/") else path)


def _regulations(policy: Policy) -> Iterator[_Kind]:
    folder = "policies/regulations"
    yield _Kind(f"/{folder}/", f"{folder}/x/clauses.yml")
    yield _Kind(f"/{folder}{ANY_DEPTH}board.yml", f"{folder}/x/board.yml")
    for here in sorted({one.place.path.rpartition("/")[0] for one in policy.regulations.values()}):
        yield _Kind(f"/{here}/", f"{here}/clauses.yml")
        yield _Kind(f"/{here}/board.yml", f"{here}/board.yml")


def _records(policy: Policy) -> Iterator[_Kind]:
    folder = "policies/records/"
    yield _Kind(f"/{folder}", f"{folder}x/x.yml")
    yield from (_Kind(f"/{folder}{type_}/", f"{folder}{type_}/x.yml") for type_ in sorted(policy.types.record_types))
    paths = sorted({record.place.path for record in policy.records})
    yield from (_Kind(f"/{path}", path) for path in paths)


def _people(policy: Policy, kind: _Kind, on: date) -> frozenset[str]:
    wanted = (need for type_ in kind.types for need in needs(policy, _change(kind.path, type_), Aftermath(), on))
    return frozenset(person for need in wanted for person in takers(policy, need, on))


def _change(path: str, type_: str) -> Change:
    """The change that puts one file there."""
    address = parse_address(path) if path.startswith(CONTENT) else None
    after = {path: Item("", type_, "", "", address, {}, {}, "", 1)} if address else {}
    touched = (Touched(path, "000000", "100644"),)
    return Change("", "", "", "", "", "", "", "", touched, {}, after, (), (), ())


def takers(policy: Policy, need: Need, on: date) -> Iterator[str]:
    """Yield who may take a step of a need, handing in left out: the forge asks them, and whoever hands in asks."""
    for row in need.procedure.steps if need.procedure else ():
        board = board_of(policy, row, need.thing)
        for holder in in_office(board.holders, on) if board and row.act != SUBMIT else ():
            if any(claims(policy, row, thing, person_of(holder), on) for thing in _imagined(row, need.thing, holder)):
                yield person_of(holder)


def _imagined(row: Step, thing: Thing, holder: Holder) -> Iterator[Thing]:
    """The thing as it would be if it were of the holder's own unit or field: the path does not tell."""
    if row.of == "own_field":
        yield from (replace(thing, field=field) for field in holder.fields)
    yield replace(thing, unit=holder.unit) if row.of == "own_unit" else thing
