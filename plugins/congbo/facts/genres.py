"""In which way an item's genre is shown: a value of one of its vocabularies may say so (``shown``)."""

from __future__ import annotations

from typing import Final

from congbo.item import Item
from congbo.policy import Policy

FILM: Final = "phim"
CAPTIONS: Final = "phu_de"


def shown_as(policy: Policy, item: Item) -> str:
    """Return the way, "" for none of its own."""
    return _shown(policy, item)[1]


def genre_of(policy: Policy, item: Item) -> str:
    """Return the field whose value says so, "" for none."""
    return _shown(policy, item)[0]


def _shown(policy: Policy, item: Item) -> tuple[str, str]:
    for name, value in item.fields.items():
        field = policy.types.fields.get(name)
        if field is not None and field.vocabulary and isinstance(value, str):
            term = policy.vocabularies[field.vocabulary].get(value)
            if term is not None and term.shown:
                return name, term.shown
    return "", ""
