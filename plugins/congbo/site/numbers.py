"""Numbers as Vietnamese papers write them, for machines."""

from __future__ import annotations

from congbo.typed.shapes import NUMBER


def number_in(text: str) -> int | float | str:
    """Return the number of a text such as "1.250,5"; the text itself if it is something else."""
    if not NUMBER.fullmatch(text):
        return text
    plain = text.replace(".", "").replace(",", ".")
    return float(plain) if "." in plain else int(plain)
