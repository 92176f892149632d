"""What can be a Vietnamese syllable: an onset, a rime, one tone at most, the tone on a letter where it is written.

Both placements of the tone are right (hoà and hòa), as in official papers. A syllable that ends in a stop (c, ch, p, t)
takes the acute or the dot only.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from congbo.text.regex import regex

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_OF_STOPS = ("\u0301", "\u0323")

# A capital marks the letter that carries the tone; two capitals: either may. The last line is of place names (Đắk Lắk).
_RIMES = """
A Ac Ach Ai Am An Ang Anh Ao Ap At Au Ay Ăc Ăm Ăn Ăng Ăp Ăt Âc Âm Ân Âng Âp Ât Âu Ây
E Ec Em En Eng Eo Ep Et Ê Êch Êm Ên Ênh Êp Êt Êu
I Ia Ich Im In Inh Ip It Iu iÊc iÊm iÊn iÊng iÊp iÊt iÊu
O Oc Oi Om On Ong Op Ot oOng oOc OA oAc oAch oAi oAm oAn oAng oAnh oAo oAp oAt oAy oĂc oĂm oĂn oĂng oĂt OE oEm oEn oEo oEt
Ô Ôc Ôi Ôm Ôn Ông Ôp Ôt Ơ Ơi Ơm Ơn Ơp Ơt
U Ua Uc Ui Um Un Ung Up Ut uÂn uÂng uÂt uÂy uÊ uÊch uÊnh uÔc uÔi uÔm uÔn uÔng uÔt uƠ
UY uYa uYch uYn uYnh uYp uYt uYu uyÊn uyÊt
Ư Ưa Ưc Ưi Ưn Ưng Ưt Ưu ưƠc ưƠi ưƠm ưƠn ưƠng ưƠp ưƠt ưƠu
Ak Ăk Âk Ok Ôk Uk
"""
_ALONE = "Y yÊm yÊn yÊt yÊu yÊng"  # yêu, yến; the letter y alone also after a few onsets (lý, kỹ)
_AFTER_QU = (
    "A Ac Ach Ai An Ang Anh Ao At Au Ay Ăc Ăm Ăn Ăng Ăp Ăt Ân Âng Ât Ây"
    " E En Eo Et Ê Êch Ên Ênh Êt I It Ich Ôc Ơ Y Yt Ynh yÊn yÊt"
)
_AFTER_GI = "Êc Êng Êt"
_AFTER_G = "I Im In"  # gì, gìn: the i has the tone

_ONSET = regex(r"(?:ngh|ng|nh|n|gh|gi|g|ch|c|kh|k|ph|p|qu|th|tr|t|b|d|đ|h|l|m|r|s|v|x)?")
_BEFORE_FRONT = ("gh", "ngh")  # k before the others too: Bắc Kạn
_BEFORE_OTHERS = ("c", "g", "ng")
_FRONT = "eêiy"
_BEFORE_Y = ("", "h", "k", "l", "m", "s", "t", "th", "v")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Tell whether the word (NFC, small letters) can be one Vietnamese syllable, whether or not a dictionary has it."""
    onset = _match(word)
    rime = word[len(onset) :]
    return _fits(onset, rime) or (onset == "g" and rime in _toned(_AFTER_G))


def _match(word: str) -> str:
    found = _ONSET.match(word)
    return found[0] if found else ""


def _fits(onset: str, rime: str) -> bool:
    if onset == "qu":
        return rime in _toned(_AFTER_QU)
    if rime in _toned(_ALONE):
        return onset in _BEFORE_Y if len(rime) == 1 else not onset
    if onset == "gi" and rime in _toned(_AFTER_GI):
        return True
    return rime in _toned(_RIMES) and _spelt(onset, unicodedata.normalize("NFD", rime[0])[0] + rime[0])


def _spelt(onset: str, first: str) -> bool:
    """gh and ngh stand before e, ê, i; c, g and ng before the others; gi takes no second i."""
    front = first[0] in _FRONT
    if onset == "gi":
        return first[0] != "i"
    return not (front and onset in _BEFORE_OTHERS) and (front or onset not in _BEFORE_FRONT)


@cache
def _toned(rimes: str) -> frozenset[str]:
    return frozenset(spelling for rime in rimes.split() for spelling in _spellings(rime))


def _spellings(rime: str) -> Iterator[str]:
    tones = _OF_STOPS if rime.lower().endswith(("c", "ch", "p", "t", "k")) else _TONES
    for place, letter in enumerate(rime):
        if letter.isupper():
            plain = rime.lower()
            yield from (unicodedata.normalize("NFC", plain[: place + 1] + tone + plain[place + 1 :]) for tone in tones)
