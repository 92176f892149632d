"""The written tables of what this version can do agree with what is there."""

from __future__ import annotations

from pathlib import Path

from congbo.checks import RULE_CHECKS
from congbo.facts.means import FEATURES_MET, KINDS_OF_GATE, KINDS_PLANNED, MEANS
from congbo.policy.kinds import KINDS
from support.trees import real_policy

ROOT = Path(__file__).parents[2]


def test_a_kind_is_planned_until_its_check_exists() -> None:
    assert {kind for kind in KINDS if kind not in RULE_CHECKS} == {*KINDS_PLANNED, *KINDS_OF_GATE}


def test_the_tests_of_a_kind_that_the_gate_judges_exist() -> None:
    tests = [test for kind in KINDS_OF_GATE for test in MEANS.tests[f"check:{kind}"]]
    assert tests
    assert [test for test in tests if not (ROOT / test).exists()] == []


def test_every_feature_that_a_clause_names_is_met_or_planned() -> None:
    named = {rule.name for clause in real_policy().all_clauses() for rule in clause.met_by if rule.means == "feature"}
    assert [name for name in sorted(named) if name not in FEATURES_MET and f"feature:{name}" not in MEANS.planned] == []


def test_the_test_of_a_feature_exists() -> None:
    assert [test for test in FEATURES_MET.values() if not (ROOT / test).exists()] == []
