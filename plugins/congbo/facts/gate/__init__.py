"""The gate: from what is known about a change to a verdict, as a pure function (ADR 13)."""

from congbo.facts.gate.judge import judge
from congbo.facts.gate.model import Change, Verdict
from congbo.facts.gate.needs import Need, needs

__all__ = ["Change", "Need", "Verdict", "judge", "needs"]
