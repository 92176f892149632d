"""``congbo rules`` accounts for every obligation of the five regulations (force and identity: DL-QĐ.1, TQ-QĐ.2, QN-QĐ.2)."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from congbo.__main__ import main
from support.repositories import git

ROOT = Path(__file__).parents[2]
COUNTS = {"HD": 62, "DL": 44, "TQ": 111, "HT": 91, "QN": 207}
KEYS = {"id", "citation", "kind", "level", "met_by", "name", "also", "state", "planned_in", "tests"}


@pytest.fixture(scope="module")
def rules() -> list[dict]:
    import contextlib
    import io

    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert main(["-C", str(ROOT), "rules", "--format", "json"]) == 0
    return json.loads(out.getvalue())


def test_every_obligation_once(rules: list[dict]) -> None:
    ids = [rule["id"] for rule in rules]
    assert len(ids) == len(set(ids)) == 515
    for prefix, count in COUNTS.items():
        assert sum(one.startswith(f"{prefix}-") for one in ids) == count


def test_levels_are_those_of_the_catalogue(rules: list[dict]) -> None:
    assert [sum(rule["level"] == level for rule in rules) for level in "ABC"] == [312, 108, 95]


def test_each_says_how_it_is_met(rules: list[dict]) -> None:
    for rule in rules:
        assert rule.keys() == KEYS
        assert rule["citation"]
        assert rule["met_by"] in {"check", "feature", "record", "organisation"}
        assert rule["state"] in {"met", "planned"}
        assert (rule["planned_in"] is None) == (rule["state"] == "met")


def test_what_a_program_decides_and_is_met_names_a_test_that_exists(rules: list[dict]) -> None:
    decided = [rule for rule in rules if rule["state"] == "met" and rule["met_by"] in {"check", "feature"}]
    assert decided
    for rule in decided:
        assert rule["tests"], rule["id"]
        for test in rule["tests"]:
            assert (ROOT / test).exists(), (rule["id"], test)


def test_what_a_check_decides_names_the_tests_that_speak_of_it(rules: list[dict]) -> None:
    checked = [rule for rule in rules if rule["level"] == "A" and rule["state"] == "met" and rule["met_by"] == "check"]
    assert len(checked) > 150
    for rule in checked:
        assert any(test.startswith(("tests/cases/", "tests/gate/")) for test in rule["tests"]), rule["id"]
        for test in rule["tests"]:
            assert rule["id"] in (ROOT / test).read_text("utf-8"), (rule["id"], test)


def test_an_id_that_begins_another_is_not_taken_for_it(rules: list[dict]) -> None:
    by_id = {rule["id"]: rule["tests"] for rule in rules}
    assert "tests/cases/fields/qn-leader-in-english-bare.md" in by_id["QN-15/-3"]
    assert "tests/cases/fields/qn-leader-in-english-bare.md" not in by_id["QN-1"]
    assert "tests/cases/README.md" not in by_id["QN-14.4#1"]


def test_a_repository_without_tests_names_those_of_the_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(ROOT / "policies", tmp_path / "policies")
    git(tmp_path, "init", "-q")
    assert main(["-C", str(tmp_path), "rules", "--format", "json"]) == 0
    by_id = {rule["id"]: rule["tests"] for rule in json.loads(capsys.readouterr().out)}
    assert by_id["QN-16.8"] == ["tests/cases/sections"]


def test_citations_say_which_paper_they_are_from(rules: list[dict]) -> None:
    by_id = {rule["id"]: rule["citation"] for rule in rules}
    assert "137/QĐ-UBND" in by_id["DL-8.1a"]
    assert "điểm a khoản 1 Điều 8" in by_id["DL-8.1a"]
    assert "Điều 6 Chương II" in by_id["DL-6A.1"]
    assert "555-QĐ/TU" not in by_id["HD-9.3"]
    assert "Quy chế" in by_id["HD-9.3"]
    assert "2187/2017/QĐ-UBND" in by_id["QN-20.1d/-1"]


def test_force_and_identity_of_the_regulations(rules: list[dict], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(ROOT), "explain", "DL-8.1a"]) == 0
    assert "01 ngày làm việc" in capsys.readouterr().out
    assert main(["-C", str(ROOT), "explain", "QN-20.1c"]) == 0
    assert "C-QN2" in capsys.readouterr().out
    assert main(["-C", str(ROOT), "explain", "KHONG-CO"]) == 2


def test_rules_of_our_own_that_tables_of_steps_cite_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(ROOT), "explain", "CB-17"]) == 0
    said = capsys.readouterr().out
    assert "Quy tắc CB-17 của phần mềm" in said
    assert "hai chức danh khác nhau" in said
    assert main(["-C", str(ROOT), "--lang", "en", "explain", "CB-18"]) == 0
    assert "gives a reason" in capsys.readouterr().out


def test_rules_are_listed_in_the_words_of_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(ROOT), "rules", "--regulation", "DL"]) == 0
    told = capsys.readouterr().out
    assert "đã có" in told
    assert "chức năng: " in told
    for word in (" met ", "planned", "feature:", "check:", "record:", "organisation:", "force"):
        assert word not in told, word
    assert main(["-C", str(ROOT), "rules", "--regulation", "DL", "--lang", "en"]) == 0
    assert "feature: " in capsys.readouterr().out


def test_a_clause_tells_its_kind_in_the_words_of_the_language(rules: list[dict], capsys) -> None:
    one = {rule["kind"]: rule["id"] for rule in rules}
    for kind, id_ in one.items():
        assert main(["-C", str(ROOT), "explain", id_]) == 0
        assert f"loại: {kind}\n" not in capsys.readouterr().out
