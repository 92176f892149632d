"""Vocabularies: closed lists of values, and lists of words that are looked for in texts."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from congbo.message import Texts
from congbo.place import Place
from congbo.policy.shape import day, ident, listed, may, need, one_of, record, text, texts

# A story in pictures, a film, a conversation.
SHOWN = ("gallery", "film", "talk")


class Term(Struct, frozen=True):
    """One value of a vocabulary.

    In a list of words: ``words`` are the phrases that stand for it in a text, ``unless`` phrases in whose sentence they
    mean no harm, ``line`` the question of the reviewer's checklist that they belong to. ``shown``: items of this value are
    shown in a way of their own.
    """

    id: str
    name: Texts
    place: Place
    abbreviation: str = ""
    from_: date | None = None
    until: date | None = None
    permission: str = ""
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    line: str = ""
    shown: str = ""


class Vocabulary(Struct, frozen=True):
    """A closed list of values."""

    id: str
    terms: tuple[Term, ...]
    place: Place

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the values, in their order."""
        return tuple(term.id for term in self.terms)

    def get(self, term: str) -> Term | None:
        """Return the value of that id, or None."""
        return next((t for t in self.terms if t.id == term), None)


read_term = record(
    Term,
    {
        "id": need(ident),
        "name": need(texts),
        "abbreviation": may(text),
        "from": may(day, "from_"),
        "until": may(day),
        "permission": may(text),
        "words": may(listed(text)),
        "unless": may(listed(text)),
        "line": may(ident),
        "shown": may(one_of(*SHOWN)),
    },
)
read_vocabulary = record(Vocabulary, {"vocabulary": need(ident, "id"), "values": need(listed(read_term), "terms")})
