"""Findings: their order, and how identical ones are joined."""

from __future__ import annotations

import pytest

from congbo.finding import Finding, Severity, merged
from congbo.message import say
from congbo.place import Place


def finding(
    rule: str, severity: Severity = Severity.ERROR, line: int = 1, word: str = "x", check: str = "fields"
) -> Finding:
    """Return a finding by value."""
    return Finding(rule, check, severity, Place("a.md", line), say("duplicate_id", id=word), say("duplicate_id.fix"))


def shown(findings: list[Finding]) -> list[tuple[str, tuple[str, ...]]]:
    """Return rule and ``also`` of each."""
    return [(one.rule, one.also) for one in findings]


def test_what_says_the_same_of_the_same_place_is_said_once() -> None:
    assert shown(merged([finding("A"), finding("B"), finding("C")])) == [("A", ("B", "C"))]


def test_the_gravest_leads_whatever_the_order() -> None:
    grave, mild, note = finding("G"), finding("W", Severity.WARNING), finding("I", Severity.INFO)
    assert shown(merged([note, mild, grave])) == [("G", ("W", "I"))]
    assert shown(merged([mild, note, grave])) == [("G", ("W", "I"))]
    assert merged([note, mild, grave])[0].severity is Severity.ERROR


def test_the_first_leads_among_equals() -> None:
    assert shown(merged([finding("B"), finding("A")])) == [("B", ("A",))]


def test_a_rule_does_not_stand_beside_itself() -> None:
    assert shown(merged([finding("A"), finding("A"), finding("B"), finding("A")])) == [("A", ("B",))]


@pytest.mark.parametrize("other", [finding("B", line=2), finding("B", word="y"), finding("B", check="sections")])
def test_another_place_message_or_check_is_another_finding(other: Finding) -> None:
    assert len(merged([finding("A"), other])) == 2


def test_findings_stand_in_the_order_in_which_one_reads() -> None:
    found = [
        finding("D", line=2),
        finding("B", Severity.WARNING, word="b"),
        finding("C", word="c"),
        finding("A", word="a"),
    ]
    assert [one.rule for one in merged(found)] == ["A", "C", "B", "D"]


def test_nothing_is_joined_out_of_nothing() -> None:
    assert merged([]) == []


def test_severities_have_an_order() -> None:
    assert [severity.rank for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)] == [0, 1, 2]


@pytest.mark.parametrize(
    ("place", "expected"),
    [(Place("a.md"), "a.md"), (Place("a.md", 3), "a.md:3"), (Place("a.md", 3, 5), "a.md:3:5"), (Place(""), "")],
)
def test_a_place_is_written_as_far_as_it_is_known(place: Place, expected: str) -> None:
    assert str(place) == expected
