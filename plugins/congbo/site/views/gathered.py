"""The facts of the page on which a main portal gathers its components' items."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.views.pages import PageFacts
from congbo.site.views.parts import Day, Link


class GatheredLine(Struct, frozen=True):
    """A component's item: where it is read, whose it is, in which of that portal's sections it stands."""

    link: Link
    source: Link
    day: Day
    section: str
    offered: bool = False


class GatheredGroup(Struct, frozen=True):
    """Items under one heading, newest first."""

    title: str
    lines: tuple[GatheredLine, ...]


class GatheredFacts(PageFacts, frozen=True):
    """What components offer, then the newest of each group of their sections."""

    groups: tuple[GatheredGroup, ...] = ()
