"""The documents of an edition to which a document stands in a relation: what it names, and what names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congbo.facts import addresses
from congbo.facts.document_number import plain
from congbo.facts.relations import (
    AMENDS,
    ISSUED,
    ISSUER,
    NUMBER,
    REPLACES,
    Cited,
    bases,
    cited,
    is_about,
    texts_of,
    unit_named,
)
from congbo.item import Item
from congbo.shelf.row import CITES
from congbo.site.effects import effect, effect_words
from congbo.site.index import Index
from congbo.site.views import Link
from congbo.site.views.registers import Related

# What another document is to this one, in the order in which pages tell it.
EARLIER = ("replaces", "amends", "cites")
LATER = ("replaced_by", "amended_by", "cited_by")
_FORTH = {"replaces": REPLACES, "amends": AMENDS}
_BACK = {"replaced_by": REPLACES, "amended_by": AMENDS}
PRINTED = "van_ban_dang"


def of_kind(index: Index, item: Item, relation: str) -> tuple[Item, ...]:
    """Return the documents that are in a relation to a document, each once."""
    if relation in _FORTH:
        found = (_meant(index, item, cited(text)) for text in texts_of(item, _FORTH[relation]))
        return _each_once(filter(None, found))
    if relation in _BACK:
        return tuple(_naming(index, item, _BACK[relation]))
    return _bases(index, item) if relation == "cites" else tuple(_citing(index, item))


def has_relations(index: Index, item: Item) -> bool:
    """Tell whether a document has a page of its relations. Who cites it is not looked at, only whether anybody does."""
    number = item.fields.get(NUMBER)
    if not isinstance(number, str):
        return False
    near = (*_FORTH, *_BACK, "cites")
    return any(of_kind(index, item, one) for one in near) or bool(index.answer("cited", item.lang, plain(number)))


def link_to(index: Index, item: Item) -> Link | None:
    """Return the link to the page of a document's relations, None if it has none."""
    if not has_relations(index, item):
        return None
    return Link(index.words(item.lang, "relations.link"), addresses.relations(item))


def based_on(index: Index, item: Item) -> Iterator[Link]:
    """Yield links to the documents here that a document names among its legal bases."""
    return (Link(str(one.fields[NUMBER]), addresses.item(one)) for one in _bases(index, item))


def contents(index: Index, item: Item) -> Iterator[Related]:
    """Yield what is printed in an issue of a gazette, in its order; linked where it is here."""
    for text in texts_of(item, PRINTED):
        one = cited(text)
        known = [other for other in _numbered(index, item, one) if _fits(index, one, other)]
        yield told(index, known[0], "") if len(known) == 1 else Related("", "", text, "", "", "", "")


def told(index: Index, item: Item, relation: str, related: tuple[Related, ...] = (), more: int = 0) -> Related:
    """Return a document as a page of another one tells of it."""
    state = effect(index, item)
    return Related(
        relation,
        index.words(item.lang, f"relation.{relation}") if relation else "",
        str(item.fields.get(NUMBER, "")),
        item.title,
        addresses.item(item),
        str(state.state) if state else "",
        effect_words(index, item, str(state.state)) if state else "",
        related,
        more,
    )


def _numbered(index: Index, item: Item, one: Cited) -> list[Item]:
    return [other for other in index.asked("number", item.lang, one.number) if other != item]


def _meant(index: Index, item: Item, one: Cited) -> Item | None:
    """The document that an item means, if nothing else here could be meant."""
    known = [o for o in _numbered(index, item, one) if is_about(one, item, o, index.corpus.policy.units)]
    return known[0] if len(known) == 1 else None


def _naming(index: Index, item: Item, field: str) -> Iterator[Item]:
    number, units = item.fields.get(NUMBER), index.corpus.policy.units
    for one in index.asked("naming", item.lang, plain(str(number))) if number else ():
        if one != item and any(is_about(cited(text), one, item, units) for text in texts_of(one, field)):
            yield one


def _bases(index: Index, item: Item) -> tuple[Item, ...]:
    """A basis is named by its number, whoever issued it: it is known where one document here bears that number."""
    found = []
    for one in bases(item):
        known = _numbered(index, item, one)
        if len(known) == 1 and not _later(known[0], item):
            found.append(known[0])
    return _each_once(found)


def _citing(index: Index, item: Item) -> Iterator[Item]:
    number = plain(str(item.fields.get(NUMBER, "")))
    if len(index.answer("number", item.lang, number)) == 1:
        yield from (o for o in index.asked("of_term", item.lang, CITES, number) if o != item and not _later(item, o))


def _each_once(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple({item.path: item for item in items}.values())


def _fits(index: Index, one: Cited, other: Item) -> bool:
    if one.day is not None and other.fields.get(ISSUED) != one.day:
        return False
    return not one.issuer or other.fields.get(ISSUER) == unit_named(index.corpus.policy.units, one.issuer)


def _later(one: Item, other: Item) -> bool:
    """Numbers begin anew every year: what was issued later is a namesake."""
    return str(one.fields.get(ISSUED, "")) > str(other.fields.get(ISSUED, "9"))
