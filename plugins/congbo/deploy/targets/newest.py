"""Who is newer: a target that already has a later commit is not taken back by a publisher that comes late."""

from __future__ import annotations

from collections.abc import Callable

from congbo.deploy.targets.contents import Contents
from congbo.errors import REFUSED, refuse

# Tells whether the second commit is the first one or grew from it; of a commit that is not in the repository nothing grew.
Descends = Callable[[str, str], bool]


def refuse_newer(wanted: Contents, held: Contents | None, descends: Descends, target: str) -> None:
    """Refuse to put an older release over a newer one, or over one whose commit is unknown here."""
    if held is None or not held.commit:
        return
    if not descends(held.commit, wanted.commit) or (held.commit == wanted.commit and _moment(held) > _moment(wanted)):
        raise refuse(
            "targets.newer",
            None,
            REFUSED,
            target=target,
            held=held.commit[:12],
            commit=wanted.commit[:12],
            today=_moment(held),
        )


def _moment(one: Contents) -> str:
    return str(one.facts.get("at") or one.facts.get("today") or "")
