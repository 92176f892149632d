"""Whether a selector is about an item or a portal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from congbo.facts.corpus import Corpus
from congbo.facts.named import value_of
from congbo.item import Item
from congbo.policy.free import Free
from congbo.policy.portals import Portal
from congbo.policy.selector import Selector


def about_portal(selector: Selector, portal: Portal) -> bool:
    """Tell whether a selector can be about a portal: tier, id, language and edition lines."""
    return (
        _in(portal.tier, selector.tiers)
        and _in(portal.id, selector.portals)
        and (not selector.languages or bool(set(selector.languages) & set(portal.languages)))
        and (not selector.editions or bool(set(selector.editions) & set(portal.editions)))
    )


def about_item(corpus: Corpus, selector: Selector, item: Item) -> bool:
    """Tell whether a selector is about an item of a portal that it is about."""
    return (
        _in(item.type, selector.types)
        and _in(item.section, selector.sections)
        and _in(item.lang, selector.languages)
        and (not selector.editions or any(item.in_edition(e) for e in selector.editions))
        and (not selector.units or item.fields.get("don_vi") in selector.units)
        and holds(selector.where, lambda name: value_of(corpus, item, name))
        and not (selector.unless and holds(selector.unless, lambda name: value_of(corpus, item, name)))
    )


def holds(conditions: Mapping[str, Free], value: Callable[[str], Any]) -> bool:
    """Tell whether all conditions hold; ``value`` gives the fact of a name, None if absent."""
    return all(_holds(wanted, value(name)) for name, wanted in conditions.items())


def _holds(wanted: Free, actual: Any) -> bool:
    if isinstance(wanted, dict):
        return all(_COMPARE[word](bound, actual) for word, bound in wanted.items())
    if isinstance(wanted, tuple):
        return any(_equal(one, actual) for one in wanted)
    return _equal(wanted, actual)


def _equal(wanted: Free, actual: Any) -> bool:
    return wanted in actual if isinstance(actual, tuple) else wanted == actual


def _number(actual: Any) -> float | None:
    try:
        return float(str(actual).replace(".", "").replace(",", "."))
    except ValueError:
        return None


def _above(bound: Any, actual: Any) -> bool:
    number = _number(actual)
    return number is not None and number > float(bound)


def _below(bound: Any, actual: Any) -> bool:
    number = _number(actual)
    return number is not None and number < float(bound)


_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "present": lambda wanted, actual: (actual is not None) == wanted,
    "above": _above,
    "below": _below,
}


def _in(value: str, allowed: tuple[str, ...]) -> bool:
    return not allowed or value in allowed
