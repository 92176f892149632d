"""The fields of a section's items, and the states of its questions, each on a page of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from congbo.facts import addresses
from congbo.site.index import Index
from congbo.site.views import Link

TERM: Final = "field"
STATE: Final = "state"

# View -> the kinds of terms whose values have pages, in reading order.
VIEWS: Final[Mapping[str, tuple[str, ...]]] = {
    "project": (TERM,),
    "plan": (TERM,),
    "science": (TERM,),
    "question": (STATE, TERM),
}
# Kind of term -> the field that gives it there, whose vocabulary names and orders the values.
_FIELDS: Final = {TERM: "linh_vuc", STATE: "trang_thai"}


def values(index: Index, section: str, lang: str, kind: str = TERM) -> tuple[str, ...]:
    """Return the fields or states that a section's items have; none where all have the same: it would tell nothing apart."""
    found = index.answer("terms_of", lang, section, kind)
    return found if len(found) > 1 else ()


def links(index: Index, section: str, lang: str, kind: str = TERM) -> tuple[Link, ...]:
    """Return the links to the pages of the fields or states of a section."""
    found = values(index, section, lang, kind)
    ordered = sorted(found, key=_order(index, kind).index) if kind == STATE else found
    return tuple(
        Link(name_of(index, lang, value, kind), addresses.facet(section, lang, kind, value)) for value in ordered
    )


def name_of(index: Index, lang: str, value: str, kind: str = TERM) -> str:
    """Return the printed name of a field or state."""
    policy = index.corpus.policy
    term = policy.vocabularies[policy.types.fields[_FIELDS[kind]].vocabulary].get(value)
    return term.name.in_(lang) if term else value


def _order(index: Index, kind: str) -> tuple[str, ...]:
    policy = index.corpus.policy
    return policy.vocabularies[policy.types.fields[_FIELDS[kind]].vocabulary].ids
