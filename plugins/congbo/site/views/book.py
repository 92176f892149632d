"""The facts of the page on the regulation and how it is kept."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.views.pages import PageFacts
from congbo.site.views.parts import Day, Fact, Link


class Said(Struct, frozen=True):
    """A text in the language that it is written in, which need not be the page's."""

    text: str
    lang: str


class Way(Struct, frozen=True):
    """One way in which a clause is met, as a sentence; ``planned``: the program cannot do it yet."""

    text: str
    planned: bool = False


class ClauseView(Struct, frozen=True):
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


class ArticleView(Struct, frozen=True):
    """One article with its clauses; ``whom`` says for which portals it is, where it is not for this one."""

    anchor: str
    title: Said
    short: str
    clauses: tuple[ClauseView, ...]
    whom: str = ""


class ReadingView(Struct, frozen=True):
    """A passage that is unclear, and how the portal reads it."""

    anchor: str
    code: str
    defect: Said
    chosen: Said


class LawView(Struct, frozen=True):
    """A law as the regulation prints it, the law that it is, when it ended, and what stands in its place today."""

    anchor: str
    printed: Said
    law: Said
    ended: str
    today: tuple[str, ...] = ()


class AtOnceRow(Struct, frozen=True):
    """One decision that could not wait: when, what, why, in which role, until when, and which signatures are still owed."""

    day: Day
    kind: str
    reason: str
    by: str
    until: Day | None = None
    owed: str = ""


class AtOnce(Struct, frozen=True):
    """Decisions that could not wait: how many of each kind (name, number), and each of them, the newest first."""

    counts: tuple[tuple[str, int], ...] = ()
    rows: tuple[AtOnceRow, ...] = ()


class BookFacts(PageFacts, frozen=True):
    """The regulation of a portal, article by article."""

    about: tuple[Fact, ...] = ()
    articles: tuple[ArticleView, ...] = ()
    readings: tuple[ReadingView, ...] = ()
    laws: tuple[LawView, ...] = ()
    at_once: AtOnce = AtOnce()
