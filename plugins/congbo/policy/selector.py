"""What a rule is about: one selector for every check."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from congbo.policy.free import Free, free
from congbo.policy.shape import Reader, ident, may, one_or_more, record, table

# Computed facts, usable wherever a field is; ``facts/named.py`` computes them, and a test holds the two together.
NAMED_FACTS = (
    "published",
    "submitted",
    "source_changed",
    "changed",
    "ket_qua_published",
    "own_unit",
    "issued_here",
    "governed_here",
    "staff_list_exempt",
    "touches",
    "type",
)


class Selector(Struct, frozen=True):
    """All lines must hold; ``unless`` silences when all of its lines hold. An empty line means "any"."""

    types: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    portals: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    where: Mapping[str, Free] = field(default_factory=dict)
    unless: Mapping[str, Free] = field(default_factory=dict)


_WORDS = one_or_more(ident)

read_selector: Reader[Selector] = record(
    Selector,
    {name: may(_WORDS) for name in ("types", "sections", "tiers", "editions", "languages", "portals", "units")}
    | {"where": may(table(free)), "unless": may(table(free))},
)

EVERYTHING = Selector()


def narrowed(outer: Selector, inner: Selector) -> Selector:
    """Return the selector that an article's clause inherits: the clause's own lines, the article's elsewhere."""
    lines = ("types", "sections", "tiers", "editions", "languages", "portals", "units", "where", "unless")
    return Selector(**{line: getattr(inner, line) or getattr(outer, line) for line in lines})
