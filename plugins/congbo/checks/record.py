"""Records that a clause asks for.

What it checks: that a record which a clause of level A asks for (an incident, a request about personal data, an exemption)
says everything that the clause lists, and that its conditions hold. Whether a record exists at all is people's business:
`congbo records --missing` lists what is not there.
Why: a record without who was told and when proves nothing later.
How to fix: add the line that the finding shows to the record's file, or correct its value.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.ruled import Ruled
from congbo.facts.corpus import Corpus
from congbo.facts.records import Duty, duty_of
from congbo.finding import Finding
from congbo.message import say
from congbo.policy.free import Free
from congbo.policy.records import Record

JUDGED = "A"


def check(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    """Yield a finding for each field that a record lacks or that is not as the clause says; only for level A."""
    if ruled.clause.is_.level != JUDGED:
        return
    duty = duty_of(corpus.policy, ruled.portal, ruled.regulation, ruled.clause, ruled.rule)
    for record in corpus.policy.records_of(ruled.rule.name, ruled.portal.id):
        if duty.concerns(record):
            for name in duty.lacks(record):
                yield _finding(corpus, ruled, duty, record, name)


def _finding(corpus: Corpus, ruled: Ruled, duty: Duty, record: Record, name: str) -> Finding:
    label = corpus.policy.types.record_fields[name].name
    wanted = _wanted(duty.rule.params.get("holds", {}).get(name))
    words = {"id": record.id, "type": duty.of.name, "label": label, "key": name, "wanted": wanted}
    key = "record.wrong" if name in record.values else "record.lacks"
    return ruled.finding(record.at(name), say(key, **words), say(f"{key}.fix", **words))


def _wanted(condition: Free | None) -> str:
    """Say what a value must be; "…" where any value will do."""
    if isinstance(condition, dict):
        return ", ".join(f"{_SIGNS.get(word, word)} {bound}" for word, bound in condition.items())
    return "…" if condition is None else str(condition).lower()


_SIGNS = {"above": ">", "below": "<"}
