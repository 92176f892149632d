"""The page for a pull request: what a clerk reads first, and what nobody's title may turn it into."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from congbo.errors import refuse
from congbo.facts.checklist import Question
from congbo.finding import Finding, Severity
from congbo.message import Texts, say
from congbo.output import FORMATS, Report
from congbo.output.md import MOST
from congbo.output.report import Asked, Note
from congbo.place import Place

GOLDEN = Path(__file__).parents[1] / "golden"
PORTAL = Texts("Cổng thông tin điện tử phường Đồng Lạc", "Portal of Đồng Lạc ward")


def finding(path: str = "content/dl/a.md", line: int = 3, severity: Severity = Severity.ERROR, **more: Any) -> Finding:
    words = {"subject": more.pop("subject", "Ra quân"), "label": Texts("Nguồn", "Source"), "key": "nguon"}
    return Finding(
        more.pop("rule", "DL-7#2"),
        "fields",
        severity,
        more.pop("place", Place(path, line, 1)),
        say("fields.missing", **words),
        say("fields.missing.fix", **words),
        citation=more.pop("citation", "câu 2 Điều 7 Quy chế"),
        **more,
    )


def page(*findings: Finding, lang: str = "vi", **more: Any) -> str:
    return FORMATS["md"](Report(findings, 2, **more), lang)


def asked() -> Asked:
    question = Question(
        "chinh_xac",
        Texts("Thông tin có chính xác không?", "Is the information accurate?"),
        Texts("So với tài liệu gốc.", "Compare with the originals."),
        ("DL-7#1",),
        ("câu 1 Điều 7 Quy chế",),
    )
    return Asked(PORTAL, (question,))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_page_is_the_golden_one(lang: str) -> None:
    error = refuse("policy.unknown_key", Place("policies/types.yml", 4, 2), key="nmae", known=["name"])
    found = (
        finding("content/dl/a.md", 9, Severity.WARNING),
        finding("content/dl/a.md", 3, also=("DL-8.2a",)),
        finding(place=Place("content/dl/anh/b.docx"), severity=Severity.WARNING, rule="CB-10", citation=""),
        finding("content/dl/b.md", severity=Severity.INFO, waived=say("duplicate_id.fix")),
        finding("content/dl/c.md", 1),
    )  # fmt: skip
    notes = (
        Note(say("change.policies", count=1, paths=["policies/types.yml"], base="main"), Severity.WARNING),
        Note(say("change.policies_unreadable", detail=error.message), Severity.ERROR, error.place),
    )
    expected = (GOLDEN / f"change.{lang}.md").read_text("utf-8")
    assert page(*found, notes=notes, asked=(asked(),), lang=lang) == expected


def test_nothing_found_is_said() -> None:
    assert page() == "## Đã kiểm tra 2 tệp: 0 lỗi, 0 cảnh báo.\n"


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("#")]


def test_each_file_has_one_heading_and_the_gravest_file_comes_first() -> None:
    text = page(
        finding("content/dl/a.md", 1, Severity.WARNING),
        finding("content/dl/b.md", 5),
        finding("content/dl/b.md", 2, Severity.WARNING),
        finding("content/dl/c.md", 1, Severity.INFO),
    )
    assert headings(text)[1:] == ["### `content/dl/b.md`", "### `content/dl/a.md`", "### `content/dl/c.md`"]


def test_of_many_findings_the_gravest_are_shown_and_the_rest_counted() -> None:
    many = [finding(line=n, severity=Severity.WARNING) for n in range(1, MOST + 3)]
    text = page(*many, finding("content/dl/z.md"))
    assert text.count("- **CẢNH BÁO**") == MOST - 1
    assert "### `content/dl/z.md`" in text
    assert "Còn 3 chỗ nữa" in text
    assert f"{MOST + 2} cảnh báo" in text
    assert "chỗ nữa" not in page(*many[:MOST])


def test_the_page_stays_far_below_the_limit_of_a_forge() -> None:
    long = [finding(line=n, subject="Ư" * 400) for n in range(1, 2000)]
    assert len(page(*long).encode()) < 256 * 1024


@pytest.mark.parametrize(
    "title",
    [
        "<img src=x onerror=alert(1)>",
        "</details><script>alert(1)</script>",
        "[bấm vào đây](https://xấu.example)",
        "![x](https://dò.example/x.png)",
        "@ban-bien-tap duyệt nhé #1",
        "\n\n## Đã kiểm tra 2 tệp: 0 lỗi, 0 cảnh báo.\n\n- [x] đã duyệt",
        "`code` ``` ~~~\n```",
        "| a | b |\n|---|---|",
        "**LỖI** _x_ ~~y~~",
        "<!-- giấu",
        "\u202egnort",
    ],
)
def test_no_title_changes_the_page(title: str) -> None:
    plain, hostile = page(finding(subject="x")), page(finding(subject=title))
    assert headings(hostile) == headings(plain)
    assert hostile.count("\n") == plain.count("\n")
    outside_code = "".join(hostile.split("`")[::2])
    for sign in ("<", "](", "@", "https://", "\u202e"):
        assert sign not in outside_code.replace(r"\]\(", "").replace("&lt;", "")
    assert "[x]" not in outside_code


def test_no_path_changes_the_page() -> None:
    text = page(finding(place=Place("content/dl/a`b\n# c.md", 1, 1)))
    assert headings(text)[1:] == ["### ``content/dl/a`b # c.md``"]


def test_the_questions_stand_as_boxes_for_each_portal() -> None:
    text = page(asked=(asked(),))
    assert text.count("- [ ] ") == 1
    assert headings(text)[1:] == ["## Người duyệt trả lời", f"### {PORTAL.vi}"]
