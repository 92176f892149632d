"""Every obligation has a state, and each that a program decides is shown kept and shown broken by a test that names it."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from congbo.facts.means import MEANS
from congbo.facts.met import Met, met
from support.casefile import read_case
from support.trees import real_policy

TESTS = Path(__file__).parent
RULE_ID = re.compile(r"\b[A-Z]{2}-[^\s,;()`]*[^\s,;()`.:]")
MET = list(met(real_policy(), MEANS))
DECIDED = [one for one in MET if one.clause.is_.level == "A"]


def by_check(one: Met) -> bool:
    """Tell whether a check of this version answers for the clause."""
    return any(rule.means == "check" and not MEANS.planned_in(rule) for rule in one.rules)


ONLY_IF_ANY = {one.clause.id for one in MET if all(rule.if_any is True for rule in one.rules)}
CHECKED = [one for one in DECIDED if by_check(one)]
FEATURED = [one for one in DECIDED if one.state == "met" and not by_check(one)]


def name_of(one: Met) -> str:
    """Return the name under which pytest shows a clause."""
    return one.clause.id


@cache
def shown() -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """Return the pages that show a clause kept, and those that show it broken, by clause id.

    A clause that a record meets is broken where the page expects a finding of it; one of a feature has its tests marked.
    A page that expects a note of a clause shows it neither way (it is waived), unless the clause says "if any": then nothing
    graver can be said of it.
    """
    kept: dict[str, set[str]] = defaultdict(set)
    broken: dict[str, set[str]] = defaultdict(set)
    for page in (TESTS / "cases").rglob("*.md"):
        if page.parent == TESTS / "cases":
            continue
        case = read_case(page)
        expected = [(rule, one.severity) for one in case.expected for rule in one.rules]
        for rule, severity in expected:
            if severity != "info" or rule in ONLY_IF_ANY:
                broken[rule].add(page.name)
        for rule in {*RULE_ID.findall(case.reasoning)} - {rule for rule, _ in expected}:
            kept[rule].add(page.name)
    return kept, broken


@cache
def marked(mark: str) -> frozenset[str]:
    """Return the clause ids that the tests of features name in their marks."""
    decorators = (
        decorator
        for file in TESTS.rglob("test_*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
    )
    return frozenset(
        word.value
        for one in decorators
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == mark
        for word in one.args
        if isinstance(word, ast.Constant) and isinstance(word.value, str)
    )


def test_every_obligation_has_a_state_and_the_part_that_it_waits_for() -> None:
    assert len(MET) == len({one.clause.id for one in MET}) == 515
    assert {one.planned_in for one in MET} <= {"", "review", "archive and reports", "site", "search"}


@pytest.mark.parametrize("one", CHECKED, ids=name_of)
def test_a_case_shows_the_clause_kept(one: Met) -> None:
    kept, _ = shown()
    assert kept[one.clause.id], "no page names it without a finding of it"


@pytest.mark.parametrize("one", CHECKED, ids=name_of)
def test_a_case_shows_the_clause_broken(one: Met) -> None:
    _, broken = shown()
    assert broken[one.clause.id], "no page expects a finding of it"


@pytest.mark.parametrize("one", FEATURED, ids=name_of)
def test_a_test_shows_the_feature_kept_and_broken(one: Met) -> None:
    kept, broken = shown()
    assert kept[one.clause.id] or one.clause.id in marked("keeps")
    assert broken[one.clause.id] or one.clause.id in marked("breaks")


def test_marks_and_cases_name_clauses_that_exist() -> None:
    known = {one.clause.id for one in MET}
    assert (marked("keeps") | marked("breaks")) <= known
