"""All of ``policies/`` as one frozen value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from congbo.policy.board import BoardRules
from congbo.policy.calendar import CalendarYear
from congbo.policy.clauses import Article, Clause
from congbo.policy.content import Section, TypeTable, Vocabulary
from congbo.policy.holders import Board
from congbo.policy.law import Law
from congbo.policy.portals import Portal
from congbo.policy.regulation import Regulation
from congbo.policy.rule import Rule
from congbo.policy.selector import Selector, narrowed
from congbo.policy.units import Unit


@dataclass(frozen=True)
class Policy:
    """The governance of a repository. Mappings are by id."""

    types: TypeTable
    sections: Mapping[str, Section]
    vocabularies: Mapping[str, Vocabulary]
    units: Mapping[str, Unit]
    laws: Mapping[str, Law]
    calendars: Mapping[int, CalendarYear]
    regulations: Mapping[str, Regulation]
    articles: Mapping[str, tuple[Article, ...]]
    board_rules: Mapping[str, BoardRules]
    portals: Mapping[str, Portal]
    boards: Mapping[str, Board]

    def clauses(self, regulation: str) -> Iterator[Clause]:
        """Yield the clauses of a regulation in the order of its text."""
        for article in self.articles.get(regulation, ()):
            yield from article.clauses

    def clause(self, clause_id: str) -> Clause | None:
        """Return a clause by its id, or None."""
        return self._by_id.get(clause_id)

    def all_clauses(self) -> Iterator[Clause]:
        """Yield every clause of every regulation."""
        for regulation in self.regulations:
            yield from self.clauses(regulation)

    def rules(self, regulation: str) -> Iterator[tuple[Clause, Rule, Selector]]:
        """Yield (clause, rule, selector) with ``same_as`` resolved and the article's selector inherited."""
        for article in self.articles.get(regulation, ()):
            for clause in article.clauses:
                for rule in self.resolved(clause):
                    yield clause, rule, narrowed(article.selector, rule.selector)

    def resolved(self, clause: Clause) -> tuple[Rule, ...]:
        """Return a clause's rules; ``same_as`` stands for the other clause's."""
        first = clause.met_by[0]
        if first.means != "same_as":
            return clause.met_by
        other = self.clause(first.name)
        return other.met_by if other else ()

    def children(self, portal: str) -> tuple[Portal, ...]:
        """Return the component portals of a portal."""
        return tuple(p for p in self.portals.values() if p.parent == portal)

    @cached_property
    def _by_id(self) -> Mapping[str, Clause]:
        return {clause.id: clause for clause in self.all_clauses()}
