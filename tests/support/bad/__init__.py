"""The written registry of bad files: each group with its table. Numbers are those of the list of faults (2.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from support.bad.bodies import BODIES
from support.bad.front_matter import FRONT_MATTER
from support.bad.model import BadFile
from support.bad.places import PLACES

GROUPS: Mapping[str, Sequence[BadFile]] = {
    "front matter": tuple(BadFile(name, data, line, key) for name, data, line, key in FRONT_MATTER),
    "bodies": BODIES,
    "places": PLACES,
}
ALL = tuple(bad for group in GROUPS.values() for bad in group)
