"""What bodies show of themselves, and which items show the same: the rows by which passages in common are found."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from congbo.checks.kept.rows import Rows
from congbo.text.shingles import printed

# Each row has the prints that are alike in their last bits, with the numbers of their items: fifty thousand items show four
# million, and a row for each would take longer to write than all that is said.
_PARTS: Final = 1 << 14
_SHIFT: Final = 32
_NUMBER: Final = (1 << _SHIFT) - 1

Held = Mapping[str, tuple[bytes, str, int]]  # page -> what its body shows, its language, and its day as a number
Pair = int  # a print with the number of an item that shows it


class Prints(Rows):
    """The prints of bodies, and their holders."""

    def of(self, pages: Iterable[str]) -> dict[str, bytes]:
        """Return what the bodies of pages show of themselves, as it was written."""
        found = self.ask_of("SELECT page, prints FROM sheets WHERE page IN ({})", pages)
        return {page: value or b"" for page, value in found}

    def write(self, pages: Held) -> None:
        """Write what bodies show, with the language and the day by which of two items the older one is told."""
        words = "UPDATE sheets SET prints = ?, lang = ?, day = ? WHERE page = ?"
        self.each(words, ((*one, page) for page, one in pages.items()))

    def begin(self, pages: Held) -> Iterator[list[str]]:
        """Write who shows what, where nothing is written yet; yield the pages of each print that several show."""
        held: dict[int, array[int]] = defaultdict(lambda: array("Q"))
        names: dict[int, str] = dict(self.ask("SELECT number, page FROM sheets"))
        for number, page in names.items():
            for one in printed(pages[page][0]) if page in pages else ():
                held[one % _PARTS].append(one << _SHIFT | number)
        self.each("INSERT INTO printed VALUES (?, ?)", ((part, some.tobytes()) for part, some in sorted(held.items())))
        for some in held.values():
            yield from ([names[number] for number in numbers] for numbers in _alike(some))

    def turn(self, pages: Iterable[tuple[str, Collection[int], Collection[int]]]) -> None:
        """Write which prints pages show now, in the place of those that they showed."""
        gone, come = set[Pair](), set[Pair]()
        for page, old, new in pages:
            ((number,),) = self.ask("SELECT number FROM sheets WHERE page = ?", page)
            gone.update(one << _SHIFT | number for one in set(old) - set(new))
            come.update(one << _SHIFT | number for one in set(new) - set(old))
        parts = {_part(pair) for pair in (*gone, *come)}
        held = {part: {pair for pair in some if pair not in gone} for part, some in self._held(parts).items()}
        for pair in come:
            held.setdefault(_part(pair), set()).add(pair)
        self.each(
            "INSERT OR REPLACE INTO printed VALUES (?, ?)",
            ((p, array("Q", some).tobytes()) for p, some in held.items()),
        )

    def holders(self, prints: Iterable[int]) -> Iterator[tuple[int, str, int, str]]:
        """Yield print, language, day and page of all that show one of the prints."""
        wanted = frozenset(prints)
        held = self._held({one % _PARTS for one in wanted})
        pairs = [pair for some in held.values() for pair in some if pair >> _SHIFT in wanted]
        words = "SELECT number, lang, day, page FROM sheets WHERE number IN ({})"
        known = {number: rest for number, *rest in self.ask_of(words, {pair & _NUMBER for pair in pairs})}
        for pair in pairs:
            lang, day, page = known[pair & _NUMBER]
            yield pair >> _SHIFT, lang, day, page

    def _held(self, parts: Collection[int]) -> dict[int, array[int]]:
        found = self.ask_of("SELECT part, pairs FROM printed WHERE part IN ({})", parts)
        return {part: _read(pairs) for part, pairs in found}


def _part(pair: Pair) -> int:
    return (pair >> _SHIFT) % _PARTS


def _read(pairs: bytes) -> array[int]:
    found = array("Q")
    found.frombytes(pairs)
    return found


def _alike(pairs: array[int]) -> Iterator[list[int]]:
    """Yield the items' numbers of each print that more than one of them shows."""
    if len({pair >> _SHIFT for pair in pairs}) == len(pairs):
        return
    found: dict[int, list[int]] = defaultdict(list)
    for pair in pairs:
        found[pair >> _SHIFT].append(pair & _NUMBER)
    yield from (numbers for numbers in found.values() if len(numbers) > 1)
