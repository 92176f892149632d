"""Findings in words: the contract of the JSON document, and what each channel must not be told."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from congbo.finding import Finding, Severity
from congbo.message import say
from congbo.output import FORMATS, Report
from congbo.output.report import Note
from congbo.place import Place

EVIL = "a%b\r\nc::error file=x,line=1::d\x1b[31m\u202e\u2028,e"


def finding(word: str = "dl-1", severity: Severity = Severity.ERROR, rule: str = "QN-14.4#1", **more: Any) -> Finding:
    """Return a finding whose sentence holds a word of an author."""
    place = more.pop("place", Place("content/qn/tin-tuc/2017/x.md", 3, 5))
    return Finding(
        rule, "fields", severity, place, say("duplicate_id", id=word, first="b.md"), say("duplicate_id.fix"), **more
    )


def rendered(form: str, *findings: Finding, files: int = 7, lang: str = "vi") -> str:
    """Return a report in a form."""
    return FORMATS[form](Report(findings, files), lang)


def test_the_json_document_has_the_keys_of_the_contract_and_no_other() -> None:
    document = json.loads(rendered("json", finding(citation="khoản 4 Điều 14", also=("QN-16.6#1",))))
    assert list(document) == ["findings", "summary"]
    (one,) = document["findings"]
    assert list(one) == [
        "rule",
        "check",
        "severity",
        "path",
        "line",
        "column",
        "message",
        "citation",
        "also",
        "fix",
        "waived",
    ]
    assert one == {
        "rule": "QN-14.4#1",
        "check": "fields",
        "severity": "error",
        "path": "content/qn/tin-tuc/2017/x.md",
        "line": 3,
        "column": 5,
        "message": "Mã `dl-1` đã dùng cho b.md.",
        "citation": "khoản 4 Điều 14",
        "also": ["QN-16.6#1"],
        "fix": "Đặt cho mục này một mã chưa từng dùng.",
        "waived": None,
    }


def test_the_json_summary_counts() -> None:
    found = [
        finding(),
        finding(severity=Severity.WARNING),
        finding(severity=Severity.WARNING),
        finding(severity=Severity.INFO),
    ]
    assert json.loads(rendered("json", *found))["summary"] == {"files": 7, "errors": 1, "warnings": 2, "waived": 0}


def test_the_json_document_of_nothing() -> None:
    assert json.loads(rendered("json", files=0)) == {
        "findings": [],
        "summary": {"files": 0, "errors": 0, "warnings": 0, "waived": 0},
    }


def test_json_keeps_what_an_author_wrote() -> None:
    assert EVIL in json.loads(rendered("json", finding(EVIL)))["findings"][0]["message"]


def test_json_writes_vietnamese_as_it_is() -> None:
    assert "đã dùng" in rendered("json", finding())


def test_json_in_english_says_the_same_keys() -> None:
    vi, en = (json.loads(rendered("json", finding(), lang=lang))["findings"][0] for lang in ("vi", "en"))
    assert list(vi) == list(en)
    assert vi["message"] != en["message"]
    assert {key: vi[key] for key in ("rule", "path", "line")} == {key: en[key] for key in ("rule", "path", "line")}


def test_github_gets_one_line_for_each_finding() -> None:
    text = rendered("github", finding(EVIL), finding(), finding(severity=Severity.INFO))
    assert text.count("\n") == 3
    assert "\r" not in text
    assert [line.split(" ")[0] for line in text.splitlines() if line.startswith("::")] == [
        "::error",
        "::error",
        "::notice",
    ]


def test_github_is_told_place_rule_and_sentence() -> None:
    assert rendered("github", finding(citation="khoản 4 Điều 14")) == (
        "::error file=content/qn/tin-tuc/2017/x.md,line=3,col=5,title=QN-14.4#1 [fields]::"
        "Mã `dl-1` đã dùng cho b.md.%0AĐặt cho mục này một mã chưa từng dùng.%0Akhoản 4 Điều 14\n"
    )


@pytest.mark.parametrize(
    ("severity", "command"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")]
)
def test_github_has_a_command_for_each_severity(severity: Severity, command: str) -> None:
    assert rendered("github", finding(severity=severity)).startswith(f"::{command} ")


@pytest.mark.parametrize(
    ("written", "escaped"),
    [("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), ("%0A", "%250A"), ("a::b", "a::b"), ("a,b", "a,b")],
)
def test_github_escapes_the_words_of_a_sentence(written: str, escaped: str) -> None:
    assert f"Mã `{escaped}` đã" in rendered("github", finding(written))


def test_github_escapes_a_path_and_a_rule() -> None:
    text = rendered("github", finding(rule="a,b::c", place=Place("content/a,b%:c\n.md", 0, 0)))
    assert text.startswith("::error file=content/a%2Cb%25%3Ac%0A.md,line=1,title=a%2Cb%3A%3Ac [fields]::")


def test_github_is_told_notes_of_the_run_first() -> None:
    notes = (
        Note(say("change.none", base="a\n::error::b")),
        Note(say("duplicate_id.fix"), Severity.ERROR, Place("policies/a,b.yml", 4, 2)),
    )
    told = FORMATS["github"](Report((finding(),), 1, notes), "vi").splitlines()
    assert told[0].startswith("::notice::")
    assert "a%0A::error::b" in told[0]
    assert told[1] == "::error file=policies/a%2Cb.yml,line=4::Đặt cho mục này một mã chưa từng dùng."
    assert len(told) == 3


def test_text_shows_place_rule_sentence_cure_and_article() -> None:
    lines = rendered("text", finding(citation="khoản 4 Điều 14", also=("QN-16.6#1", "QN-17.4#1"))).splitlines()
    assert lines[:4] == [
        "content/qn/tin-tuc/2017/x.md:3:5: LỖI QN-14.4#1 [fields]",
        "  Mã `dl-1` đã dùng cho b.md.",
        "  → Đặt cho mục này một mã chưa từng dùng.",
        "  khoản 4 Điều 14 (cũng theo QN-16.6#1, QN-17.4#1)",
    ]
    assert lines[-1] == "Đã kiểm tra 7 tệp: 1 lỗi, 0 cảnh báo."


def test_text_calls_a_house_rule_a_rule_of_the_program() -> None:
    assert "Quy tắc CB-5 của phần mềm" in rendered("text", finding(rule="CB-5"))


def test_text_holds_no_character_that_moves_the_cursor_or_hides() -> None:
    text = rendered("text", finding(EVIL, place=Place(f"content/{EVIL}.md")))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u200b-\u200f]", text)
    assert "\\u001b[31m" in text
    assert "\\u202e" in text


def test_text_keeps_vietnamese_letters() -> None:
    assert "Hoà, Ủy ban đ" in rendered("text", finding("Hoà, Ủy ban đ"))


def test_a_report_counts_by_severity() -> None:
    report = Report((finding(), finding(severity=Severity.INFO)), 2)
    assert [report.count(severity) for severity in Severity] == [1, 0, 1]


# ---- waivers

WAIVED = {"severity": Severity.INFO, "waived": say("waiver.applied_to_bytes", id="mt-1", reason="đã giải mật")}


def test_a_waived_finding_says_why_in_every_form() -> None:
    for form in FORMATS:
        assert "đã giải mật" in rendered(form, finding(**WAIVED)), form


def test_waived_findings_are_counted_apart() -> None:
    document = json.loads(rendered("json", finding(), finding(**WAIVED), finding("dl-2", **WAIVED)))
    assert document["summary"] == {"files": 7, "errors": 1, "warnings": 0, "waived": 2}
    assert [bool(one["waived"]) for one in document["findings"]] == [False, True, True]
    assert "1 lỗi, 0 cảnh báo. Được miễn trừ: 2." in rendered("text", finding(), finding(**WAIVED), finding(**WAIVED))


def test_what_one_record_waives_alike_is_shown_once_at_the_end() -> None:
    text = rendered("text", finding("dl-1", **WAIVED), finding("dl-2", **WAIVED), finding("dl-3"))
    assert text.index("dl-3") < text.index("dl-1")
    assert "dl-2" not in text
    assert "Và 1 chỗ khác được miễn trừ như vậy." in text


def test_nothing_is_said_of_waivers_where_there_are_none() -> None:
    assert "miễn trừ" not in rendered("text", finding())
