"""Areas of governance: what a procedure may cover beside items, and to which area a file of the repository belongs."""

from __future__ import annotations

from congbo.policy.at_once import BANNER, STOPPED, TAKEN_DOWN
from congbo.policy.waivers import EXEMPTION, WAIVER

AREAS = (
    "regulation",
    "procedures",
    "boards",
    "keys",
    "portal",
    "sections",
    "types",
    "units",
    "law",
    "calendar",
    "vocabularies",
    "hosts",
    "checklist",
    "records",
    "waivers",
    "takedown",
    "banner",
    "theme",
    "program",
    "links",
)

# Links lead to hosts: who may cover the one word covers the files of the other.
SAME = {"links": "hosts"}

_POLICIES = {
    "regulations": "regulation",
    "boards": "boards",
    "keys": "keys",
    "portals": "portal",
    "units": "units",
    "calendar": "calendar",
    "vocabularies": "vocabularies",
    "records": "records",
    "sections.yml": "sections",
    "types.yml": "types",
    "units.yml": "units",
    "law.yml": "law",
    "hosts.yml": "hosts",
    "checklist.yml": "checklist",
    "targets.yml": "program",  # where releases go is part of how the program runs
}

# Records of these types are an area of their own: one role decides about them at once, or other roles than about the rest.
_RECORDS = {
    WAIVER: "waivers",
    EXEMPTION: "waivers",
    TAKEN_DOWN: "takedown",
    STOPPED: "takedown",
    BANNER: "banner",
}


def area_of(path: str) -> str | None:
    """Return the area of a repository path; None for a file of ``content/``, which belongs to an item.

    What has no area of its own (code, tests, settings, documentation) is ``program``.
    """
    top, _, rest = path.partition("/")
    if top == "content" and rest:
        return None
    if top == "theme" and rest:
        return "theme"
    return _policy(rest) if top == "policies" and rest else "program"


def _policy(rest: str) -> str:
    first, *more = rest.split("/")
    if first == "regulations" and more[-1:] == ["board.yml"]:
        return "procedures"
    if first == "records" and more[:1] and more[0] in _RECORDS:
        return _RECORDS[more[0]]
    if first.endswith(".yml") == bool(more):  # a folder called like a file, or a file called like a folder
        return "program"
    return _POLICIES.get(first, "program")
