"""Severity is computed from the clause, never written."""

from __future__ import annotations

from typing import Any

import pytest

from congbo.facts.severity import severity_of
from congbo.frozen import replace
from support.trees import real_policy


@pytest.mark.parametrize(
    ("level", "strength", "expected"),
    [
        ("A", "duty", "error"),
        ("A", "prohibition", "error"),
        ("A", "permission", "warning"),
        ("B", "duty", "warning"),
        ("B", "prohibition", "warning"),
        ("B", "permission", "info"),
        ("C", "duty", "info"),
        ("C", "prohibition", "info"),
        ("C", "permission", "info"),
    ],
)
def test_level_and_strength_make_the_severity(level: str, strength: str, expected: str) -> None:
    clause = real_policy().clause("DL-2.1")
    assert clause is not None
    made = replace(clause, is_=replace(clause.is_, level=level, strength=strength))
    assert severity_of(made, clause.met_by[0]) == expected


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"within": "local"}, "warning"),
        ({"every": "local"}, "warning"),
        ({"within": {"hours": 24}}, "error"),
        ({}, "error"),
    ],
)
def test_a_threshold_that_the_portal_set_itself_is_never_an_error(params: dict[str, Any], expected: str) -> None:
    clause = real_policy().clause("DL-2.1")
    assert clause is not None
    assert severity_of(clause, replace(clause.met_by[0], params=params)) == expected
