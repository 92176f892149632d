"""A quick look that spares ordinary text the full one: characters and pairs that Vietnamese in Unicode does not have."""

from __future__ import annotations

import re

from congbo.text.encodings.shown import as_windows
from congbo.text.regex import regex

_VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýÐð"
_SIGNS = "".join(map(chr, range(0xA1, 0xC0))) + "×÷"
_LETTERS = "".join(chr(code) for code in range(0xC0, 0x100) if chr(code) not in _VIETNAMESE + _SIGNS)
_HIGH = "".join(chr(code) for code in range(0x80, 0xA0)) + "".join(
    seen for seen in map(as_windows, range(0x80, 0xA0)) if seen.isalpha() or seen in "ˆ˜"
)

# Of _LETTERS and _HIGH nothing more is asked. A sign counts beside a letter; a plain Vietnamese letter in a pair that VNI
# (nhaân, coù) or Windows-1258 (bôìn) makes. Looking behind keeps the set in front, which is what makes the search quick.
_SUSPECT = regex(
    rf"[{re.escape(_LETTERS + _HIGH + _SIGNS)}\u00a0áàãâùõéèúêìòýðÌÒ]"
    rf"(?:(?<=[{re.escape(_LETTERS + _HIGH)}])"
    rf"|(?<=[A-Za-zÀ-ỹ][{re.escape(_SIGNS)}])(?<![mM][²³])|(?<=[{re.escape(_SIGNS)}])(?=[a-z])"
    r"|(?<=[aeAE][áàãâùõéèúê])|(?<=[oO][âùõ])|(?<=[uyUY][ùõ])|(?<=[ôÔ][ùõ])"
    r"|(?<=[aeoyâêôãõýAEO][ìòÌÒ])|(?<=[uiUI][òÌÒ])(?<!giò)|(?<=ð[ýõ])|(?<=ýõ)|(?<=Ã[\u00a0-\u00bf]))"
)


def suspicious(text: str) -> bool:
    """Tell whether a text may hold a passage in an old encoding; False is certain but for a few words in a row."""
    return bool(_SUSPECT.search(text))
