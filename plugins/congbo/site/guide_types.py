"""The content types of a portal as its editors read them: which lines an item may have, and which clauses want them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from congbo.facts.schema.clauses import always, demands
from congbo.facts.schema.documents import shows
from congbo.facts.schema.house import house_keys, required
from congbo.site.index import Index
from congbo.site.views.guide import FieldView, TypeView


def every_field(index: Index) -> TypeView:
    """Return the lines that every item may have: those of the program, and those of ``types.yml``."""
    table = index.corpus.policy.types
    own = (
        FieldView(key, str(one["title"]), str(one["description"]), key in required())
        for key, one in house_keys().items()
    )
    return TypeView("moi-muc", "", "", (*own, *_views(index, table.every_item, {})))


def types_of(index: Index) -> tuple[TypeView, ...]:
    """Return the types that the portal may show, each with its own lines and those that clauses ask of it."""
    policy, portal = index.corpus.policy, index.portal
    return tuple(_type(index, one) for one in policy.types.types if shows(policy, portal, one, _day(index)))


def _day(index: Index) -> date | None:
    """The day whose regulation counts; a portal that follows none any more has the last one that it followed."""
    return index.corpus.today if index.regulation else None


def _type(index: Index, type_id: str) -> TypeView:
    """A line that every item may have stands here too where a clause asks for it."""
    table = index.corpus.policy.types
    asked = _asked(index, type_id)
    own = table.types[type_id].fields
    wanted = (one for one in table.every_item if (table.fields[one].key or one) in asked)
    views = tuple(_views(index, dict.fromkeys((*own, *wanted)), asked))
    return TypeView(type_id.replace("_", "-"), table.types[type_id].name.vi, type_id, views)


def _views(index: Index, fields: Iterable[str], asked: Mapping[str, tuple[str, ...]]) -> Iterator[FieldView]:
    for id_ in fields:
        one = index.corpus.policy.types.fields[id_]
        key = one.key or id_
        yield FieldView(key, one.name.vi, one.explain.vi if one.explain else "", key in asked, asked.get(key, ()))


def _asked(index: Index, type_id: str) -> Mapping[str, tuple[str, ...]]:
    """Return key -> the clauses that ask for it without any condition, by the regulation of today or the last one."""
    found: dict[str, tuple[str, ...]] = {}
    for demand in demands(index.corpus.policy, index.portal, type_id, _day(index)):
        clause = index.corpus.policy.clause(str(demand["$comment"]).partition(": ")[0])
        if clause:
            for key in always([demand]):
                found[key] = tuple(dict.fromkeys((*found.get(key, ()), clause.cite)))
    return found
