"""Who signs, and with a key of their own: roles that take steps, holders whose key is good, and whether it has begun."""

from __future__ import annotations

from datetime import date

from congbo.dates import day_of
from congbo.facts.corpus import Corpus
from congbo.policy import Policy
from congbo.policy.holders import Holder, person_of
from congbo.policy.keys import DECISION, Key
from congbo.policy.portals import Portal

APPROVALS, STATEMENT = "policies/approvals", ".stmt"
SUBMIT = "submit"


def signing(policy: Policy, portal: Portal, on: date) -> frozenset[str]:
    """Return the roles that take a step by signing on a portal: every step but handing in."""
    rules = policy.board_rules.get(portal.regulation_on(on) or "")
    if rules is None:
        return frozenset()
    rows = [
        row
        for procedure in rules.procedures.values()
        if procedure.covers_tier(portal.tier)
        for row in procedure.steps
        if row.act != SUBMIT
    ]
    named = {role for row in rows for role in (*row.by, *row.delegated, *row.acting)}
    levels = {level for row in rows for level in row.by_level}
    return frozenset(named | {name for name, role in rules.roles.items() if role.level in levels})


def enrolled(policy: Policy, holder: Holder, on: date) -> bool:
    """Tell whether a holder has a key that is good for decisions on a day, and that the holder's own list allows."""
    keys = policy.keys.of(person_of(holder))
    return any(_good(key, on) and (not holder.keys or key.fingerprint in holder.keys) for key in keys)


def _good(key: Key, on: date) -> bool:
    until = day_of(key.valid_before) if key.valid_before else on
    return DECISION in key.namespaces and day_of(key.valid_after) <= on <= until


def decided(corpus: Corpus) -> bool:
    """Tell whether a signed decision is kept in the repository: from then on nothing is merged without one."""
    return any(path.endswith(STATEMENT) for path in corpus.tree.paths(APPROVALS))
