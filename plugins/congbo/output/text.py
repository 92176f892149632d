"""Findings for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congbo.finding import Finding, Severity
from congbo.locale import sentence
from congbo.message import say
from congbo.output.report import Report
from congbo.text.visible import visible


def render(report: Report, lang: str) -> str:
    """Return each finding with its place, sentence, cure and article, then a line that counts.

    Waived findings come last; of those that one record waives under one rule the first is shown and the others are counted.
    """
    parts = [_finding(finding, lang) for finding in report.findings if not finding.waived]
    parts += [_waived(same, lang) for same in _alike(report.findings)]
    return "\n\n".join([*parts, _summary(report, lang)]) + "\n"


def _finding(finding: Finding, lang: str) -> str:
    grade = sentence(say(f"output.{finding.severity}"), lang)
    lines = [
        f"{finding.place}: {grade} {finding.rule} [{finding.check}]",
        f"  {sentence(finding.message, lang)}",
        f"  → {sentence(finding.waived or finding.fix, lang)}",
        f"  {_source(finding, lang)}",
    ]
    return "\n".join(map(visible, lines))


def _alike(findings: Sequence[Finding]) -> Iterable[list[Finding]]:
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.waived:
            found.setdefault((finding.rule, repr(finding.waived)), []).append(finding)
    return found.values()


def _waived(same: Sequence[Finding], lang: str) -> str:
    more = len(same) - 1
    shown = _finding(same[0], lang)
    return f"{shown}\n  {sentence(say('output.waived_more', count=more), lang)}" if more else shown


def _source(finding: Finding, lang: str) -> str:
    source = finding.citation or sentence(say("output.house_rule", rule=finding.rule), lang)
    if finding.also:
        source += f" ({sentence(say('output.also', rules=finding.also), lang)})"
    return source


def _summary(report: Report, lang: str) -> str:
    counts: dict[str, object] = {
        f"{severity}s": report.count(severity) for severity in (Severity.ERROR, Severity.WARNING)
    }
    summary = sentence(say("output.summary", files=report.files, **counts), lang)
    return f"{summary} {sentence(say('output.waived', count=report.waived), lang)}" if report.waived else summary
