"""What a reviewer writes: lines ``/congbo <word>`` or ``/congbo <word>: <text>`` in the body of a review.

A line counts only where it begins a line and stands in no block of code: what somebody quotes is not what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from congbo.facts.gate.state import APPROVE, REFUSE, RETURN
from congbo.forge.protocol import State
from congbo.signed.folder import REASON

PUBLISH = "dang"
VERBS = {"tra_lai": RETURN, "tu_choi": REFUSE}
LONGEST = 2000  # letters of one answer
_LINE = re.compile(r"/congbo[ \t]+([a-z][a-z0-9_-]{0,59})[ \t]*(?::[ \t]*(\S.*?)?)?[ \t]*")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")


@dataclass(frozen=True)
class Wish:
    """What a review asks for. ``step``: the one that it names, "" for none; ``publish``: it says so in words.

    ``fault``: why it cannot be meant as it stands, "" if it can.
    """

    decision: str
    step: str = ""
    publish: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""


def wish_of(state: State, body: str) -> Wish:
    """Return what a review asks for: its button says whether, its words say which step and why."""
    said, rest = _split(body)
    verbs = {VERBS[word] for word, _ in said if word in VERBS}
    steps = {word for word, text in said if word not in VERBS and not text}
    answers = {word: text[:LONGEST] for word, text in said if text and word not in VERBS}
    positive = state == "approved"
    if len(verbs) > 1 or len(steps) > 1 or (positive and verbs) or (not positive and steps):
        return Wish(APPROVE if positive else RETURN, fault="contradiction")
    if positive:
        step = next(iter(steps), "")
        return Wish(APPROVE, "" if step == PUBLISH else step, step == PUBLISH, answers)
    reason = next((text for word, text in said if word in VERBS and text), "") or rest
    return Wish(next(iter(verbs), RETURN), answers={**answers, **({REASON: reason[:LONGEST]} if reason else {})})


def _split(body: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The words after ``/congbo`` with their texts, and all the other lines as one text."""
    said: list[tuple[str, str]] = []
    rest: list[str] = []
    for line, plain in _lines(body):
        found = _LINE.fullmatch(line) if plain else None
        if found:
            said.append((found[1].replace("-", "_"), found[2] or ""))
        else:
            rest.append(line)
    return tuple(said), " ".join(" ".join(rest).split())


def _lines(body: str) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it stands outside of blocks of code."""
    fence = ""
    for line in body.split("\n"):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
            fence = ""
            yield line, False
            continue
        yield line, not fence
