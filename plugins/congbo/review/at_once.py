"""A decision that cannot wait, as a record's file: an item taken down, a release stopped, a banner."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from congbo.errors import CANNOT_JUDGE, REFUSED, refuse
from congbo.facts.gate.who import held
from congbo.policy import Policy
from congbo.policy.areas import area_of
from congbo.policy.people import Person

STEMS = {"go_bai": "gb", "dung_dang": "dd", "thong_bao_khan": "tb"}


@dataclass(frozen=True)
class Drafted:
    """A record that was not committed yet: its path and bytes, and the role that its writer decides in."""

    path: str
    data: bytes
    role: str


def drafted(
    policy: Policy, type_: str, portal: str, person: Person, lines: Mapping[str, str | datetime], now: datetime
) -> Drafted:
    """Return the record of a decision; ``lines`` are its own fields, without the one that decides.

    Raises CongboError if the portal's regulation gives this decision to a role that the person does not hold today.
    """
    id_ = f"{STEMS[type_]}-{portal}-{now:%Y%m%d-%H%M%S}"
    path = f"policies/records/{type_}/{id_}.yml"
    role = _role(policy, portal, path, person, now.date())
    fields = {"record": type_, "id": id_, "portal": portal, **lines, "nguoi_quyet_dinh": role, "tu_luc": now}
    text = "format: 1\n" + "".join(f"{name}: {_written(value)}\n" for name, value in fields.items())
    return Drafted(path, text.encode(), role)


def _written(value: str | datetime) -> str:
    """A value in YAML; texts in double quotes, as JSON has them."""
    return value.isoformat() if isinstance(value, datetime) else json.dumps(value, ensure_ascii=False)


def _role(policy: Policy, portal: str, path: str, person: Person, on: date) -> str:
    known = policy.portals.get(portal)
    rules = policy.board_rules.get((known.regulation_on(on) if known else None) or "")
    if known is None or rules is None:
        raise refuse("build.no_portal", None, CANNOT_JUDGE, portal=portal, known=sorted(policy.portals))
    covering = [one for one in rules.procedures.values() if one.covers_area(area_of(path) or "")]
    roles = [role for one in covering for step in one.steps for role in step.by]
    mine = held(policy, portal, person.id, on)
    found = next((role for role in roles if role in mine), "")
    if not found:
        raise refuse(
            "review.at_once_role", None, REFUSED, person=person.name, roles=[rules.roles[one].name for one in roles]
        )
    return found
