"""Whether a selector can be about a portal, and whether conditions hold of given facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from congbo.policy.free import Free
from congbo.policy.portals import Portal
from congbo.policy.selector import Selector


def about_portal(selector: Selector, portal: Portal) -> bool:
    """Tell whether a selector can be about a portal: tier, id, language and edition lines."""
    return (
        allowed(portal.tier, selector.tiers)
        and allowed(portal.id, selector.portals)
        and (not selector.languages or bool(set(selector.languages) & set(portal.languages)))
        and (not selector.editions or bool(set(selector.editions) & set(portal.editions)))
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


def allowed(value: str, words: tuple[str, ...]) -> bool:
    """Tell whether a selector's line allows a value; an empty line allows any."""
    return not words or value in words
