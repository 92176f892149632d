"""Findings as a Markdown page for who writes and who reviews a change: what is wrong, where, what to type, which article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from congbo.finding import Finding, Severity
from congbo.locale import sentence
from congbo.message import say
from congbo.output.report import Asked, Note, Report
from congbo.text.markdown import code, plain

# A page of more findings is not read, and a forge cuts off what is longer than a mebibyte.
MOST = 50


def render(report: Report, lang: str) -> str:
    """Return the page: counts, notes, the findings file by file with the gravest file first, the reviewer's questions."""
    ranked = sorted(report.findings, key=lambda finding: (finding.severity.rank, finding.sort_key()))
    shown, left = ranked[:MOST], ranked[MOST:]
    blocks = [
        f"## {_counted(report, lang)}",
        *(_note(note, lang) for note in report.notes),
        *(_file(path, found, lang) for path, found in _by_file(shown)),
        *([sentence(say("output.md_more", count=len(left)), lang)] if left else []),
        *_checklist(report.asked, lang),
    ]
    return "\n\n".join(blocks) + "\n"


def _counted(report: Report, lang: str) -> str:
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    summary = sentence(say("output.summary", files=report.files, errors=errors, warnings=warnings), lang)
    return f"{summary} {sentence(say('output.waived', count=report.waived), lang)}" if report.waived else summary


def _note(note: Note, lang: str) -> str:
    where = f"{code(str(note.place))}: " if note.place else ""
    return f"> {_grade(note.severity, lang)} {where}{plain(sentence(note.message, lang))}"


def _by_file(findings: Sequence[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """Yield each file once, at the place of its gravest finding."""
    rank = {finding.place.path: number for number, finding in reversed(list(enumerate(findings)))}
    for path, found in groupby(sorted(findings, key=lambda f: rank[f.place.path]), lambda f: f.place.path):
        yield path, list(found)


def _file(path: str, findings: Sequence[Finding], lang: str) -> str:
    return "\n\n".join([f"### {code(path)}", *(_finding(finding, lang) for finding in findings)])


def _finding(finding: Finding, lang: str) -> str:
    where = _where(finding, lang)
    return "\n".join(
        [
            f"- {_grade(finding.severity, lang)} {where}{plain(sentence(finding.message, lang))}",
            f"  - **{sentence(say(_cure_label(finding)), lang)}** {plain(sentence(finding.waived or finding.fix, lang))}",
            f"  - **{sentence(say('output.md_source'), lang)}** {plain(_source(finding, lang))}",
        ]
    )


def _cure_label(finding: Finding) -> str:
    return "output.md_waived" if finding.waived else "output.md_fix"


def _where(finding: Finding, lang: str) -> str:
    place = finding.place
    if not place.line:
        return ""
    return sentence(say("output.md_place", line=place.line, column=place.column or 1), lang) + ": "


def _grade(severity: Severity, lang: str) -> str:
    return f"**{sentence(say(f'output.{severity}'), lang)}**"


def _source(finding: Finding, lang: str) -> str:
    ids = ", ".join(f"`{rule}`" for rule in (finding.rule, *finding.also))
    return f"{finding.citation} ({ids})" if finding.citation else sentence(say("output.house_rule", rule=ids), lang)


def _checklist(asked: Sequence[Asked], lang: str) -> Iterator[str]:
    """Yield the questions as boxes that the reviewer ticks."""
    if asked:
        yield f"## {sentence(say('output.md_checklist'), lang)}"
    for one in asked:
        yield f"### {plain(one.portal.in_(lang))}"
        yield "\n".join(
            f"- [ ] {plain(question.asks.in_(lang))} *{plain(question.look.in_(lang))}* "
            f"({plain('; '.join(question.citations))})"
            for question in one.questions
        )
