"""The fields of a section's items, each on a page of its own."""

from __future__ import annotations

from typing import Final

from congbo.facts import addresses
from congbo.site.index import Index
from congbo.site.views import Link

VIEWS: Final = ("project", "science")
_FIELD: Final = "linh_vuc"
TERM: Final = "field"


def values(index: Index, section: str, lang: str) -> tuple[str, ...]:
    """Return the fields that a section's items have; none where all have the same: it would tell nothing apart."""
    found = index.answer("terms_of", lang, section, TERM)
    return found if len(found) > 1 else ()


def links(index: Index, section: str, lang: str) -> tuple[Link, ...]:
    """Return the links to the pages of the fields of a section."""
    return tuple(
        Link(name_of(index, lang, value), addresses.facet(section, lang, TERM, value))
        for value in values(index, section, lang)
    )


def name_of(index: Index, lang: str, value: str) -> str:
    """Return the printed name of a field."""
    policy = index.corpus.policy
    term = policy.vocabularies[policy.types.fields[_FIELD].vocabulary].get(value)
    return term.name.in_(lang) if term else value
