"""What a change is about: items and governance files, each with the boards that answer for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from congbo.facts.gate.keys_of import people_of_keys
from congbo.facts.gate.model import Aftermath, Change
from congbo.item import Item
from congbo.policy import Policy
from congbo.policy.areas import area_of
from congbo.policy.holders import person_of
from congbo.policy.records import Record

CONTENT = "content/"


class Thing(Struct, frozen=True):
    """An item, or a governance file of an ``area``, as one board sees it; ``subjects`` are the persons that it is about."""

    path: str
    board: str
    area: str = ""
    type: str = ""
    record: str = ""
    section: str = ""
    unit: str = ""
    field: str = ""
    correction: bool = False
    subjects: frozenset[str] = frozenset()


def things_of(policy: Policy, change: Change, aftermath: Aftermath) -> tuple[Thing, ...]:
    """Return everything that a change touches, each once a board, in the order of the paths."""
    found = (thing for touched in change.touched for thing in _things(policy, change, aftermath, touched.path))
    return tuple(dict.fromkeys(found))


def _things(policy: Policy, change: Change, aftermath: Aftermath, path: str) -> Iterator[Thing]:
    if path.startswith(CONTENT):
        yield from _content(change, path)
    else:
        yield from _governance(policy, aftermath, path)


def _content(change: Change, path: str) -> Iterator[Thing]:
    """Both sides of an item: what moves out of a unit's hands is that unit's too."""
    page = _page_of(change, path)
    sides = [side[page] for side in (change.before, change.after) if page in side]
    board = path.split("/")[1]
    if not sides:
        yield Thing(path, board)
    for item in sides:
        yield _item(item, correction=item.path in change.before and _corrects(change, item.path))


def _page_of(change: Change, path: str) -> str:
    """The item that a path is, or is attached to."""
    pages = {*change.before, *change.after}
    if path in pages:
        return path
    owners = (page for page in pages if path.startswith(f"{page.removesuffix('.md')}/"))
    return max(owners, key=len, default=path)


def _item(item: Item, *, correction: bool) -> Thing:
    unit, field = item.fields.get("don_vi"), item.fields.get("linh_vuc")
    return Thing(
        path=item.path,
        board=item.portal,
        type=item.type,
        section=item.section,
        unit=unit if isinstance(unit, str) else "",
        field=field if isinstance(field, str) else "",
        correction=correction,
    )


def _corrects(change: Change, path: str) -> bool:
    """A correction is an entry that the change adds to a published item's own list of corrections, or its withdrawal."""
    before, after = change.before[path], change.after.get(path)
    return after is not None and any(before.fields.get(key) != after.fields.get(key) for key in CORRECTING)


CORRECTING = ("dinh_chinh", "rut_bai")


def _governance(policy: Policy, aftermath: Aftermath, path: str) -> Iterator[Thing]:
    area = area_of(path) or ""
    after = aftermath.policy or policy
    kept = [record for side in (policy, after) if (record := _record_at(side, path))]
    subjects = _subjects(policy, after, path, area)
    for board in _boards(policy, after, path, area, {one.portal for one in kept}, subjects) or ("",):
        yield Thing(path, board, area=area, record=kept[-1].type if kept else "", subjects=subjects)


def _record_at(policy: Policy, path: str) -> Record | None:
    return next((record for record in policy.records if record.place.path == path), None)


def _boards(
    policy: Policy, after: Policy, path: str, area: str, kept: set[str], subjects: frozenset[str]
) -> tuple[str, ...]:
    """The boards that answer for a file: its portal's own, or (of what all share) those of all portals without a parent."""
    stem = path.rpartition("/")[2].removesuffix(".yml")
    if area in ("boards", "portal"):
        return _nearest(policy, after, stem)
    if area in ("regulation", "procedures"):
        return _following(policy, path) or roots(policy)
    if kept & policy.boards.keys():
        return tuple(sorted(kept & policy.boards.keys()))
    if area == "keys":
        return _boards_of(policy, after, subjects)
    return (stem,) if area == "units" and stem in policy.boards else roots(policy)


def roots(policy: Policy) -> tuple[str, ...]:
    """Return the portals that are no component of another."""
    return tuple(sorted(portal.id for portal in policy.portals.values() if not portal.parent))


def _nearest(policy: Policy, after: Policy, portal: str) -> tuple[str, ...]:
    """The portal's board; of a new portal the one that it becomes a component of."""
    if portal in policy.boards and portal in policy.portals:
        return (portal,)
    parent = after.portals[portal].parent if portal in after.portals else ""
    return (parent,) if parent in policy.boards else roots(policy)


def _following(policy: Policy, path: str) -> tuple[str, ...]:
    folder = path.rpartition("/")[0]
    here = {one.id for one in policy.regulations.values() if one.place.path.rpartition("/")[0] == folder}
    return tuple(
        portal
        for portal in roots(policy)
        if here & {followed.regulation for followed in policy.portals[portal].follows}
    )


def _boards_of(policy: Policy, after: Policy, people: frozenset[str]) -> tuple[str, ...]:
    """The boards on which somebody sits, before the change or after it; all, if one of them sits on none (a machine)."""
    seats = {
        (person_of(holder), board.portal)
        for side in (policy, after)
        for board in side.boards.values()
        for holder in board.holders
        if person_of(holder) in people and board.portal in policy.boards
    }
    everywhere = roots(policy) if not people or people - {person for person, _ in seats} else ()
    return tuple(sorted({*everywhere, *(portal for _, portal in seats)}))


def _subjects(policy: Policy, after: Policy, path: str, area: str) -> frozenset[str]:
    """Whom a change of a board or of keys is about: they do not decide on it."""
    if area == "boards":
        portal = path.rpartition("/")[2].removesuffix(".yml")
        before, now = (_holdings(side, portal) | _delegations(side, portal) for side in (policy, after))
        return frozenset(person for person, _ in before ^ now)
    return people_of_keys(policy, after) if area == "keys" else frozenset()


def _holdings(policy: Policy, portal: str) -> frozenset[tuple[str, tuple[object, ...]]]:
    if portal not in policy.boards:
        return frozenset()
    return frozenset(
        (person_of(h), (h.id, h.role, h.from_, h.until, h.decision, h.keys, h.sections, h.fields, h.unit, h.position))
        for h in policy.boards[portal].holders
    )


def _delegations(policy: Policy, portal: str) -> frozenset[tuple[str, tuple[object, ...]]]:
    """What is delegated, by who takes it: to give it away is the giver's to say."""
    if portal not in policy.boards:
        return frozenset()
    board = policy.boards[portal]
    people = {holder.id: person_of(holder) for holder in board.holders}
    return frozenset(
        (
            people.get(one.taker, one.taker),
            (one.id, one.giver, one.taker, one.steps, one.sections, one.from_, one.until),
        )
        for one in board.delegations
    )


def day_of_board(policy: Policy, board: str, on: date) -> str | None:
    """Return the regulation that a board works by on a day, None if there is none."""
    portal = policy.portals.get(board)
    return portal.regulation_on(on) if portal else None
