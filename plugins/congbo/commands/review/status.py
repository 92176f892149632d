"""``congbo review status``: which changes wait, for whom and since when."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from congbo.clock import now
from congbo.commands.common import language_of, out, parser
from congbo.commands.review.asking import Opened, opened
from congbo.commands.review.beside import as_document, overlap_lines, owed_lines, shared, state_line
from congbo.commands.review.changes import REMOTE, asked, newest_heads, place, refreshed
from congbo.dates import day_of
from congbo.errors import CANNOT_JUDGE, CLEAN, REFUSED, refuse
from congbo.facts.overlaps import Overlap
from congbo.locale import catalogue, sentence
from congbo.message import say
from congbo.policy import Policy
from congbo.register.gather import policy_at
from congbo.register.owed import owed
from congbo.review.offers import offers
from congbo.review.told import as_json, as_text


def main(argv: Sequence[str]) -> int:
    """Print the open changes, newest last; with ``--for`` only those in which the person is awaited.

    Then the signatures that emergency publications still lack (CB-20); exit code 1 if their term is over.
    """
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("review.status", lang)
    parse.add_argument("--for", dest="person", default="", metavar="PERSON", help=words["review.option.for"])
    parse.add_argument("--remote", default=REMOTE, metavar="NAME", help=words["review.option.remote"])
    parse.add_argument("--at", metavar="TIME", help=words["review.option.at"])
    parse.add_argument("--format", choices=_FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    where = place(args.root, args.remote)
    refreshed(where)
    _refuse_nobody(policy_at(where.root, where.tip), args.person)
    every = [opened(asked(where, id_), now(args.at)) for id_ in newest_heads(where.root)]
    still = [one for one in every if not one.change.used]
    waiting = [one for one in still if _awaits(one, args.person)]
    at = now(args.at)
    late = owed(where.root, where.target, where.tip, at)
    out(_FORMATS[args.format](waiting, shared(still), lang))
    if args.format == "text":
        out("".join(f"{line}\n" for line in owed_lines(late, policy_at(where.root, where.tip), at, lang)))
    return REFUSED if any(one.overdue(at) for one in late) else CLEAN


def _refuse_nobody(policy: Policy, person: str) -> None:
    """Raise CongboError for a person that there is not: for a wrong id nothing would ever wait."""
    holders = {id_ for board in policy.boards.values() for one in board.holders for id_ in (one.id, one.principal)}
    if person and policy.people.person(person) is None and person not in holders:
        raise refuse("review.nobody_of", None, CANNOT_JUDGE, id=person)


def _awaits(one: Opened, person: str) -> bool:
    return not person or bool(offers(one.policy, one.change, one.aftermath, one.verdict, person, day_of(one.now)))


def _text(every: Sequence[Opened], beside: Sequence[Overlap], lang: str) -> str:
    if not every:
        return sentence(say("review.nothing_waits"), lang) + "\n"
    return "\n".join(as_text(one.shown, lang) + _more(one, beside, lang) for one in every)


def _more(one: Opened, beside: Sequence[Overlap], lang: str) -> str:
    return "\n".join([state_line(one, lang), *overlap_lines(one.change.id, beside, lang)]) + "\n"


def _json(every: Sequence[Opened], beside: Sequence[Overlap], lang: str) -> str:
    document = {"changes": [json.loads(as_json(one.shown, lang)) | as_document(one, beside) for one in every]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


_FORMATS: Mapping[str, Callable[[Sequence[Opened], Sequence[Overlap], str], str]] = {"text": _text, "json": _json}
