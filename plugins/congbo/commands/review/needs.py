"""``congbo review needs``: which roles have to decide about a change, in which order, and why."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from congbo.clock import now
from congbo.commands.common import language_of, out, parser
from congbo.commands.review.asking import Opened, between, opened, revisions
from congbo.dates import day_of
from congbo.errors import CLEAN
from congbo.facts.board import name_of, word_of
from congbo.facts.gate.needs import Need, needs
from congbo.locale import catalogue, sentence
from congbo.message import say
from congbo.policy.procedures import Step
from congbo.review.view import citation, wanted_steps


def main(argv: Sequence[str]) -> int:
    """Print what the change needs by the base's policies; it says nothing of what was already decided."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("review.needs", lang)
    revisions(parse, lang)
    parse.add_argument("--at", metavar="TIME", help=words["review.option.at"])
    parse.add_argument("--format", choices=_FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    found = opened(between(args.root, args.base, args.head, args.target), now(args.at))
    out(_FORMATS[args.format](found, lang))
    return CLEAN


def _grouped(found: Opened) -> Mapping[tuple[str, str], list[Need]]:
    """The needs of each board's procedure, whatever the number of things."""
    groups: dict[tuple[str, str], list[Need]] = {}
    for need in needs(found.policy, found.change, found.aftermath, day_of(found.now)):
        groups.setdefault((need.thing.board, need.id), []).append(need)
    return groups


def _json(found: Opened, lang: str) -> str:
    groups = _grouped(found).items()
    document = {
        "needs": [
            {
                "board": board,
                "procedure": procedure or None,
                "paths": _paths(every),
                "steps": [
                    _step(found, every[0], row, roles, lang) for row, roles in wanted_steps(found.policy, every[0])
                ],
            }
            for (board, procedure), every in groups
        ]
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _step(found: Opened, need: Need, row: Step, roles: tuple[str, ...], lang: str) -> dict[str, object]:
    return {
        "step": row.step,
        "act": row.act,
        "roles": list(roles),
        "names": [name_of(found.policy, need.regulation, role).in_(lang) for role in roles],
        "count": row.count,
        "law": row.law,
        "citation": citation(found.policy, row.law),
    }


def _text(found: Opened, lang: str) -> str:
    return "\n".join(_lines(found, lang)) + "\n"


def _lines(found: Opened, lang: str) -> Iterator[str]:
    for (board, _), every in _grouped(found).items():
        name = found.policy.portals[board].name if board in found.policy.portals else board
        yield sentence(say("review.needs.head", board=name, paths=_paths(every)), lang)
        if every[0].procedure is None:
            yield f"  {sentence(say('review.needs.unowned'), lang)}"
        for row, roles in wanted_steps(found.policy, every[0]):
            names = f" {sentence(say('review.or'), lang)} ".join(
                name_of(found.policy, every[0].regulation, role).in_(lang) for role in roles
            )
            params = {
                "step": word_of(found.policy, row.step),
                "roles": names,
                "citation": citation(found.policy, row.law),
            }
            yield f"  {sentence(say('review.needs.step', **params), lang)}"


def _paths(every: Iterable[Need]) -> list[str]:
    return sorted({need.thing.path for need in every})


_FORMATS: Mapping[str, Callable[[Opened, str], str]] = {"text": _text, "json": _json}
