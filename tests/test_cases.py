"""Every case in ``tests/cases``: the one check of its folder finds exactly what the page expects."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import pytest

from congbo.checks import CHECKS, HOUSE_CHECKS, RULE_CHECKS
from congbo.checks.judge import concluded
from congbo.checks.ruled import ruled
from congbo.facts.change import after
from congbo.facts.corpus import Corpus, load_corpus
from congbo.finding import Finding
from congbo.locale import sentence
from congbo.policy import Policy, load_policy
from congbo.policy.kinds import KINDS
from support.casefile import Case, Expected, read_case
from support.trees import ValueTree, edited_policies, real_policies, real_policy

CASES = Path(__file__).parent / "cases"
PAGES = sorted(page for page in CASES.rglob("*.md") if page.parent != CASES)
READ = [read_case(page) for page in PAGES]
RULE_ID = re.compile(r"\b(?:HD|DL|TQ|HT|QN|CB)-[\w./#-]*\w")


def name_of(case: Case) -> str:
    """Return the name under which pytest shows a case."""
    return case.path.relative_to(CASES).as_posix()


READY = pytest.mark.parametrize("case", [case for case in READ if not case.planned], ids=name_of)
PLANNED = pytest.mark.parametrize("case", [case for case in READ if case.planned], ids=name_of)
EACH = pytest.mark.parametrize("case", READ, ids=name_of)


@READY
def test_the_check_finds_exactly_what_the_page_expects(case: Case) -> None:
    found = [finding for finding in findings_of(case) if finding.place.path in case.judged]
    assert unexpected(found, case.expected) == ([], [])


@READY
def test_what_the_check_says_can_be_read_in_vietnamese(case: Case) -> None:
    for finding in findings_of(case):
        for words in (sentence(finding.message, "vi"), sentence(finding.fix, "vi")):
            assert words.strip(), finding
            assert not re.search(r"\{[a-z_]+\}", words.replace(str(finding.message.params.get("shape")), "")), words


@READY
def test_what_a_case_is_about_can_be_read(case: Case) -> None:
    if case.check not in ("front_matter", "text", "encoding", "old_encoding"):
        assert [fault for reading in corpus_of(case).readings for fault in reading.faults] == []


@PLANNED
def test_a_planned_case_waits_for_a_check_that_does_not_exist_yet(case: Case) -> None:
    assert case.check in KINDS
    assert case.check not in CHECKS, "the check has landed: delete the line 'planned:' of the page"
    assert case.settings["planned"] == "regulations as code"


@EACH
def test_the_page_explains_itself_and_names_the_rules_concerned(case: Case) -> None:
    named = set(RULE_ID.findall(case.reasoning))
    assert case.reasoning.startswith("# ")
    assert named, "the page names no rule"
    assert {rule for rule in named if not rule.startswith("CB-")} <= clause_ids()
    leading = {expected.rules[0] for expected in case.expected}
    assert leading <= named, "a rule is expected that the page does not speak of"


@pytest.mark.parametrize("check", CHECKS)
def test_every_check_has_cases_that_pass_and_cases_that_fail(check: str) -> None:
    cases = [case for case in READ if case.check == check]
    assert sum(not case.expected for case in cases) >= 2
    assert sum(bool(case.expected) for case in cases) >= 3


@cache
def findings_of(case: Case) -> list[Finding]:
    """Return what the case's check says about the case's files and the real policies; worked out once for its tests."""
    corpus = corpus_of(case)
    if case.check in HOUSE_CHECKS:
        return concluded(corpus, HOUSE_CHECKS[case.check](corpus))
    rules = [one for one in ruled(corpus) if one.rule.checked_by == case.check]
    found = (finding for one in rules if not one.rule.planned for finding in RULE_CHECKS[case.check](corpus, one))
    return concluded(corpus, found)


def corpus_of(case: Case) -> Corpus:
    """Return the corpus of the case's content under the real policies with the case's edits."""
    edits = {path: data for path, data in case.files.items() if path.startswith("policies/")}
    content = {path: data for path, data in case.files.items() if path.startswith("content/")}
    content |= {path: data for path, data in edits.items() if path.startswith("policies/approvals/")}
    assert set(edits) | set(content) == set(case.files), "a case's files lie in policies/ or content/"
    policy = edited_policy(tuple(sorted(edits.items())))
    if not case.before:
        return load_corpus(ValueTree(content, case.odd), policy, case.today)
    base = load_corpus(ValueTree(case.before), policy, case.today)
    return after(base, ValueTree(content, case.odd), frozenset({*content, *case.before}), "")


@lru_cache(maxsize=64)
def edited_policy(edits: tuple[tuple[str, bytes], ...]) -> Policy:
    """Return the policy of an edit, with no records but the edit's own, loaded once for all tests of a case."""
    own = dict(edits)
    others = (path for path in real_policies() if path.startswith("policies/records/") and path not in own)
    return load_policy(edited_policies(own, without=others))


@cache
def clause_ids() -> frozenset[str]:
    """Return the id of every clause."""
    return frozenset(clause.id for clause in real_policy().all_clauses())


def unexpected(found: list[Finding], expected: tuple[Expected, ...]) -> tuple[list[str], list[str]]:
    """Return the findings that nobody expected, and the expectations that nothing met, as lines of an expect block."""
    left = list(found)
    unmet = []
    for one in expected:
        match = next((finding for finding in left if _meets(finding, one)), None)
        if match:
            left.remove(match)
        else:
            unmet.append(one.written)
    return [_shown(finding) for finding in left], unmet


def _meets(finding: Finding, one: Expected) -> bool:
    place = (finding.place.path, finding.place.line)
    return (
        (str(finding.severity), (finding.rule, *finding.also)) == (one.severity, one.rules)
        and place == (one.path, one.line)
        and one.column in (0, finding.place.column)
        and one.fragment in sentence(finding.message, "vi")
    )


def _shown(finding: Finding) -> str:
    rules = "+".join((finding.rule, *finding.also))
    return f"{finding.severity} {rules} {finding.place} {sentence(finding.message, 'vi')}"
