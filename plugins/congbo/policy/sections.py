"""Sections of portals (``sections.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congbo.message import Texts
from congbo.place import Place
from congbo.policy.keyed import Keyed, no_places
from congbo.policy.shape import flag, ident, listed, may, need, record, texts


@dataclass(frozen=True)
class Section(Keyed):
    """A section of a portal and the content types that it accepts. ``normative``: its documents are legal ones.

    ``short``: its name in a menu, where that has to be short; ``about``: one line on what is found there.
    """

    id: str
    name: Texts
    types: tuple[str, ...]
    place: Place
    normative: bool = False
    short: Texts | None = None
    about: Texts | None = None
    places: Mapping[str, Place] = no_places()


read_section = record(
    Section,
    {
        "id": need(ident),
        "name": need(texts),
        "types": need(listed(ident)),
        "normative": may(flag),
        "short": may(texts),
        "about": may(texts),
    },
)
