"""Folding Vietnamese for addresses and search: marks stripped, đ mapped to d.

NFD does not decompose đ, so a naive stripping turns "điện" into "ien" (domain report 2.5).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_D = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})


def fold(text: str) -> str:
    """Return lower-case text without diacritics: "Uỷ ban" and "Ủy ban" both give "uy ban"."""
    decomposed = unicodedata.normalize("NFD", text.translate(_D))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=4_096)
def slug(text: str, limit: int = 60) -> str:
    """Return an address word of ASCII letters, digits and single hyphens, cut at a word's end."""
    words = re.findall(r"[a-z0-9]+", fold(text))
    result = ""
    for word in words:
        longer = f"{result}-{word}" if result else word
        if len(longer) > limit:
            break
        result = longer
    return result or "".join(words)[:limit]
