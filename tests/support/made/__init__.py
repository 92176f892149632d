"""The written registry of recipes: each makes the bytes of a file from a few lines of text.

The bytes are the same every time, encryption aside. Cases name a recipe in a ``made`` block; tests call ``made``. No file of
these kinds lies in the repository.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from support.made import archives, drawings, media, odf, ole, pdf, pictures, presentation, sheet, texts, word

Recipe = Callable[[str], bytes]

RECIPES: Mapping[str, Recipe] = {
    **word.RECIPES,
    **sheet.RECIPES,
    **presentation.RECIPES,
    **odf.RECIPES,
    **ole.RECIPES,
    **pdf.RECIPES,
    **pictures.RECIPES,
    **drawings.RECIPES,
    **texts.RECIPES,
    **archives.RECIPES,
    **media.RECIPES,
}


@cache
def made(recipe: str, text: str = "Nội dung.\n") -> bytes:
    """Return the file that a recipe makes of ``text``. Raises ValueError for a recipe that nobody wrote."""
    if recipe not in RECIPES:
        raise ValueError(f"unknown recipe {recipe!r}; known: {', '.join(sorted(RECIPES))}")
    return RECIPES[recipe](text)
