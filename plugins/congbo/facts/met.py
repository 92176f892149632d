"""How each clause is met today: by a check, a feature, a record or people; and what is still planned."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from congbo.policy import Policy
from congbo.policy.clauses import Clause
from congbo.policy.regulation import Regulation
from congbo.policy.rule import Rule


class Met(Struct, frozen=True):
    """One clause and how it is met; ``planned_in`` names the part that will meet it, empty once it does."""

    regulation: Regulation
    clause: Clause
    rules: tuple[Rule, ...]
    planned_in: str
    tests: tuple[str, ...]

    @property
    def state(self) -> str:
        """Return ``met`` or ``planned``."""
        return "planned" if self.planned_in else "met"


class Means(Struct, frozen=True):
    """What this version of the program can do: check kinds (and whom a field rule can be about) and features.

    ``planned`` gives the part that a kind, feature or means waits for; ``tests`` the test of a kind or feature.
    """

    planned: Mapping[str, str]
    subjects: Collection[str]
    tests: Mapping[str, tuple[str, ...]]

    def planned_in(self, rule: Rule) -> str:
        """Return the part that a rule waits for, or an empty text."""
        if rule.means == "organisation":
            return ""
        of = rule.params.get("of", "item")
        if rule.name == "fields" and of not in self.subjects:
            return self.planned[f"fields:{of}"]
        return rule.planned or self.planned.get(f"{rule.means}:{rule.name}") or self.planned.get(f"{rule.means}:*", "")

    def tests_of(self, rule: Rule) -> tuple[str, ...]:
        """Return the tests of a rule's kind, feature or means."""
        return self.tests.get(f"{rule.means}:{rule.name}") or self.tests.get(f"{rule.means}:*", ())


def met(policy: Policy, means: Means, regulation: str | None = None) -> Iterator[Met]:
    """Yield every clause with how it is met, regulation by regulation in the order of the text."""
    for prefix in policy.regulations:
        if regulation in (None, prefix):
            for clause in policy.clauses(prefix):
                yield _met(policy, means, policy.regulations[prefix], clause)


def _met(policy: Policy, means: Means, regulation: Regulation, clause: Clause) -> Met:
    rules = policy.resolved(clause)
    waiting = [part for rule in rules if (part := means.planned_in(rule))]
    tests = dict.fromkeys(t for rule in rules if not means.planned_in(rule) for t in means.tests_of(rule))
    return Met(regulation, clause, rules, waiting[0] if waiting else "", tuple(tests))
