"""Where ``congbo publish`` may put a release, and what lies there now."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from congbo.deploy.manifest import NAME
from congbo.errors import CANNOT_JUDGE, REFUSED, refuse
from congbo.policy import Policy

GRACE: Final = 15  # minutes: a timer that runs every ten minutes is no failure yet
INTERNET: Final = "internet"
CLOSED: Final = "closed"


@dataclass(frozen=True)
class Target:
    """A target: the link in the repository that leads to its live release; ``public``: it faces the Internet."""

    link: str
    public: bool = False


TARGETS: Mapping[str, Target] = {"local": Target("public"), "internet": Target("public-internet", public=True)}


def edition_for(policy: Policy, target: str, edition: str | None) -> str | None:
    """Return the edition to build for a target: to one that faces the Internet goes that edition alone.

    Raises CongboError where another edition is asked for there: no page for the inner network, least of all of a portal
    whose hosting is closed, goes to a machine outside it.
    """
    if not TARGETS[target].public:
        return edition
    if edition in (None, INTERNET):
        return INTERNET
    known = policy.portals.values()
    named = [one.id for one in known if one.hosting == CLOSED] or [one.id for one in known if edition in one.editions]
    raise refuse("publish.closed", None, REFUSED, portals=named, edition=edition, target=target)


def live_items(link: Path) -> frozenset[str]:
    """Return the ids of the items that a release shows; none where nothing was released."""
    file = link / NAME
    if not file.is_file():
        return frozenset()
    try:
        files = json.loads(file.read_text("utf-8"))["files"]
        return frozenset(one["source"] for one in files.values() if one["source"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise refuse("scheduled.manifest", None, CANNOT_JUDGE, path=file) from error
