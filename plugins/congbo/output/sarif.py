"""Findings as SARIF 2.1.0 (OASIS), which forges and editors show beside the line and follow from one run to the next."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from urllib.parse import quote

from congbo import __version__
from congbo.finding import Finding, Severity
from congbo.locale import in_words, manual, sentence
from congbo.message import say
from congbo.output.report import Note, Report
from congbo.place import Place

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
FINGERPRINT = "primaryLocationLineHash"

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

Json = dict[str, object]


def render(report: Report, lang: str) -> str:
    """Return one SARIF log of one run; columns count UTF-16 code units, as the standard's first readers do."""
    ids = list(dict.fromkeys(finding.rule for finding in report.findings))
    firsts = {finding.rule: finding for finding in reversed(report.findings)}
    run: Json = {
        "tool": {"driver": _driver([firsts[rule] for rule in ids], lang)},
        "automationDetails": {"id": "congbo/check/"},
        "columnKind": "utf16CodeUnits",
        "language": lang,
        "originalUriBaseIds": {ROOT: {"description": {"text": sentence(say("output.sarif_root"), lang)}}},
        "invocations": [_invocation(report, lang)],
        "results": _results(report, ids, lang),
        "properties": {
            "files": report.files,
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
        },
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _driver(firsts: Iterable[Finding], lang: str) -> Json:
    rules = [_rule(finding, lang) for finding in firsts]
    return {"name": "congbo", "version": __version__, "semanticVersion": __version__, "language": lang, "rules": rules}


def _rule(finding: Finding, lang: str) -> Json:
    """A rule's help is the manual page of its check; its level that of its first finding."""
    page = manual(lang, finding.check)
    title = page.partition("\n")[0].removeprefix("# ")
    source = finding.citation or sentence(say("output.house_rule", rule=finding.rule), lang)
    return {
        "id": finding.rule,
        "name": finding.check,
        "shortDescription": {"text": title},
        "fullDescription": {"text": source},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVEL[finding.severity]},
        "properties": {"tags": [finding.check], "citation": finding.citation},
    }


def _invocation(report: Report, lang: str) -> Json:
    notes = [_notification(note, lang) for note in report.notes]
    said: Json = {"toolExecutionNotifications": notes} if notes else {}
    return {"executionSuccessful": not any(note.severity is Severity.ERROR for note in report.notes), **said}


def _notification(note: Note, lang: str) -> Json:
    where = {"locations": [_location(note.place, "")]} if note.place else {}
    return {"level": _LEVEL[note.severity], "message": {"text": sentence(note.message, lang)}, **where}


def _results(report: Report, ids: Sequence[str], lang: str) -> list[Json]:
    index = {rule: number for number, rule in enumerate(ids)}
    seen: Counter[str] = Counter()
    results = []
    for finding in report.findings:
        line = report.line(finding.place)
        mark = _mark(finding, line)
        seen[finding.place.path + mark] += 1
        fingerprint = {FINGERPRINT: f"{mark}:{seen[finding.place.path + mark]}"}
        results.append(_result(finding, lang, index[finding.rule], line) | {"partialFingerprints": fingerprint})
    return results


def _result(finding: Finding, lang: str, index: int, line: str) -> Json:
    cure = sentence(finding.fix, lang)
    told: Json = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVEL[finding.severity],
        "message": {"text": f"{sentence(finding.message, lang)}\n→ {cure}"},
        "locations": [_location(finding.place, line)],
        "properties": {
            "check": finding.check,
            "citation": finding.citation,
            "also": list(finding.also),
            "fix": cure,
        },
    }
    return told | _suppressions(finding, lang)


def _suppressions(finding: Finding, lang: str) -> Json:
    """What a record waives stays in the log, for whoever wants to see it."""
    if finding.waived is None:
        return {}
    return {"suppressions": [{"kind": "external", "justification": sentence(finding.waived, lang)}]}


def _location(place: Place, line: str) -> Json:
    artifact: Json = {"uri": quote(place.path, errors="surrogateescape"), "uriBaseId": ROOT}
    return {"physicalLocation": {"artifactLocation": artifact, "region": _region(place, line)}}


def _region(place: Place, line: str) -> Mapping[str, int]:
    """A finding about a file as a whole stands at its first line, because forges show none without a line."""
    if not place.column:
        return {"startLine": place.line or 1}
    before = line[: place.column - 1].encode("utf-16-le", "surrogatepass")
    return {"startLine": place.line, "startColumn": len(before) // 2 + 1 if line else place.column}


def _mark(finding: Finding, line: str) -> str:
    """Return what stays the same while lines move and days pass: the rule, the words of the finding, the text of its line."""
    words = [in_words(value, "vi") for value in finding.message.params.values() if not isinstance(value, int | date)]
    parts = (finding.rule, finding.check, finding.message.key, *words, " ".join(line.split()))
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
