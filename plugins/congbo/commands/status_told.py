"""How ``congbo status`` answers: for people, with what to do next; for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from congbo.commands.named_item import Elsewhere
from congbo.deploy.standing import LIVE, NO_ANSWER, Standing
from congbo.errors import CANNOT_JUDGE, CLEAN, REFUSED
from congbo.facts.deadlines import Deadline
from congbo.locale import sentence
from congbo.message import Message, say
from congbo.policy.clauses import Clause

OTHER = "other"  # the target shows none of the item's editions


@dataclass(frozen=True)
class Answer:
    """What is known of an item: ``state`` where it is not in the folder here or cannot be read, else how each edition stands.

    ``first``: when it was first proven to be live; ``late``: the clauses whose time for posting it had run out by then.
    """

    item: str
    path: str
    state: str = ""
    title: str = ""
    target: str = ""
    standings: tuple[Standing, ...] = ()
    release: str = ""
    commit: str = ""
    proof: Mapping[str, object] | None = None
    first: datetime | None = None
    late: tuple[tuple[Clause, Deadline], ...] = ()
    elsewhere: Elsewhere | None = None

    @property
    def live(self) -> bool:
        """Tell whether the newest form of the item is live in every edition that it belongs to."""
        return bool(self.standings) and all(one.state == LIVE for one in self.standings)

    @property
    def code(self) -> int:
        """Return the exit code."""
        if self.live:
            return CLEAN
        cannot = self.state == "unknown" or any(one.state == NO_ANSWER for one in self.standings)
        return CANNOT_JUDGE if cannot else REFUSED


def _text(one: Answer, lang: str) -> str:
    return "".join(f"{'  ' * depth}{sentence(line, lang)}\n" for depth, line in _lines(one))


def _lines(one: Answer) -> Iterator[tuple[int, Message]]:
    """Yield each line with how far it is moved in."""
    words = {"item": one.item, "path": one.path or one.item, "title": one.title, "target": one.target}
    if one.elsewhere:
        key = "status.change" if one.elsewhere.change else "status.branch"
        yield 0, say(key, change=one.elsewhere.change, branch=one.elsewhere.branch, **words)
        return
    if one.state or not one.standings:
        yield 0, say(f"status.{one.state or OTHER}", **words)
        return
    yield 0, say("status.head", **words)
    for each in one.standings:
        yield from _edition(one, each)
    for clause, found in one.late:
        yield 1, say("status.late", rule=clause.id, due=found.due.due if found.due else "", first=one.first)


def _edition(one: Answer, each: Standing) -> Iterator[tuple[int, Message]]:
    words = {
        "edition": each.edition,
        "url": each.url,
        "since": each.since or "",
        "target": one.target,
        "path": one.path,
    }
    more = {"release": one.release or "-", "commit": one.commit[:12] or "-", "files": list(each.wrong[:3])}
    proven = each.state == LIVE and one.first is not None
    yield 1, say(f"status.{each.state}{'_since' if proven else ''}", first=one.first or "", **words, **more)
    if each.still:
        yield 2, say("status.still", **words)


def _json(one: Answer, _: str) -> str:
    answer = {
        "id": one.item,
        "path": one.path or None,
        "title": one.title or None,
        "live": one.live,
        "state": one.state or ("elsewhere" if one.elsewhere else "") or _together(one),
        "target": one.target or None,
        "release": one.release or None,
        "commit": one.commit or None,
        "since": one.first.isoformat() if one.first else None,
        "proof": {name: (one.proof or {}).get(name) for name in ("at", "holds", "read")} if one.proof else None,
        "change": one.elsewhere.change or None if one.elsewhere else None,
        "branch": one.elsewhere.branch or None if one.elsewhere else None,
        "late": [
            {"rule": clause.id, "due": found.due.due.isoformat() if found.due else None} for clause, found in one.late
        ],
        "editions": [
            {
                "edition": each.edition,
                "state": each.state,
                "live": each.state == LIVE,
                "url": each.url,
                "since": each.since.isoformat() if each.since else None,
                "still": each.still,
            }
            for each in one.standings
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _together(one: Answer) -> str:
    """One word for all editions: the first that is not live."""
    return next((each.state for each in one.standings if each.state != LIVE), LIVE if one.standings else OTHER)


FORMATS: Mapping[str, Callable[[Answer, str], str]] = {"text": _text, "json": _json}
