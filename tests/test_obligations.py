"""Every obligation has a state, and each that a program decides is shown kept and shown broken by a test that names it."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from congbo.facts.means import KINDS_OF_GATE, MEANS
from congbo.facts.met import Met, met
from congbo.policy.rule import Rule
from support.casefile import read_case
from support.trees import real_policy

TESTS = Path(__file__).parent
RULE_ID = re.compile(r"\b[A-Z]{2}-[^\s,;()`]*[^\s,;()`.:]")
MET = list(met(real_policy(), MEANS))
DECIDED = [one for one in MET if one.clause.is_.level == "A"]


def by_check(one: Met) -> bool:
    """Tell whether a check of this version answers for the clause."""
    return any(_met_check(rule) and rule.name not in KINDS_OF_GATE for rule in one.rules)


def by_gate(one: Met) -> bool:
    """Tell whether the gate answers for the clause: a person has to take a step."""
    return any(_met_check(rule) and rule.name in KINDS_OF_GATE for rule in one.rules)


def _met_check(rule: Rule) -> bool:
    return rule.means == "check" and not MEANS.planned_in(rule)


ONLY_IF_ANY = {one.clause.id for one in MET if all(rule.if_any is True for rule in one.rules)}
CHECKED = [one for one in DECIDED if by_check(one)]
GATED = [
    one for one in MET if by_gate(one)
]  # of every level: a table of steps is no less exact for an obligation of level B
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
    """Return the clause ids that tests name in their marks, word by word or as a table of the file (``*SHOWN``)."""
    files = (ast.parse(file.read_text("utf-8")) for file in TESTS.rglob("test_*.py"))
    return frozenset(
        word.value
        for file in files
        for one in _decorators(file)
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == mark
        for arg in one.args
        for word in (_keys(file, arg.value) if isinstance(arg, ast.Starred) else [arg])
        if isinstance(word, ast.Constant) and isinstance(word.value, str)
    )


def _decorators(file: ast.Module) -> list[ast.expr]:
    return [one for node in ast.walk(file) if isinstance(node, ast.FunctionDef) for one in node.decorator_list]


def _keys(file: ast.Module, table: ast.expr) -> list[ast.expr | None]:
    """The keys of a dict that stands at the top of the file under a name."""
    assert isinstance(table, ast.Name)
    return [
        key
        for node in file.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == table.id
        if isinstance(node.value, ast.Dict)
        for key in node.value.keys
    ]


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


@pytest.mark.parametrize("one", GATED, ids=name_of)
def test_a_story_shows_the_step_taken_and_left_out(one: Met) -> None:
    assert one.clause.id in marked("keeps")
    assert one.clause.id in marked("breaks")


def test_marks_and_cases_name_clauses_that_exist() -> None:
    known = {one.clause.id for one in MET}
    assert (marked("keeps") | marked("breaks")) <= known
