"""The facts of the page on the regulation and how it is kept."""

from __future__ import annotations

from dataclasses import dataclass

from congbo.site.views.pages import PageFacts
from congbo.site.views.parts import Day, Fact, Link


@dataclass(frozen=True, slots=True)
class Said:
    """A text in the language that it is written in, which need not be the page's."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a clause is met, as a sentence; ``planned``: the program cannot do it yet."""

    text: str
    planned: bool = False


@dataclass(frozen=True, slots=True)
class ClauseView:
    """One clause: the article as printed, what it says, how it stands (``state`` for the look), and how it is met.

    ``notes`` are local figures and declarations; ``links`` lead to readings and laws on the same page.
    """

    anchor: str
    id: str
    cite: Said
    says: Said
    strength: str
    state: str
    state_text: str
    ways: tuple[Way, ...] = ()
    notes: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article with its clauses; ``whom`` says for which portals it is, where it is not for this one."""

    anchor: str
    title: Said
    short: str
    clauses: tuple[ClauseView, ...]
    whom: str = ""


@dataclass(frozen=True, slots=True)
class ReadingView:
    """A passage that is unclear, and how the portal reads it."""

    anchor: str
    code: str
    defect: Said
    chosen: Said


@dataclass(frozen=True, slots=True)
class LawView:
    """A law as the regulation prints it, the law that it is, when it ended, and what stands in its place today."""

    anchor: str
    printed: Said
    law: Said
    ended: str
    today: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AtOnceRow:
    """One decision that could not wait: when, what, why, in which role, until when, and which signatures are still owed."""

    day: Day
    kind: str
    reason: str
    by: str
    until: Day | None = None
    owed: str = ""


@dataclass(frozen=True, slots=True)
class AtOnce:
    """Decisions that could not wait: how many of each kind (name, number), and each of them, the newest first."""

    counts: tuple[tuple[str, int], ...] = ()
    rows: tuple[AtOnceRow, ...] = ()


@dataclass(frozen=True)
class BookFacts(PageFacts):
    """The regulation of a portal, article by article."""

    about: tuple[Fact, ...] = ()
    articles: tuple[ArticleView, ...] = ()
    readings: tuple[ReadingView, ...] = ()
    laws: tuple[LawView, ...] = ()
    at_once: AtOnce = AtOnce()
