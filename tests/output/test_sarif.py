"""SARIF: valid by the standard's own schema, stable while lines move, true in columns, silent about nothing."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from congbo import __version__
from congbo.errors import refuse
from congbo.facts.lines import lines_of
from congbo.finding import Finding, Severity
from congbo.locale import manual
from congbo.message import say
from congbo.output import FORMATS, Report
from congbo.output.report import Note
from congbo.place import Place
from support.trees import ValueTree

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "sarif-schema-2.1.0.json").read_text("utf-8"))
VALIDATOR = Draft7Validator(SCHEMA)
PATH = "content/qn/tin-tuc/2017/x.md"
EVIL = 'a%b\r\nc::error\x1b[31m\u202e\u2028"\\\ud83d'


def finding(word: str = "dl-1", severity: Severity = Severity.ERROR, rule: str = "QN-14.4#1", **more: Any) -> Finding:
    place = more.pop("place", Place(PATH, 3, 5))
    check = more.pop("check", "fields")
    message = more.pop("message", say("duplicate_id", id=word, first="b.md"))
    return Finding(rule, check, severity, place, message, say("duplicate_id.fix"), **more)


def log(*findings: Finding, lang: str = "vi", **more: Any) -> Any:
    """Return the log as parsed JSON, after the schema has accepted it."""
    document = json.loads(FORMATS["sarif"](Report(findings, 7, **more), lang))
    assert [f"{list(error.path)}: {error.message}" for error in VALIDATOR.iter_errors(document)] == []
    return document


def run(*findings: Finding, **more: Any) -> Any:
    (only,) = log(*findings, **more)["runs"]
    return only


def marks(text: str, *places: Place, **more: Any) -> list[str]:
    """Return the fingerprints of findings at places of a file."""
    line = lines_of(ValueTree({PATH: text.encode()}))
    results = run(*(finding(place=place, **more) for place in places), line=line)["results"]
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]


def test_the_schema_is_the_one_of_the_standard_and_refuses() -> None:
    assert SCHEMA["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    document = log(finding())
    document["runs"][0]["results"][0]["level"] = "grave"
    assert not VALIDATOR.is_valid(document)


def test_nothing_found_is_a_run_without_results() -> None:
    only = run()
    assert only["results"] == []
    assert only["tool"]["driver"]["rules"] == []
    assert only["properties"] == {"files": 7, "errors": 0, "warnings": 0}
    assert only["invocations"] == [{"executionSuccessful": True}]


def test_the_log_names_the_standard_and_the_program() -> None:
    document = log(finding())
    assert document["version"] == "2.1.0"
    driver = document["runs"][0]["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("congbo", __version__)
    assert document["runs"][0]["columnKind"] == "utf16CodeUnits"


def test_each_rule_stands_once_with_its_manual_page() -> None:
    only = run(finding(rule="CB-5", check="duplicate_id"), finding(citation="khoản 4 Điều 14"), finding(rule="CB-5"))
    rules = only["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["CB-5", "QN-14.4#1"]
    assert [result["ruleIndex"] for result in only["results"]] == [0, 1, 0]
    assert rules[0]["help"]["markdown"] == manual("vi", "duplicate_id")
    assert rules[0]["fullDescription"]["text"] == "Quy tắc CB-5 của phần mềm"
    assert rules[1]["fullDescription"]["text"] == "khoản 4 Điều 14"
    assert rules[1]["properties"]["citation"] == "khoản 4 Điều 14"


@pytest.mark.parametrize("check", ["fields", "text", "duplicate_id", "domain"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_help_of_a_rule_is_in_the_language_asked_for(check: str, lang: str) -> None:
    only = run(finding(check=check), lang=lang)
    (rule,) = only["tool"]["driver"]["rules"]
    assert rule["help"]["text"] == manual(lang, check)
    assert only["language"] == lang


def test_a_result_says_what_is_wrong_where_by_which_article_and_what_to_type() -> None:
    (result,) = run(finding(citation="khoản 4 Điều 14", also=("QN-16.6#1",)))["results"]
    assert result["message"]["text"] == "Mã `dl-1` đã dùng cho b.md.\n→ Đặt cho mục này một mã chưa từng dùng."
    assert result["properties"] == {
        "check": "fields",
        "citation": "khoản 4 Điều 14",
        "also": ["QN-16.6#1"],
        "fix": "Đặt cho mục này một mã chưa từng dùng.",
    }
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": PATH, "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 5},
    }


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
)
def test_severities_are_levels(severity: Severity, level: str) -> None:
    only = run(finding(severity=severity))
    assert only["results"][0]["level"] == level
    assert only["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"] == level


def test_what_is_waived_is_suppressed_with_its_reason_and_still_there() -> None:
    (result,) = run(finding(severity=Severity.INFO, waived=say("duplicate_id.fix")))["results"]
    assert result["suppressions"] == [{"kind": "external", "justification": "Đặt cho mục này một mã chưa từng dùng."}]
    (plain,) = run(finding())["results"]
    assert "suppressions" not in plain


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("content/ht/tin tức/a#b.md", "content/ht/tin%20t%E1%BB%A9c/a%23b.md"),
        ("content/a%20b?.md", "content/a%2520b%3F.md"),
        ("content/\udcff.md", "content/%FF.md"),
    ],
)
def test_paths_become_uris(path: str, uri: str) -> None:
    (result,) = run(finding(place=Place(path, 1, 1)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [("Thời hạn: x", 11, 11), ("𝐀𝐁 chữ lạ", 4, 6), ("", 4, 4), ("o\u0302\u0301 x", 5, 5)],
)
def test_columns_count_utf16_units(line: str, column: int, expected: int) -> None:
    (result,) = run(finding(place=Place(PATH, 2, column)), line=lambda _: line)["results"]
    assert result["locations"][0]["physicalLocation"]["region"]["startColumn"] == expected


def test_a_finding_about_a_file_stands_at_its_first_line() -> None:
    (result,) = run(finding(place=Place("content/ht/x/a.docx")))["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


def test_a_fingerprint_stays_when_lines_move() -> None:
    text = "---\nid: a\ntitle: Tin\n---\n"
    moved = "---\nsummary: mới\nid:  a\r\ntitle: Tin\n---\n"
    assert marks(text, Place(PATH, 2, 1)) == marks(moved, Place(PATH, 3, 1))


def test_a_fingerprint_stays_from_one_day_to_the_next() -> None:
    late = [say("duplicate_id", id="a", first="b", days=days, on=date(2026, 1, days)) for days in (3, 4)]
    assert len({marks("", Place(PATH), message=message)[0] for message in late}) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"rule": "QN-16.6#1"},
        {"word": "dl-2"},
        {"message": say("duplicate_id.fix")},
        {"check": "text"},
    ],
)
def test_another_fault_has_another_fingerprint(other: dict[str, Any]) -> None:
    assert marks("---\nid: a\n", Place(PATH, 2, 1)) != marks("---\nid: a\n", Place(PATH, 2, 1), **other)


def test_the_same_fault_twice_in_a_file_has_two_fingerprints() -> None:
    first, second = marks("x\ny\nx\n", Place(PATH, 1, 1), Place(PATH, 3, 1))
    assert (first[-2:], second[-2:]) == (":1", ":2")
    assert first[:-2] == second[:-2]


def test_hostile_words_stay_words() -> None:
    (result,) = run(finding(EVIL, place=Place(f"content/{EVIL[:-1]}.md", 1, 1), citation=EVIL))["results"]
    assert EVIL in result["message"]["text"]
    assert result["properties"]["citation"] == EVIL


def test_notes_are_notifications_and_a_grave_one_means_that_the_run_failed() -> None:
    error = refuse("policy.none", Place("policies/types.yml", 4, 2))
    notes = (Note(say("change.none", base="main")), Note(error.message, Severity.ERROR, error.place))
    (invocation,) = run(notes=notes)["invocations"]
    assert invocation["executionSuccessful"] is False
    told = invocation["toolExecutionNotifications"]
    assert [one["level"] for one in told] == ["note", "error"]
    assert told[1]["locations"][0]["physicalLocation"]["region"] == {"startLine": 4, "startColumn": 2}


def test_lines_of_a_tree() -> None:
    line = lines_of(ValueTree({"a.md": "một\r\nhai\n".encode(), "b.bin": b"\xff\n\xfe"}))
    assert [line(Place("a.md", number)) for number in (0, 1, 2, 3, 4)] == ["", "một", "hai", "", ""]
    assert line(Place("b.bin", 2)) == "\ufffd"
    assert line(Place("khong-co.md", 1)) == ""
