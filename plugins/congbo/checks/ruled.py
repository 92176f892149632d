"""A rule in force for a portal, with the clause that it carries: what a rule check judges by."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congbo.facts.cited import cited
from congbo.facts.corpus import Corpus
from congbo.facts.matching import about_item, about_portal
from congbo.facts.severity import is_local, severity_of, standing
from congbo.finding import About, Finding, Severity
from congbo.frozen import replace
from congbo.item import Item
from congbo.message import Message
from congbo.place import Place
from congbo.policy.clauses import Clause
from congbo.policy.portals import Portal
from congbo.policy.regulation import Regulation
from congbo.policy.rule import Rule
from congbo.policy.selector import Selector

_TODAY = About()
# What a citation ends with where the text gives no figure: the figure is never shown as the regulation's.
OWN_FIGURE = " (ngưỡng do đơn vị đặt)"


class Ruled(Struct, frozen=True):
    """One rule of one clause, for one portal."""

    regulation: Regulation
    clause: Clause
    rule: Rule
    selector: Selector
    portal: Portal

    def finding(
        self, place: Place, message: Message, fix: Message, severity: Severity | None = None, about: About = _TODAY
    ) -> Finding:
        """Return the finding that cites the clause, with the clause's severity unless it is demoted.

        ``about`` tells the unit and the day or period that was judged, for waivers; without days, today's state was.
        """
        return Finding(
            rule=self.clause.id,
            check=self.rule.checked_by,
            severity=severity or severity_of(self.clause, self.rule),
            place=place,
            message=message,
            fix=fix,
            citation=cited(self.regulation, self.clause) + (OWN_FIGURE if is_local(self.rule) else ""),
            about=replace(about, portal=self.portal.id),
            standing=standing(self.clause),
        )

    def at_most(self, severity: Severity) -> Severity:
        """Return the clause's severity, or the given one if that is milder."""
        return max(severity, severity_of(self.clause, self.rule), key=lambda one: one.rank)

    def items(self, corpus: Corpus) -> Iterator[Item]:
        """Return the portal's items that the rule judges: its selector matches and its regulation was in force."""
        return (item for item in corpus.items_of(self.portal.id) if self.judges(corpus, item))

    def judges(self, corpus: Corpus, item: Item) -> bool:
        """Tell whether the rule judges one item of the portal."""
        if not about_item(corpus, self.selector, item):
            return False
        day = corpus.judged_on(item)
        return self.portal.regulation_on(day) == self.regulation.id and self.regulation.in_force(day)


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
