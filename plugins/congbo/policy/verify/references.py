"""What every verifier shares."""

from __future__ import annotations

from collections.abc import Iterable

from congbo.errors import refuse
from congbo.place import Place


def known(value: str, known: Iterable[str], place: Place, what: str) -> None:
    """Refuse an id that is not among the known ones; an empty one names nothing."""
    if value and value not in known:
        raise refuse("policy.dangling", place, id=value, what=what)
