"""Where ``congbo publish`` may put a release, and what lies there now."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from congbo.deploy.manifest import NAME
from congbo.errors import CANNOT_JUDGE, REFUSED, refuse
from congbo.policy import Policy
from congbo.policy.targets import BUILT_IN, FOLDER, Target

GRACE: Final = 15  # minutes: a timer that runs every ten minutes is no failure yet
CLOSED: Final = "closed"
SENT: Final = ".congbo/targets"  # the links of targets elsewhere


def target_of(policy: Policy, name: str) -> Target:
    """Return a target by its name: one that is always there, or one of ``policies/targets.yml``. Raises CongboError."""
    known = {**BUILT_IN, **policy.targets}
    if name not in known:
        raise refuse("publish.unknown_target", None, CANNOT_JUDGE, target=name, known=sorted(known))
    return known[name]


def link_of(home: Path, target: Target) -> Path:
    """Return the link that leads to the release that a target shows; of a target elsewhere, to the one that was sent last."""
    return home / (target.folder if target.kind == FOLDER else f"{SENT}/{target.name}")


def edition_for(policy: Policy, target: Target, edition: str | None) -> str | None:
    """Return the edition that a target shows (None: all): to one that faces the Internet goes that edition alone.

    Raises CongboError where another edition is asked for there: no page for the inner network, least of all of a portal
    whose hosting is closed, goes to a machine outside it.
    """
    if not target.edition:
        return edition
    if edition in (None, target.edition):
        return target.edition
    if not target.public:
        raise refuse("targets.edition", None, REFUSED, target=target.name, edition=target.edition, asked=edition)
    known = policy.portals.values()
    named = [one.id for one in known if one.hosting == CLOSED] or [one.id for one in known if edition in one.editions]
    raise refuse("publish.closed", None, REFUSED, portals=named, edition=edition, target=target.name)


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
