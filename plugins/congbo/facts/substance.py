"""Whether an edit changes what a published item says, or only how it is spelt.

The rule asks nobody: an author's word that an edit is small would be given every time. As spelling passes only what
leaves the number of words as it is and in each word that differs the letters, apart from diacritics, or all letters but one;
never a word with a digit, a numeral, a "not", or a name. All else may mean something else, and is told to the public (CB-21).
"""

from __future__ import annotations

from itertools import zip_longest

from congbo.item import Item
from congbo.item.model import CHANGES, CORRECTIONS, FROM, OFFERED, REVIEW, WITHDRAWN
from congbo.policy import Policy
from congbo.text.fold import fold
from congbo.typed.values import Value

OF_PUBLISHING = (CORRECTIONS, CHANGES, WITHDRAWN, REVIEW, FROM, OFFERED)
_PROSE = ("text", "longtext", "texts")
_MARKS = ".,;:!?…\"'“”‘’()[]*_`#"
# Words one letter away from which stands another number, or the opposite.
_WEIGHTY = frozenset({
    "không", "chưa", "chẳng", "đừng", "cấm", "được", "phải", "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "sáu",
    "bảy", "bẩy", "tám", "chín", "mười", "mươi", "trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "nửa", "not", "no",
    "never", "must", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "hundred",
    "thousand", "million",
})  # fmt: skip


def altered(policy: Policy, before: Item, after: Item) -> bool:
    """Tell whether an item says something else than before, in its title, summary, body or a field that it had.

    What is added to a list, or in a field that was empty, alters nothing; nor does a field that tells a matter's course.
    """
    texts = ((before.title, after.title), (before.summary, after.summary), (before.body, after.body))
    if any(not same_words(was, now) for was, now in texts):
        return True
    return any(_field(policy, name, was, after.fields.get(name)) for name, was in before.fields.items())


def _field(policy: Policy, name: str, was: Value, now: Value | None) -> bool:
    field = policy.types.fields[name]
    if name in OF_PUBLISHING or field.running or was == now:
        return False
    if isinstance(was, tuple) and isinstance(now, tuple):
        return not set(was) <= set(now)
    return not (field.type in _PROSE and isinstance(now, str) and same_words(str(was), now))


def same_words(before: str, after: str) -> bool:
    """Tell whether two texts differ in spelling at most."""
    if before == after:
        return True
    return all(_same_word(was or "", now or "") for was, now in zip_longest(before.split(), after.split()))


def _same_word(before: str, after: str) -> bool:
    was, now = before.strip(_MARKS), after.strip(_MARKS)
    if was.casefold() == now.casefold():
        return True
    weighty = any(word.casefold() in _WEIGHTY or word[:1].isupper() or _has_digit(word) for word in (was, now))
    return bool(was and now) and not weighty and (fold(was) == fold(now) or _one_letter(fold(was), fold(now)))


def _has_digit(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def _one_letter(was: str, now: str) -> bool:
    """Tell whether one letter was put in, left out or taken for another."""
    if abs(len(was) - len(now)) > 1:
        return False
    short, long = sorted((was, now), key=len)
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    return short[at:] == long[at + 1 :] or (len(short) == len(long) and short[at + 1 :] == long[at + 1 :])
