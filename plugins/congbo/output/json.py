"""Findings for a program: one JSON document, the contract of ``congbo check --format json``."""

from __future__ import annotations

import json

from congbo.finding import Finding, Severity
from congbo.locale import sentence
from congbo.output.report import Report


def render(report: Report, lang: str) -> str:
    """Return the document ``{"findings": [...], "summary": {...}}``."""
    return json.dumps(document(report, lang), ensure_ascii=False, indent=2) + "\n"


def document(report: Report, lang: str) -> dict[str, object]:
    """Return the same as values."""
    summary = {
        "files": report.files,
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "waived": report.waived,
    }
    return {"findings": [_finding(finding, lang) for finding in report.findings], "summary": summary}


def _finding(finding: Finding, lang: str) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "check": finding.check,
        "severity": str(finding.severity),
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "message": sentence(finding.message, lang),
        "citation": finding.citation,
        "also": list(finding.also),
        "fix": sentence(finding.fix, lang),
        "waived": sentence(finding.waived, lang) if finding.waived else None,
    }
