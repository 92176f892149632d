"""The facts of topic pages."""

from __future__ import annotations

from dataclasses import dataclass

from congbo.site.views.pages import PageFacts
from congbo.site.views.parts import Day, Entry, Link


@dataclass(frozen=True)
class TopicFacts(PageFacts):
    """One topic: its newest items, or those of a month; ``months`` of an archive where there are more than a page shows."""

    entries: tuple[Entry, ...] = ()
    months: tuple[Link, ...] = ()
    older: Link | None = None
    newer: Link | None = None


@dataclass(frozen=True)
class TopicsFacts(PageFacts):
    """The topics of the vocabulary that have a page."""

    topics: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Special:
    """The newest items of the topic that a page is about, each with its day, and the way to all of them."""

    topic: Link
    lines: tuple[tuple[Link, Day], ...]
