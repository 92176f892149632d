"""All of ``policies/`` as one frozen value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct, field

from congbo.policy.board import BoardRules
from congbo.policy.calendar import CalendarYear
from congbo.policy.checklist import Line
from congbo.policy.clauses import Article, Clause
from congbo.policy.content import TypeTable
from congbo.policy.holders import Board
from congbo.policy.hosts import Host
from congbo.policy.keys import KeyRing
from congbo.policy.law import Law
from congbo.policy.people import People
from congbo.policy.portals import Portal
from congbo.policy.records import Record
from congbo.policy.regulation import Regulation
from congbo.policy.rule import Rule
from congbo.policy.sections import Section
from congbo.policy.selector import Selector, narrowed
from congbo.policy.targets import Target
from congbo.policy.units import Unit
from congbo.policy.vocabulary import Vocabulary


class Policy(Struct, frozen=True, dict=True):
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
    records: tuple[Record, ...] = ()
    checklist: Mapping[str, Line] = field(default_factory=dict)
    hosts: tuple[Host, ...] = ()
    targets: Mapping[str, Target] = field(default_factory=dict)
    people: People = field(default_factory=People)
    keys: KeyRing = field(default_factory=KeyRing)

    def records_of(self, type_id: str, portal: str | None = None) -> tuple[Record, ...]:
        """Return the records of a type, of one portal or of all, in the order of their paths."""
        found = self._records_by_type.get(type_id, ())
        return tuple(record for record in found if portal in (None, record.portal))

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
        yield from self._rules.get(regulation, ())

    @cached_property
    def _rules(self) -> Mapping[str, tuple[tuple[Clause, Rule, Selector], ...]]:
        return {prefix: tuple(self._ruled(articles)) for prefix, articles in self.articles.items()}

    def _ruled(self, articles: tuple[Article, ...]) -> Iterator[tuple[Clause, Rule, Selector]]:
        for article in articles:
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
    def _records_by_type(self) -> Mapping[str, list[Record]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.records:
            found[record.type].append(record)
        return found

    @cached_property
    def _by_id(self) -> Mapping[str, Clause]:
        return {clause.id: clause for clause in self.all_clauses()}
