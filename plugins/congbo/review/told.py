"""A verdict in words: for a terminal, for a program, and as the comment under a pull request."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from congbo.locale import in_words, sentence
from congbo.message import Texts, say
from congbo.review.view import Awaited, Done, Fault, View
from congbo.text.markdown import code, plain

Tell = Callable[[View, str], str]


def as_json(shown: View, lang: str) -> str:
    """Return the document of ``congbo review gate --format json``."""
    document = {
        "verdict": shown.verdict,
        "code": shown.code,
        "change": shown.id,
        "head": shown.head,
        "missing": [_missing(one, lang) for one in shown.awaited],
        "refused": [_refused(one, lang) for one in shown.faults],
        "aside": [_refused(one, lang) for one in shown.aside],
        "taken": [_taken(one, lang) for one in shown.done],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _missing(one: Awaited, lang: str) -> dict[str, object]:
    return {
        "role": one.roles[0] if one.roles else "",
        "roles": list(one.roles),
        "why": sentence(one.why, lang),
        "citation": one.citation,
        "law": one.law,
        "board": one.board,
        "procedure": one.procedure,
        "step": one.step,
        "act": one.act,
        "people": list(one.people),
        "paths": list(one.paths),
        "since": one.since.isoformat() if one.since else None,
    }


def _refused(one: Fault, lang: str) -> dict[str, object]:
    return {
        "code": one.code,
        "message": sentence(one.message, lang),
        "law": one.law,
        "citation": one.citation,
        "path": one.path,
    }


def _taken(one: Done, lang: str) -> dict[str, object]:
    return {
        "board": one.board,
        "procedure": one.procedure,
        "step": one.step,
        "role": one.role.in_(lang),
        "person": one.person,
        "name": one.name,
        "time": one.time.isoformat(),
        "record": one.record or None,
        "behalf": one.behalf or None,
        "recorded_by": list(one.recorders) or None,
    }


def as_text(shown: View, lang: str) -> str:
    """Return the verdict as a terminal shows it: the word, what is wrong, who is awaited, what was done."""
    return "\n".join(_lines(shown, lang)) + "\n"


def _lines(shown: View, lang: str) -> Iterator[str]:
    yield sentence(say(f"review.verdict.{shown.verdict}", id=shown.id, head=shown.head[:12]), lang)
    for fault in shown.faults:
        yield f"  ✗ {_said(fault, lang)}"
    yield from (f"  … {line}" for line in _awaited(shown, lang))
    for done in shown.done:
        yield f"  ✓ {_step(done, lang)}"
    for fault in shown.aside:
        yield f"  · {_said(fault, lang)}"


def _awaited(shown: View, lang: str) -> Iterator[str]:
    """Whose turn it is, board by board, and in one line what comes after: nobody reads ten names five times."""
    for (_, _), every in groupby(shown.awaited, lambda one: (one.board, one.procedure)):
        first, *later = every
        yield _waiting(first, lang)
        if later:
            steps = ", ".join(f"{one.name.in_(lang)} ({_either(one.role_names, lang)})" for one in later)
            yield sentence(say("review.then", steps=steps), lang)


def _said(fault: Fault, lang: str) -> str:
    law = f" ({fault.citation})" if fault.citation else ""
    return f"{sentence(fault.message, lang)}{law} [{fault.code}]"


def _waiting(one: Awaited, lang: str) -> str:
    params = {
        "step": one.name,
        "board": one.board_name,
        "roles": _either(one.role_names, lang),
        "people": ", ".join(one.people) or in_words(say("review.nobody"), lang),
        "citation": one.citation,
        "since": one.since,
    }
    return sentence(say("review.awaited_since" if one.since else "review.awaited", **params), lang)


def _step(done: Done, lang: str) -> str:
    params = {"step": done.step_name, "role": done.role, "name": done.name, "time": done.time}
    if len(done.recorders) > 1:
        both = say("review.and", one=done.recorders[0], other=done.recorders[1])
        return sentence(say("review.done_on_paper", **params, recorders=both), lang)
    return sentence(say("review.done", **params), lang)


def _either(names: tuple[Texts, ...], lang: str) -> str:
    word = sentence(say("review.or"), lang)
    return f" {word} ".join(name.in_(lang) for name in names)


def as_markdown(shown: View, lang: str) -> str:
    """Return the comment under a pull request: the verdict, the chain with who is awaited since when, each fault."""
    blocks = [
        f"## {plain(sentence(say(f'review.verdict.{shown.verdict}', id=shown.id, head=shown.head[:12]), lang))}",
        *_section("review.md.faults", (plain(_said(one, lang)) for one in shown.faults), lang),
        *_section("review.md.awaited", map(plain, _awaited(shown, lang)), lang),
        *_section("review.md.done", (plain(_step(one, lang)) for one in shown.done), lang),
        *_section("review.md.aside", (plain(_said(one, lang)) for one in shown.aside), lang),
        sentence(say("review.md.bound", head=code(shown.head)), lang),
    ]
    return "\n\n".join(blocks) + "\n"


def _section(title: str, lines: Iterator[str], lang: str) -> Iterator[str]:
    found = [f"- {line}" for line in lines]
    if found:
        yield f"### {sentence(say(title), lang)}\n\n" + "\n".join(found)


FORMATS: Mapping[str, Tell] = {"text": as_text, "json": as_json, "md": as_markdown}
