"""Bodies that ceased, those that took over their work, and those that went before a body."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from congbo.policy.units import Unit

# Tells whether a day has begun; whoever asks is told when the answer turns.
Came = Callable[[date], bool]


def ceased_on(unit: Unit, came: Came) -> date | None:
    """Return the first day without a unit; None while it is there, its last day counted whole."""
    if unit.until is None or unit.until == date.max:
        return None
    after = unit.until + timedelta(days=1)
    return after if came(after) else None


def heirs(units: Mapping[str, Unit], unit: Unit, came: Came) -> tuple[Unit, ...]:
    """Return who does a ceased unit's work now, each once: for a successor that ceased itself, those after it.

    A successor that ceased and named nobody stands for itself: it is the last that is known.
    """
    return tuple({one.id: one for one in _after(units, unit, came, frozenset((unit.id,)))}.values())


def forerunners(units: Mapping[str, Unit], unit: Unit, came: Came) -> tuple[Unit, ...]:
    """Return the ceased units whose work a unit took over, in the order of the registry."""
    return tuple(one for one in units.values() if unit.id in one.successors and ceased_on(one, came))


def _after(units: Mapping[str, Unit], unit: Unit, came: Came, seen: frozenset[str]) -> Iterator[Unit]:
    for one in (units[name] for name in unit.successors if name in units and name not in seen):
        later = tuple(_after(units, one, came, seen | {one.id})) if ceased_on(one, came) else ()
        yield from later or (one,)
