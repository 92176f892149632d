"""``congbo due``: when something is due, counted day by day."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from congbo.commands.common import language_of, out, parser
from congbo.commands.due_text import lines_of
from congbo.dates import parse_date, parse_moment
from congbo.errors import CLEAN, refuse
from congbo.facts.answers import Answer, answers
from congbo.facts.cited import cited
from congbo.facts.clocks import Event, day_of_event
from congbo.facts.due import Counted, Due
from congbo.history import repository_root
from congbo.locale import catalogue, sentence
from congbo.policy import Policy, load_policy
from congbo.policy.clauses import Clause
from congbo.policy.portals import Portal
from congbo.policy.regulation import Regulation
from congbo.tree import FolderTree
from congbo.typed.period import parse_period
from congbo.typed.values import Period


def main(argv: Sequence[str]) -> int:
    """Print when a rule's time ends that starts with an event."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("due", lang)
    parse.add_argument("rule", metavar="RULE", help=words["due.option.rule"])
    parse.add_argument("event", metavar="FROM", help=words["due.option.from"])
    parse.add_argument("--portal", metavar="ID", help=words["due.option.portal"])
    parse.add_argument("--format", choices=_FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    event = _event(args.event)
    policy = load_policy(FolderTree(repository_root(args.root)))
    regulation, clause = _clause(policy, args.rule)
    found = answers(policy, clause, event, _portal(policy, regulation, args.portal))
    out(_FORMATS[args.format](regulation, clause, found, event, lang))
    return CLEAN


def _event(text: str) -> Event:
    found = parse_date(text) or parse_moment(text) or parse_period(text)
    if found is None:
        raise refuse("due.bad_from", value=text)
    return found


def _clause(policy: Policy, clause_id: str) -> tuple[Regulation, Clause]:
    for regulation in policy.regulations.values():
        for clause in policy.clauses(regulation.id):
            if clause.id == clause_id:
                return regulation, clause
    raise refuse("command.unknown_rule", name=clause_id)


def _portal(policy: Policy, regulation: Regulation, portal: str | None) -> Portal | None:
    if portal is None:
        return None
    if portal not in policy.portals:
        raise refuse("build.no_portal", portal=portal, known=sorted(policy.portals))
    chosen = policy.portals[portal]
    if regulation.id not in {followed.regulation for followed in chosen.follows}:
        raise refuse("due.other_regulation", portal=portal, regulation=regulation.id)
    return chosen


def _text(regulation: Regulation, clause: Clause, found: Sequence[Answer], event: Event, lang: str) -> str:
    return "\n".join(lines_of(regulation, clause, found, event, lang)) + "\n"


def _json(regulation: Regulation, clause: Clause, found: Sequence[Answer], event: Event, lang: str) -> str:
    first, *others = (_entry(one, lang) for one in found)
    head = {"rule": clause.id, "from": _iso(event), **first, "others": others}
    head |= {"citation": cited(regulation, clause), "in_force": regulation.in_force(day_of_event(event))}
    return json.dumps(head, ensure_ascii=False, indent=1) + "\n"


def _entry(one: Answer, lang: str) -> dict[str, object]:
    return {
        **(_due(one.due) if one.due else _EMPTY),
        "check": one.rule.name,
        "base": one.base or None,
        "until": one.promise or None,
        "limit": one.written or None,
        "figure": one.figure,
        "figure_of": sentence(one.decision, lang) if one.decision else None,
    }


def _due(due: Due) -> dict[str, object]:
    return {
        "due": due.due.isoformat(timespec="seconds" if due.due.second else "minutes"),
        "last_day": _day(due.last_day),
        "counted": [_counted(one) for one in due.counted],
        "provisional": due.provisional,
        "unextended": _day(due.unextended),
        "unknown_from": _day(due.unknown_from),
    }


_EMPTY: Mapping[str, object] = {"due": None, "last_day": None, "counted": [], "provisional": False}


def _counted(one: Counted) -> dict[str, object]:
    named = {"name": one.entry.note or None, "basis": one.entry.basis} if one.entry else {"name": None, "basis": None}
    return {"date": one.day.isoformat(), "counted": one.counted, "why": str(one.why), **named}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _iso(event: Event) -> str:
    return event.text if isinstance(event, Period) else event.isoformat()


_FORMATS: Mapping[str, Callable[[Regulation, Clause, Sequence[Answer], Event, str], str]] = {
    "text": _text,
    "json": _json,
}
