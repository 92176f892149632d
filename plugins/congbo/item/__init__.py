"""The one parser of content: what was checked is what is published (ADR 0002)."""

from congbo.item.model import (
    Fault,
    Image,
    Imported,
    Item,
    Note,
    Notes,
    Period,
    Reading,
    ReviewBy,
    Translated,
    Withdrawal,
)
from congbo.item.read import read_item

__all__ = [
    "Fault",
    "Image",
    "Imported",
    "Item",
    "Note",
    "Notes",
    "Period",
    "Reading",
    "ReviewBy",
    "Translated",
    "Withdrawal",
    "read_item",
]
