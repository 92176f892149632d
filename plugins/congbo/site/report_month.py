"""What is counted of a month, in the words of a language: shared by the tables of its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from congbo.facts import addresses
from congbo.policy.clauses import Clause
from congbo.policy.regulation import Regulation
from congbo.policy.rule import Rule
from congbo.policy.selector import Selector
from congbo.shelf.deeds import Tally, read_tally
from congbo.site.book_facts import anchor_of
from congbo.site.drawing.numerals import numeral
from congbo.site.index import Index
from congbo.site.views import Link


class Month(Struct, frozen=True):
    """A month ("2026-10"), what was counted of it, and the regulation that the portal followed at its end."""

    index: Index
    lang: str
    which: str
    tallies: tuple[Tally, ...]

    @property
    def first(self) -> date:
        """Return the first day."""
        return date.fromisoformat(f"{self.which}-01")

    @property
    def last(self) -> date:
        """Return the last day."""
        return (self.first + timedelta(days=31)).replace(day=1) - timedelta(days=1)

    @property
    def regulation(self) -> Regulation | None:
        """Return the regulation."""
        prefix = self.index.portal.regulation_on(self.last)
        return self.index.corpus.policy.regulations[prefix] if prefix else None

    def rules(self) -> Iterator[tuple[int, Clause, Rule, Selector]]:
        """Yield the regulation's rules with their numbers."""
        if self.regulation:
            rules = self.index.corpus.policy.rules(self.regulation.id)
            yield from ((number, *one) for number, one in enumerate(rules))

    def of(self, kind: str) -> Iterator[Tally]:
        """Yield what was counted of a kind."""
        return (one for one in self.tallies if one.kind == kind)

    def number(self, kind: str) -> int:
        """Return how many there are of a kind."""
        return sum(one.number for one in self.of(kind))

    def by_name(self, kind: str) -> Mapping[str, int]:
        """Return how many there are of a kind under each name, most first."""
        found: dict[str, int] = {}
        for one in self.of(kind):
            found[one.name] = found.get(one.name, 0) + one.number
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))

    def words(self, key: str, **params: object) -> str:
        """Return a sentence."""
        return self.index.words(self.lang, key, **params)

    @property
    def unknown(self) -> str:
        """Return what stands where nothing can be said: never a zero."""
        return self.words("report.unknown")

    def numeral(self, number: int | Decimal, places: int | None = None) -> str:
        """Return a number in the page's language."""
        return numeral(number, self.lang, places)

    def mean(self, days: int, count: int) -> str:
        """Return how many days something took on average; unknown of nothing."""
        return self.numeral(Decimal(days) / count, 1) if count else self.unknown

    def article(self, clause: Clause) -> Link:
        """Return the link to a clause on the page of the regulation that is followed today, else to that page."""
        today = self.index.regulation
        here = f"#{anchor_of(clause.id)}" if today and self.regulation and today.id == self.regulation.id else ""
        return Link(clause.cite, f"{addresses.rules(self.lang)}{here}" if today else "", lang="vi")

    def articles_of(self, feature: str) -> tuple[Link, ...]:
        """Return the clauses that ask for what a feature does."""
        return tuple(self.article(c) for _, c, r, _ in self.rules() if r.means == "feature" and r.name == feature)


def month_read(index: Index, lang: str, which: str) -> Month:
    """Return a month as the shelf has it."""
    return Month(index, lang, which, tuple(map(read_tally, index.answer("deeds", which))))
