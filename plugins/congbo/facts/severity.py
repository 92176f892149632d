"""How grave a breach is: computed from the clause, never written, so that nobody softens a duty by a word."""

from __future__ import annotations

from congbo.finding import Severity
from congbo.policy.clauses import Clause
from congbo.policy.rule import Rule

_BY_LEVEL = {"A": Severity.ERROR, "B": Severity.WARNING, "C": Severity.INFO}


def severity_of(clause: Clause, rule: Rule) -> Severity:
    """Return the severity of a breach: level A duty or prohibition an error, level B a warning, permissions milder.

    A threshold that the portal set itself never gives an error.
    """
    if clause.is_.strength == "permission":
        return Severity.WARNING if clause.is_.level == "A" else Severity.INFO
    grave = _BY_LEVEL[clause.is_.level]
    local = "local" in (rule.params.get("within"), rule.params.get("every"))
    return Severity.WARNING if local and grave is Severity.ERROR else grave
