"""Findings made ready for an output format: with the lines that they point at and the questions of the reviewer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from congbo.facts.lines import lines_of
from congbo.finding import Finding
from congbo.output.report import Asked, Note, Report
from congbo.tree import Tree

if TYPE_CHECKING:  # a check that finds its answer stored does not wait for the policies
    from congbo.item import Item
    from congbo.policy import Policy


def reported(findings: Iterable[Finding], pages: Sequence[str], tree: Tree, notes: Iterable[Note] = ()) -> Report:
    """Return the report about some items (their paths) of a tree."""
    return Report(tuple(findings), len(pages), tuple(notes), line=lines_of(tree))


def asked(policy: Policy, pages: Iterable[str], tree: Tree, today: date) -> tuple[Asked, ...]:
    """Return what a reviewer of these items answers, portal by portal."""
    from congbo.facts.corpus import load_corpus
    from congbo.facts.merged import Only

    items = load_corpus(Only(tree, frozenset(pages)), policy, today).items
    return tuple(one for one in _asked(policy, items, today) if one.questions)


def _asked(policy: Policy, items: Iterable[Item], today: date) -> Iterator[Asked]:
    from congbo.facts.checklist import questions

    types: dict[str, set[str]] = defaultdict(set)
    for item in items:
        types[item.portal].add(item.type)
    for portal in sorted(types.keys() & policy.portals.keys()):
        declared = policy.portals[portal]
        yield Asked(declared.name, questions(policy, declared, types[portal], today))
