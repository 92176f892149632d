"""The effect state of a document in an edition, and the documents that it stands in relation to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from congbo.facts import addresses
from congbo.facts.document_number import plain
from congbo.facts.effect import DAYS, EffectState, Span, effect_of, span_of
from congbo.facts.relations import AMENDS, NUMBER, REPLACES, cited, is_about, texts_of
from congbo.item import Item
from congbo.site.days import day_in
from congbo.site.index import Index
from congbo.site.views import EffectView, Link


def effect(index: Index, item: Item) -> EffectState | None:
    """Return the state today; the page is the same until one of the days on which it may turn."""
    naming = _naming(index, item)
    for one in (item, *naming):
        for day in (one.fields.get(name) for name in DAYS):
            if isinstance(day, date):
                index.reached(day)
    return effect_of(item, index.corpus.today, naming, index.corpus.policy.units)


def span(index: Index, item: Item) -> Span | None:
    """Return the days of a document, those to come too: the same at any moment."""
    return span_of(item, _naming(index, item), index.corpus.policy.units)


def effect_words(index: Index, item: Item, state: str) -> str:
    """Return the words of a state in the item's language."""
    term = index.corpus.policy.vocabularies["tinh-trang-hieu-luc"].get(state)
    return term.name.in_(item.lang) if term else state


def effect_view(index: Index, item: Item) -> EffectView | None:
    """Return the state as a page shows it; None for what is no document with a number and a date."""
    found = effect(index, item)
    if found is None:
        return None
    return EffectView(
        state=str(found.state),
        text=effect_words(index, item, str(found.state)),
        from_=day_in(found.from_, item.lang) if found.from_ else None,
        until=day_in(found.until, item.lang) if found.until else None,
        as_of=day_in(_as_of(index, found.from_, found.until), item.lang),
        replaced_by=tuple(_document(index, item, number) for number in found.replaced_by),
        replaces=tuple(_named(index, item, text) for text in texts_of(item, REPLACES)),
        amended_by=tuple(_document(index, item, number) for number in found.amended_by),
        amends=tuple(_named(index, item, text) for text in texts_of(item, AMENDS)),
    )


def _naming(index: Index, item: Item) -> tuple[Item, ...]:
    """The public documents that name this one's number as replaced or amended."""
    number = item.fields.get(NUMBER)
    return index.asked("naming", item.lang, plain(number)) if isinstance(number, str) else ()


def _as_of(index: Index, *turns: date | None) -> date:
    """The last day on which the state turned: the page then stays the same until the next turn, not for one day."""
    came = [turn for turn in turns if turn and index.reached(turn)]
    return max(came) if came else index.today


def _named(index: Index, item: Item, text: str) -> Link:
    """Link a document that the item names, if it is here and nothing else bears its number."""
    one = cited(text)
    numbered = (other for other in index.asked("number", "vi", one.number) if other != item)
    known = [other for other in numbered if is_about(one, item, other, index.corpus.policy.units)]
    return Link(text, addresses.item(known[0]) if len(known) == 1 else "")


def _document(index: Index, item: Item, number: str) -> Link:
    """Link a document that names the item, by its own number."""
    known = list(_relating(index, item, number))
    return Link(number, addresses.item(known[0]) if known else "")


def _relating(index: Index, item: Item, number: str) -> Iterator[Item]:
    for one in index.asked("number", "vi", plain(number)):
        if one != item and (REPLACES in one.fields or AMENDS in one.fields):
            yield one
