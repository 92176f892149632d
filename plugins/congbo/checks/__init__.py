"""The checks: one file each, and the written registry of them.

A rule check answers for clauses of a regulation: it takes the corpus and every rule of its kind.
A house check answers for rules of our own (``CB-...``), which no article asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from congbo.checks import (
    attachment_kind,
    body,
    document_number,
    domain,
    duplicate_id,
    fields,
    front_matter,
    known_section,
    order_of_dates,
    references,
    sections,
    text,
)
from congbo.checks.ruled import Ruled
from congbo.facts.corpus import Corpus
from congbo.finding import Finding

RuleCheck = Callable[[Corpus, Ruled], Iterable[Finding]]
HouseCheck = Callable[[Corpus], Iterable[Finding]]

RULE_CHECKS: Mapping[str, RuleCheck] = {
    "domain": domain.check,
    "fields": fields.check,
    "sections": sections.check,
}

HOUSE_CHECKS: Mapping[str, HouseCheck] = {
    "front_matter": front_matter.check,
    "known_section": known_section.check,
    "duplicate_id": duplicate_id.check,
    "references": references.check,
    "order_of_dates": order_of_dates.check,
    "document_number": document_number.check,
    "text": text.check,
    "body": body.check,
    "attachment_kind": attachment_kind.check,
}

CHECKS = (*RULE_CHECKS, *HOUSE_CHECKS)
