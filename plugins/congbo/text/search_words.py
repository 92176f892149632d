"""The words of a text as the search knows them; ``theme/static/js/search.js`` has the same rules, and one table tests both.

A word is a run of letters and digits; figures keep the dots and commas between them; each Chinese character is a word. The
exact form has its marks, the folded one none (đ becomes d), no noughts before a figure, no English s of the plural (no
Vietnamese word ends in s); "uỷ" and "ủy", "hoà" and "hòa" are one exact form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"([-/\u2010-\u2013]?)([0-9]+(?:[.,][0-9]+)+|[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*)")
_CHINESE = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PART = re.compile(f"[{_CHINESE}]|[^{_CHINESE}]+")
_MARK = re.compile(r"[\u0300-\u036f]")
_NOUGHTS = re.compile(r"^0+(?=[0-9]+$)")
_PLURAL = re.compile(r"[a-z]{2,}[a-rt-z]s$")
# A tone at the end of oa, oe, uy stands on either letter; here it stands on the first.
_TONES = dict(zip(
    ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"),
    ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"),
    strict=True,
))  # fmt: skip


class Word(NamedTuple):
    """An exact form; ``joined``: a hyphen or stroke joins it to the word before, as in a document's number."""

    exact: str
    joined: bool = False


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text, in its order."""
    end = -1
    for found in _WORD.finditer(unicodedata.normalize("NFC", text)):
        first, *others = _exact(found[2])
        yield Word(first, found[1] != "" and found.start() == end)
        for other in others:
            yield Word(other)
        end = found.end()


@lru_cache(maxsize=100_000)
def _exact(word: str) -> tuple[str, ...]:
    lower = unicodedata.normalize("NFC", word.lower())
    return tuple(part[:-2] + _TONES.get(part[-2:], part[-2:]) for part in _PART.findall(lower))


@lru_cache(maxsize=100_000)
def folded(exact: str) -> str:
    """Return the form of a word without marks."""
    plain = _MARK.sub("", unicodedata.normalize("NFD", exact)).replace("đ", "d").replace("ð", "d")
    return plain[:-1] if _PLURAL.match(plain) else _NOUGHTS.sub("", plain)
