"""Scales: which round numbers an axis names."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import ceil, floor
from typing import Final

_STEPS: Final = (1, 2, 5, 10)


def ticks(values: Sequence[Decimal], most: int = 5) -> tuple[Decimal, ...]:
    """Return at most ``most`` (two or more) + 1 round numbers, evenly apart; the first lies not above, the last not below
    any value.

    Of one value, or of values that are all the same, they lie around it.
    """
    low, high = min(values), max(values)
    if low == high:
        low, high = (min(low, Decimal(0)), max(high, Decimal(0))) if low else (Decimal(0), Decimal(1))
    step = _step((high - low) / most, low, high, most)
    return tuple(number * step for number in range(floor(low / step), ceil(high / step) + 1))


def _step(least: Decimal, low: Decimal, high: Decimal, most: int) -> Decimal:
    """Return the smallest of 1, 2, 5 times a power of ten with which ``most`` steps are enough."""
    power = Decimal(1).scaleb(least.adjusted())
    while True:
        for times in _STEPS:
            step = times * power
            if ceil(high / step) - floor(low / step) <= most:
                return step
        power *= 10


def percent(part: Decimal | float) -> float:
    """Return a share of the width in per cent, as short as a drawing needs it."""
    return round(float(part) * 100, 2) + 0.0
