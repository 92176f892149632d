"""Findings as GitHub workflow commands, which the forge shows beside the line."""

from __future__ import annotations

from congbo.finding import Finding, Severity
from congbo.locale import sentence
from congbo.output.report import Note, Report

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, lang: str) -> str:
    """Return one workflow command for each note and each finding."""
    lines = [*(_note(note, lang) for note in report.notes), *(_line(finding, lang) for finding in report.findings)]
    return "".join(f"{line}\n" for line in lines)


def _note(note: Note, lang: str) -> str:
    place = {"file": note.place.path, "line": note.place.line or 1} if note.place else {}
    written = ",".join(f"{key}={_property(str(value))}" for key, value in place.items())
    return f"::{_COMMAND[note.severity]} {written}".rstrip() + f"::{_data(sentence(note.message, lang))}"


def _line(finding: Finding, lang: str) -> str:
    place = {"file": finding.place.path, "line": finding.place.line or 1, "col": finding.place.column}
    properties = {
        **{key: value for key, value in place.items() if value},
        "title": f"{finding.rule} [{finding.check}]",
    }
    words = [sentence(finding.message, lang), sentence(finding.waived or finding.fix, lang), finding.citation]
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMAND[finding.severity]} {written}::{_data(chr(10).join(filter(None, words)))}"


def _data(text: str) -> str:
    """Escape as the runner's toolkit does, so that no text of an author becomes a command of its own."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
