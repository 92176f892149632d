"""How an article is cited: as printed, with its regulation."""

from __future__ import annotations

from congbo.policy.clauses import Clause
from congbo.policy.regulation import Regulation


def cited(regulation: Regulation, clause: Clause) -> str:
    """Return the article as printed with its regulation; without a number the regulation is cited by its title."""
    if clause.cite.endswith(regulation.number or "\0"):
        return clause.cite
    if regulation.number is None:
        return f"{clause.cite}, {regulation.title.vi}"
    words = "" if "Quy chế" in clause.cite or "Quyết định" in clause.cite else " Quy chế"
    return f"{clause.cite}{words} ban hành kèm theo Quyết định số {regulation.number}"
