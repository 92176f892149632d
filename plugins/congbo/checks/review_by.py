"""Items that have to be looked at again (CB-22).

What it checks: that the role which looks at an item again (`ra_soat`) is one of the portal's board and that somebody holds
it today; and that the day has not passed.
Why: a reminder to nobody reminds nobody. A role outlives the person who held it when the item was written.
How to fix: look at the item, correct it if need be, and write the next day; or name a role that somebody holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.house import house_finding
from congbo.facts.board import holding, name_of
from congbo.facts.corpus import Corpus
from congbo.facts.showing import over
from congbo.finding import Finding, Severity
from congbo.item import Item, ReviewBy
from congbo.item.model import REVIEW

RULE = "CB-22"
CHECK = "review_by"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield an error for a role that nobody holds, a warning with the person's name for a day that has passed."""
    for item in corpus.items:
        found = item.fields.get(REVIEW)
        if isinstance(found, ReviewBy) and not over(corpus, item):
            yield from _due(corpus, item, found)


def _due(corpus: Corpus, item: Item, found: ReviewBy) -> Iterator[Finding]:
    portal, board = corpus.policy.portals.get(item.portal), corpus.policy.boards.get(item.portal)
    regulation = (portal.regulation_on(corpus.today) if portal else None) or ""
    rules = corpus.policy.board_rules.get(regulation)
    place = item.place(REVIEW)
    if rules is None or found.role not in rules.roles:
        known = sorted(name for name, role in rules.roles.items() if not role.body) if rules else []
        yield house_finding(RULE, CHECK, place, "review_by.unknown", role=found.role, known=known)
        return
    people = holding(board, found.role, corpus.today) if board else ()
    role = name_of(corpus.policy, regulation, found.role)
    if not people:
        yield house_finding(RULE, CHECK, place, "review_by.nobody", role=role)
    elif found.day < corpus.today:
        names = ", ".join(holder.person for holder in people)
        params = {"title": item.title, "day": found.day, "role": role, "people": names}
        yield house_finding(RULE, CHECK, place, "review_by.overdue", Severity.WARNING, **params)
