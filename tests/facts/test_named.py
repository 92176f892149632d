"""The facts that rules may name are those that the program computes, and no others."""

from __future__ import annotations

from congbo.facts.named import NAMED, WITHOUT_VALUE
from congbo.policy.selector import NAMED_FACTS


def test_the_policy_loader_and_the_facts_know_the_same_names() -> None:
    assert set(NAMED_FACTS) == {*NAMED, *WITHOUT_VALUE, "type"}
