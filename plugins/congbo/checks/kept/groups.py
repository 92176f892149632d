"""What rules about wholes see of items: rule, group, what an item is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from congbo.checks.kept.rows import Rows

Seen = tuple[int, str, str]  # the rule's number, the group, and what an item is in it
Group = tuple[int, str]


class Groups(Rows):
    """The items by what they are in the groups of rules."""

    def see(self, page: str, old: Collection[Seen], new: Collection[Seen]) -> None:
        """Write what a page is in the place of what it was."""
        gone, come = set(old) - set(new), set(new) - set(old)
        words = "DELETE FROM seen WHERE rule = ? AND part = ? AND kind = ? AND page = ?"
        self.each(words, ((*one, page) for one in gone))
        self.each("INSERT OR IGNORE INTO seen VALUES (?, ?, ?, ?)", ((*one, page) for one in come))

    def begin(self, seen: Iterable[tuple[str, Collection[Seen]]]) -> None:
        """Write what pages are, where nothing is written yet."""
        rows = sorted((*one, page) for page, some in seen for one in some)
        self.each("INSERT INTO seen VALUES (?, ?, ?, ?)", rows)

    def is_witness(self, page: str, one: Seen, enough: int) -> bool:
        """Tell whether a page is among the first of its kind, as many as are enough."""
        words = "SELECT page FROM seen WHERE rule = ? AND part = ? AND kind = ? ORDER BY page LIMIT ?"
        return (page,) in self.ask(words, *one, enough)

    def witnesses(self, group: Group, enough: int) -> set[str]:
        """Return the first pages of each kind in a group."""
        counts: Counter[str] = Counter()
        found = set()
        for kind, page in self.ask(
            "SELECT kind, page FROM seen WHERE rule = ? AND part = ? ORDER BY kind, page", *group
        ):
            counts[kind] += 1
            if counts[kind] <= enough:
                found.add(page)
        return found
