"""Numbers as people write them."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

Number = int | float | Decimal

MINUS: Final = "\u2212"
_DECIMAL_COMMA: Final = ("vi",)


def numeral(value: Number, lang: str, places: int | None = None) -> str:
    """Return a number in a language's way: "−1.224,6" in Vietnamese, "−1,224.6" otherwise.

    ``places``: how many digits stand after the mark; by default as many as the number has.
    """
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    text = f"{abs(exact):,f}" if places is None else f"{abs(exact):,.{places}f}"
    if lang in _DECIMAL_COMMA:
        text = text.translate({ord(","): ".", ord("."): ","})
    return f"{MINUS}{text}" if exact < 0 and text.strip("0.,") else text
