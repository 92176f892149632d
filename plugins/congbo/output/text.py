"""Findings for a person at a terminal."""

from __future__ import annotations

import unicodedata

from congbo.finding import Finding, Severity
from congbo.locale import sentence
from congbo.message import say
from congbo.output.report import Report


def render(report: Report, lang: str) -> str:
    """Return each finding with its place, sentence, cure and article, then a line that counts."""
    parts = [_finding(finding, lang) for finding in report.findings]
    return "\n\n".join([*parts, _summary(report, lang)]) + "\n"


def _finding(finding: Finding, lang: str) -> str:
    grade = sentence(say(f"output.{finding.severity}"), lang)
    lines = [
        f"{finding.place}: {grade} {finding.rule} [{finding.check}]",
        f"  {sentence(finding.message, lang)}",
        f"  → {sentence(finding.fix, lang)}",
        f"  {_source(finding, lang)}",
    ]
    return "\n".join(map(_visible, lines))


def _source(finding: Finding, lang: str) -> str:
    source = finding.citation or sentence(say("output.house_rule", rule=finding.rule), lang)
    if finding.also:
        source += f" ({sentence(say('output.also', rules=finding.also), lang)})"
    return source


def _summary(report: Report, lang: str) -> str:
    counts: dict[str, object] = {
        f"{severity}s": report.count(severity) for severity in (Severity.ERROR, Severity.WARNING)
    }
    return sentence(say("output.summary", files=report.files, **counts), lang)


def _visible(line: str) -> str:
    """Escape what would move the cursor or hide text in a terminal."""
    return "".join(c if c == " " or unicodedata.category(c)[0] not in "CZ" else f"\\u{ord(c):04x}" for c in line)
