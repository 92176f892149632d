"""Records and gaps as text, JSON and Markdown."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from congbo.facts.answerable import Answerable
from congbo.facts.cited import cited
from congbo.facts.kept import Gap, Kept
from congbo.locale import in_words, sentence
from congbo.message import Message, say
from congbo.policy import Policy
from congbo.typed.values import Period


def _text(policy: Policy, found: Sequence[Kept], _: date, lang: str) -> str:
    lines = [_line(policy, one, lang) for one in found]
    return "\n".join([*lines, *([""] if lines else []), sentence(say("records.total", count=len(found)), lang)]) + "\n"


def _line(policy: Policy, one: Kept, lang: str) -> str:
    name = policy.types.record_types[one.record.type].name.in_(lang)
    head = f"{one.record.day or '-'}  {one.record.portal:<12} {one.record.id:<26} {name}"
    return "\n".join([head, *(f"    {sentence(note, lang)}" for note in _notes(policy, one))])


def _notes(policy: Policy, one: Kept) -> list[Message]:
    notes = [say("records.meets", clauses=one.meets)] if one.meets else []
    for clause, fields in one.lacks:
        notes.append(say("records.lacks", clause=clause, fields=[policy.types.record_fields[f].name for f in fields]))
    if one.ended:
        notes.append(say("records.ended"))
    return notes


def _json(_: Policy, found: Sequence[Kept], __: date, ___: str) -> str:
    return json.dumps([_entry(one) for one in found], ensure_ascii=False, indent=1) + "\n"


def _entry(one: Kept) -> dict[str, object]:
    record = one.record
    return {
        "id": record.id,
        "type": record.type,
        "portal": record.portal,
        "day": record.day.isoformat() if record.day else None,
        "path": record.place.path,
        "meets": list(one.meets),
        "lacks": {clause: list(fields) for clause, fields in one.lacks},
        "ended": one.ended,
    }


def _markdown(policy: Policy, found: Sequence[Kept], _: date, lang: str) -> str:
    rows = [_row(_cells(policy, one, lang)) for one in found]
    return "\n".join([sentence(say("records.table_head"), lang), *rows]) + "\n"


def _cells(policy: Policy, one: Kept, lang: str) -> list[str]:
    record = one.record
    name = policy.types.record_types[record.type].name.in_(lang)
    notes = " ".join(sentence(note, lang) for note in _notes(policy, one))
    return [in_words(record.day or "-", lang), record.portal, name, record.id, notes]


def _row(cells: Sequence[str]) -> str:
    safe = (cell.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ") for cell in cells)
    return f"| {' | '.join(safe)} |"


# ---- what is missing


def _missing_text(_: Policy, gaps: Sequence[Gap], __: date, lang: str) -> str:
    parts = [_gap(one, lang) for one in gaps]
    return "\n\n".join([*parts, sentence(say("records.missing_total", count=len(gaps)), lang)]) + "\n"


def _gap(one: Gap, lang: str) -> str:
    duty = one.duty
    lines = [
        f"{duty.portal.id}  {duty.clause.id}  {duty.of.name.in_(lang)}",
        f"  {sentence(_when(one), lang)}",
        f"  {cited(duty.regulation, duty.clause)}",
        f"  {sentence(say('records.answerable', who=[_who(a) for a in one.answerable]), lang)}",
    ]
    return "\n".join(lines)


def _when(one: Gap) -> Message:
    spans = [_span(*span) for span in one.periods]
    if one.running:
        running = say("records.running", period=one.running.text)
        return say("records.missing_and_running", periods=spans, running=running) if spans else running
    return say("records.missing", periods=spans) if spans else say("records.never", since=one.duty.since)


def _span(first: Period, last: Period) -> str:
    return first.text if first == last else f"{first.text} – {last.text}"


def _who(one: Answerable) -> Message:
    if one.vacant:
        return say("records.vacant", role=one.name)
    return say("records.behind", role=one.name, who=one.who) if one.who else say("records.body", role=one.name)


def _missing_json(_: Policy, gaps: Sequence[Gap], __: date, lang: str) -> str:
    return json.dumps([_gap_entry(one, lang) for one in gaps], ensure_ascii=False, indent=1) + "\n"


def _gap_entry(one: Gap, lang: str) -> dict[str, object]:
    duty = one.duty
    return {
        "portal": duty.portal.id,
        "clause": duty.clause.id,
        "citation": cited(duty.regulation, duty.clause),
        "level": duty.clause.is_.level,
        "record": duty.rule.name,
        "kinds": list(duty.rule.params.get("kinds", ())),
        "since": duty.since.isoformat(),
        "periods": [{"from": first.text, "to": last.text} for first, last in one.periods],
        "running": one.running.text if one.running else None,
        "answerable": [{"role": a.name.in_(lang), "who": list(a.who), "vacant": a.vacant} for a in one.answerable],
    }


def _missing_markdown(_: Policy, gaps: Sequence[Gap], __: date, lang: str) -> str:
    rows = [_row(_gap_cells(one, lang)) for one in gaps]
    return "\n".join([sentence(say("records.missing_table_head"), lang), *rows]) + "\n"


def _gap_cells(one: Gap, lang: str) -> list[str]:
    duty = one.duty
    who = in_words([_who(a) for a in one.answerable], lang)
    where = f"{duty.clause.id}: {cited(duty.regulation, duty.clause)}"
    return [duty.portal.id, where, duty.of.name.in_(lang), sentence(_when(one), lang), who]


KEPT: Mapping[str, Callable[[Policy, Sequence[Kept], date, str], str]] = {
    "text": _text,
    "json": _json,
    "md": _markdown,
}
MISSING: Mapping[str, Callable[[Policy, Sequence[Gap], date, str], str]] = {
    "text": _missing_text,
    "json": _missing_json,
    "md": _missing_markdown,
}
