"""Whether a selector is about an item or a portal."""

from __future__ import annotations

from congbo.facts.conditions import about_portal, allowed, holds
from congbo.facts.corpus import Corpus
from congbo.facts.named import value_of
from congbo.item import Item
from congbo.policy.selector import Selector

__all__ = ["about_item", "about_portal", "holds"]


def about_item(corpus: Corpus, selector: Selector, item: Item) -> bool:
    """Tell whether a selector is about an item of a portal that it is about."""
    return (
        allowed(item.type, selector.types)
        and allowed(item.section, selector.sections)
        and allowed(item.lang, selector.languages)
        and (not selector.editions or any(item.in_edition(e) for e in selector.editions))
        and (not selector.units or item.fields.get("don_vi") in selector.units)
        and holds(selector.where, lambda name: value_of(corpus, item, name))
        and not (selector.unless and holds(selector.unless, lambda name: value_of(corpus, item, name)))
    )
