"""Clauses: what the regulation says, in the order of its text, and how each is met."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from congbo.message import Texts
from congbo.place import Place
from congbo.policy.rule import Rule, read_rule
from congbo.policy.selector import EVERYTHING, Selector, read_selector
from congbo.policy.shape import day, listed, may, need, one_of, record, text, texts


class Nature(Struct, frozen=True):
    """Kind of the catalogue; duty, prohibition or permission; A decidable, B assisted, C recorded."""

    kind: str
    strength: str
    level: str
    place: Place


class Clause(Struct, frozen=True):
    """One obligation. ``cite`` is the printed citation, stored and never derived from the id (domain report 1.10)."""

    id: str
    cite: str
    is_: Nature
    says: Texts
    met_by: tuple[Rule, ...]
    place: Place
    from_: date | None = None
    until: date | None = None
    replaced_by: str = ""
    mend: Texts | None = None


class Article(Struct, frozen=True):
    """An article with its clauses; its selector is inherited by each of them.

    ``printed`` is how it is cited where its number alone would mislead (the two articles 6 of one regulation, C-DL1).
    """

    article: str
    title: str
    clauses: tuple[Clause, ...]
    place: Place
    selector: Selector = EVERYTHING
    printed: str = ""


_NATURE = record(
    Nature,
    {
        "kind": need(text),
        "strength": need(one_of("duty", "prohibition", "permission")),
        "level": need(one_of("A", "B", "C")),
    },
)
_CLAUSE = record(
    Clause,
    {
        "id": need(text),
        "cite": need(text),
        "is": need(_NATURE, "is_"),
        "says": need(texts),
        "met_by": need(listed(read_rule)),
        "from": may(day, "from_"),
        "until": may(day),
        "replaced_by": may(text),
        "mend": may(texts),
    },
)
_ARTICLE = record(
    Article,
    {
        "article": need(text),
        "title": need(text),
        "printed": may(text),
        "for": may(read_selector, "selector"),
        "clauses": need(listed(_CLAUSE)),
    },
)
read_articles = listed(_ARTICLE)
