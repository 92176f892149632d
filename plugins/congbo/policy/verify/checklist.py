"""The reviewer's checklist and the word lists that go with it."""

from __future__ import annotations

from congbo.errors import refuse
from congbo.policy.model import Policy
from congbo.policy.rule import Rule
from congbo.policy.verify.references import known


def verify_checklist(policy: Policy) -> None:
    """Refuse a clause that asks a line which is not written, or looks for words in a list without words."""
    for regulation in policy.articles:
        for _, rule, _selector in policy.rules(regulation):
            if (rule.means, rule.name) == ("check", "checklist"):
                _lines(policy, rule)
    for vocabulary in policy.vocabularies.values():
        for term in vocabulary.terms:
            known(term.line, policy.checklist, term.place, "checklist_line")


def _lines(policy: Policy, rule: Rule) -> None:
    for line in rule.params["lines"]:
        known(line, policy.checklist, rule.place, "checklist_line")
    words = rule.params.get("words", "")
    known(words, policy.vocabularies, rule.place, "vocabulary")
    if words and not any(term.words for term in policy.vocabularies[words].terms):
        raise refuse("policy.no_words", policy.vocabularies[words].place, id=words)
