"""A rule in force for a portal, with the clause that it carries: what a rule check judges by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congbo.facts.corpus import Corpus
from congbo.facts.matching import about_item, about_portal
from congbo.facts.severity import severity_of
from congbo.finding import Finding, Severity
from congbo.item import Item
from congbo.message import Message
from congbo.place import Place
from congbo.policy.clauses import Clause
from congbo.policy.portals import Portal
from congbo.policy.regulation import Regulation
from congbo.policy.rule import Rule
from congbo.policy.selector import Selector


@dataclass(frozen=True)
class Ruled:
    """One rule of one clause, for one portal."""

    regulation: Regulation
    clause: Clause
    rule: Rule
    selector: Selector
    portal: Portal

    def finding(self, place: Place, message: Message, fix: Message, severity: Severity | None = None) -> Finding:
        """Return the finding that cites the clause, with the clause's severity unless it is demoted."""
        return Finding(
            rule=self.clause.id,
            check=self.rule.name,
            severity=severity or severity_of(self.clause, self.rule),
            place=place,
            message=message,
            fix=fix,
            citation=cited(self.regulation, self.clause),
        )

    def items(self, corpus: Corpus) -> Iterator[Item]:
        """Yield the portal's items that the rule judges: its selector matches and its regulation was in force."""
        for item in corpus.items_of(self.portal.id):
            day = corpus.judged_on(item)
            follows = self.portal.regulation_on(day) == self.regulation.id and self.regulation.in_force(day)
            if follows and about_item(corpus, self.selector, item):
                yield item


def cited(regulation: Regulation, clause: Clause) -> str:
    """Return the article as printed with its regulation; without a number the regulation is cited by its title."""
    if clause.cite.endswith(regulation.number or "\0"):
        return clause.cite
    if regulation.number is None:
        return f"{clause.cite}, {regulation.title.vi}"
    words = "" if "Quy chế" in clause.cite or "Quyết định" in clause.cite else " Quy chế"
    return f"{clause.cite}{words} ban hành kèm theo Quyết định số {regulation.number}"


def ruled(corpus: Corpus) -> Iterator[Ruled]:
    """Yield every rule of every portal's regulation in force today, in the order of the text."""
    for portal in corpus.policy.portals.values():
        prefix = portal.regulation_on(corpus.today)
        if prefix is None:
            continue
        regulation = corpus.policy.regulations[prefix]
        for clause, rule, selector in corpus.policy.rules(prefix):
            if about_portal(selector, portal):
                yield Ruled(regulation, clause, rule, selector, portal)
