"""How grave a breach is: computed from the clause, never written, so that nobody softens a duty by a word."""

from __future__ import annotations

from congbo.finding import Severity
from congbo.policy.clauses import Clause
from congbo.policy.rule import Rule
from congbo.policy.span import LOCAL

_BY_LEVEL = {"A": Severity.ERROR, "B": Severity.WARNING, "C": Severity.INFO}


def severity_of(clause: Clause, rule: Rule) -> Severity:
    """Return the severity of a breach: level A duty or prohibition an error, level B a warning, permissions milder.

    A threshold that the portal set itself never gives an error.
    """
    if clause.is_.strength == "permission":
        return Severity.WARNING if clause.is_.level == "A" else Severity.INFO
    grave = _BY_LEVEL[clause.is_.level]
    return Severity.WARNING if is_local(rule) and grave is Severity.ERROR else grave


def is_local(rule: Rule) -> bool:
    """Tell whether the text gives no figure, so that the portal has set its own: it is shown as the portal's."""
    return LOCAL in (rule.params.get("within"), rule.params.get("every"))


def standing(clause: Clause) -> int:
    """Return how strong a clause is, 0 the strongest: level A before B before C, duties before permissions."""
    return 2 * list(_BY_LEVEL).index(clause.is_.level) + (clause.is_.strength == "permission")
