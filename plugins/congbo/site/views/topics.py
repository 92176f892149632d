"""The facts of topic pages."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.views.pages import PageFacts
from congbo.site.views.parts import Day, Entry, Link


class TopicFacts(PageFacts, frozen=True):
    """One topic: its newest items, or those of a period; ``months``: the years of its archive where there are more than a
    page shows; ``parts``: the months of a year that has more than that."""

    entries: tuple[Entry, ...] = ()
    months: tuple[Link, ...] = ()
    parts: tuple[Link, ...] = ()
    older: Link | None = None
    newer: Link | None = None


class TopicsFacts(PageFacts, frozen=True):
    """The topics of the vocabulary that have a page."""

    topics: tuple[Link, ...] = ()


class Special(Struct, frozen=True):
    """The newest items of the topic that a page is about, each with its day, and the way to all of them."""

    topic: Link
    lines: tuple[tuple[Link, Day], ...]
