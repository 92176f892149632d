"""``congbo keys check``: who cannot sign, whose key runs out, and which step of which board lacks people."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from congbo.clock import now
from congbo.commands.common import language_of, out, parser
from congbo.enrolment.survey import Fault, Lack, Survey, survey
from congbo.errors import CLEAN, REFUSED
from congbo.history import repository_root
from congbo.locale import catalogue, sentence
from congbo.message import Message, say
from congbo.policy import Policy, load_policy
from congbo.tree import FolderTree


def main(argv: Sequence[str]) -> int:
    """Print what is wrong with the keys; 1 if a step of some procedure lacks people, else 0."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("keys.check", lang)
    parse.add_argument("--at", metavar="TIME", help=words["keys.option.at"])
    parse.add_argument("--format", choices=_FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    policy = load_policy(FolderTree(repository_root(args.root)))
    found = survey(policy, now(args.at))
    out(_FORMATS[args.format](policy, found, lang))
    return REFUSED if found.lacking else CLEAN


def _lack(policy: Policy, one: Lack) -> Message:
    return say("keys.lacking", board=_board(policy, one.board), procedure=one.procedure, step=one.step)


def _fault(policy: Policy, one: Fault) -> Message:
    person = policy.people.person(one.person)
    where = [_board(policy, name) for name in one.where] if one.code == "without_key" else list(one.where)
    params = {"person": person.name if person else one.person, "id": one.person, "fingerprint": one.fingerprint}
    return say(f"keys.fault.{one.code}", until=one.until or "-", where=where or ["-"], **params)


def _board(policy: Policy, id_: str) -> object:
    return policy.portals[id_].name if id_ in policy.portals else id_


def _text(policy: Policy, found: Survey, lang: str) -> str:
    return "\n".join(_lines(policy, found, lang)) + "\n"


def _lines(policy: Policy, found: Survey, lang: str) -> Iterator[str]:
    yield from (f"✗ {sentence(_lack(policy, one), lang)}" for one in found.lacking)
    yield from (f"· {sentence(_fault(policy, one), lang)}" for one in found.faults)
    yield sentence(say("keys.total", faults=len(found.faults), lacking=len(found.lacking)), lang)


def _json(policy: Policy, found: Survey, lang: str) -> str:
    document = {
        "faults": [
            {
                "code": one.code,
                "person": one.person,
                "fingerprint": one.fingerprint or None,
                "until": one.until.isoformat() if one.until else None,
                "where": list(one.where),
                "message": sentence(_fault(policy, one), lang),
            }
            for one in found.faults
        ],
        "lacking": [
            {
                "board": one.board,
                "procedure": one.procedure,
                "step": one.step,
                "message": sentence(_lack(policy, one), lang),
            }
            for one in found.lacking
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


_FORMATS: Mapping[str, Callable[[Policy, Survey, str], str]] = {"text": _text, "json": _json}
