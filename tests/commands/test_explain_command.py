"""``congbo explain``: a check, what the gate judges, a rule of the program, a clause; and a word that is none of these."""

from __future__ import annotations

import pytest

from congbo.__main__ import main
from congbo.facts.means import KINDS_OF_GATE
from congbo.locale import LANGUAGES
from congbo.policy.procedures import HOUSE_RULES
from support.trees import ROOT


def explained(capsys: pytest.CaptureFixture[str], name: str, lang: str = "vi") -> str:
    assert main(["-C", str(ROOT), "explain", name, "--lang", lang]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS_OF_GATE)
def test_what_the_gate_judges_has_its_page(kind: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = explained(capsys, kind, lang)
    assert told.startswith({"vi": "# Các bước duyệt", "en": "# The steps of approval"}[lang])
    assert "DL-6A.2#1" in told


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", HOUSE_RULES)
def test_a_rule_of_the_program_says_what_it_asks_and_cites_no_article(
    rule: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = explained(capsys, rule, lang)
    assert rule in told.splitlines()[0]
    assert len(told.splitlines()[2]) > 40
    assert "Điều" not in told
    assert "khoản" not in told


def test_four_eyes_governance_and_reasons_are_among_them() -> None:
    assert {"CB-1", "CB-17", "CB-18"} <= set(HOUSE_RULES)


def test_a_clause_that_a_step_meets_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    told = explained(capsys, "DL-6A.4")
    assert "step" in told
    assert "Chưa thực hiện" not in told


def test_a_word_that_is_nothing_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(ROOT), "explain", "steps"]) == 2
    assert "steps" in capsys.readouterr().err
