"""What a field rule demands, worked out of its lists and vocabularies: for the check, and for the schemas of editors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from congbo.dates import holds
from congbo.policy import Policy
from congbo.policy.rule import Rule
from congbo.policy.vocabulary import Term


def required(policy: Policy, rule: Rule) -> tuple[str, ...]:
    """Return the ids of the fields that a rule demands: its lists and its own, without those that are "if any"."""
    lists = (policy.types.field_lists[name].fields for name in rule.params.get("lists", ()))
    wanted = dict.fromkeys((*(name for fields in lists for name in fields), *rule.params.get("required", ())))
    exempt = rule.if_any if isinstance(rule.if_any, tuple) else ()
    return tuple(name for name in wanted if name not in exempt)


def allowed(policy: Policy, listed: tuple[str, ...], on: date | None = None) -> tuple[str, ...]:
    """Return the words that a clause allows: its own list, or a vocabulary's printed names and ids.

    ``on`` leaves out the values that do not hold on that day (a source whose permission came later).
    """
    if len(listed) != 1 or listed[0] not in policy.vocabularies:
        return tuple(dict.fromkeys(listed))
    terms = [term for term in policy.vocabularies[listed[0]].terms if on is None or holds(term.from_, term.until, on)]
    return tuple(dict.fromkeys(_words(terms)))


def _words(terms: list[Term]) -> Iterator[str]:
    yield from (term.name.vi for term in terms)
    yield from (term.id for term in terms)
