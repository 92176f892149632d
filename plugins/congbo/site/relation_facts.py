"""The facts of the page of a document's relations: a list of lists, and a drawing of it."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.facts import addresses
from congbo.facts.relations import NUMBER
from congbo.item import Item
from congbo.site.index import Index
from congbo.site.page_facts import common, section_link
from congbo.site.relation_graph import drawn
from congbo.site.relations import EARLIER, LATER, of_kind, told
from congbo.site.views import Link
from congbo.site.views.registers import Related, RelationsFacts

DEPTH = 3
MOST = 50  # documents in one relation: of those that cite a law there may be thousands
# What follows from one document to the next; who cites those that cite it says nothing about it.
_ONWARD = {
    "replaces": ("replaces", "amends"), "amends": ("replaces", "amends"),
    "replaced_by": ("replaced_by", "amended_by"), "amended_by": ("replaced_by", "amended_by"),
}  # fmt: skip


def relations_facts(index: Index, item: Item) -> RelationsFacts:
    """Return the facts of the page of a document's relations."""
    number = str(item.fields.get(NUMBER, ""))
    title = index.words(item.lang, "relations.title", number=number)
    own = Link(item.title, addresses.item(item))
    related = tuple(_related(index, item, (*LATER, *EARLIER), {item.path}, DEPTH))
    return RelationsFacts(
        **common(
            index, item.lang, addresses.relations(item), title,
            index.words(item.lang, "relations.description", number=number),
            crumbs=[section_link(index, item.section, item.lang), Link(number, own.url)],
        ),
        item=own,
        related=related,
        graph=drawn(number, related),
    )  # fmt: skip


def _related(index: Index, item: Item, relations: tuple[str, ...], seen: set[str], depth: int) -> Iterator[Related]:
    """What is related to a document, and to that in turn; what was met before is not followed again."""
    for relation in relations:
        others = of_kind(index, item, relation)
        for at, one in enumerate(others[:MOST]):
            onward: tuple[Related, ...] = ()
            if one.path not in seen and depth > 1:
                seen.add(one.path)
                onward = tuple(_related(index, one, _ONWARD.get(relation, ()), seen, depth - 1))
            more = len(others) - MOST if at == MOST - 1 else 0
            yield told(index, one, relation, onward, more)
