"""The values of notices that a reader needs before the text: what no longer holds, and who is asked instead."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.views.parts import Link


class Ceased(Struct, frozen=True):
    """A body that is no more: what is said of it, and who does its work (a link where that one has pages of its own)."""

    says: str
    heirs: tuple[Link, ...] = ()


class Drift(Struct, frozen=True):
    """A translation whose original says something else by now: what is said of it, and the original where it is shown."""

    says: str
    original: Link | None = None


class Cautions(Struct, frozen=True):
    """What the page of one item says before its text. ``forerunners``: bodies whose work the one it describes took over."""

    ceased: Ceased | None = None
    forerunners: tuple[str, ...] = ()
    drift: Drift | None = None
