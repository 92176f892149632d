"""``congbo keys retire``: a key that was lost, that somebody else may hold, or whose owner leaves office."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from congbo.clock import now
from congbo.commands.common import language_of, parser
from congbo.commands.keys.editing import Desk, desk, finish
from congbo.dates import parse_date, parse_moment, start_of
from congbo.enrolment.folder import KEYS, text_of
from congbo.enrolment.offices import leaving, stays, terms
from congbo.enrolment.ring import SECOND, ended
from congbo.errors import refuse
from congbo.locale import catalogue
from congbo.message import say
from congbo.policy.keys import Key

DAY = timedelta(days=1)


def main(argv: Sequence[str]) -> int:
    """Write the end of the keys, and at the end of an office that of its terms."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("keys.retire", lang)
    parse.add_argument("person", metavar="PERSON", help=words["keys.option.person"])
    why = parse.add_mutually_exclusive_group(required=True)
    why.add_argument("--lost", metavar="DATE", help=words["keys.option.lost"])
    why.add_argument("--compromised", metavar="TIME", help=words["keys.option.compromised"])
    why.add_argument("--leaves", metavar="DATE", help=words["keys.option.leaves"])
    parse.add_argument("--decision", default="", metavar="NUMBER", help=words["keys.option.decision"])
    parse.add_argument("--board", default="", metavar="PORTAL", help=words["keys.option.board"])
    parse.add_argument("--fingerprint", default="", metavar="SHA256:…", help=words["keys.option.only"])
    parse.add_argument("--at", metavar="TIME", help=words["keys.option.at"])
    args = parse.parse_args(argv)
    here = desk(args.root)
    name = here.name_of(args.person)
    return _leaves(here, args, name, lang) if args.leaves else _gone(here, args, name, lang)


def _gone(here: Desk, args: Namespace, name: str, lang: str) -> int:
    """Nothing that was signed since counts: from the first moment of the day of the loss, or from the moment told."""
    if args.decision or args.board:
        raise refuse("keys.only_leaving")
    since = start_of(_day(args.lost)) if args.lost else _moment(args.compromised)
    if since > now(args.at):
        raise refuse("keys.not_yet", None, since=since)
    keys = _chosen(here, args)
    last = since - SECOND
    told = say("keys.retired", name=name, keys=[key.fingerprint for key in keys], last=last)
    return finish(here, {KEYS: ended(here.text, keys, last)}, told, f"thu-hoi-khoa-{args.person}", args.person, lang)


def _leaves(here: Desk, args: Namespace, name: str, lang: str) -> int:
    day = _day(args.leaves)
    if not args.decision.strip():
        raise refuse("keys.no_decision", None, person=name)
    if args.board and args.board not in here.policy.boards:
        raise refuse("build.no_portal", portal=args.board, known=sorted(here.policy.boards))
    mine = terms(here.policy, args.person, args.board)
    files = {path: leaving(text_of(here.top, path), held, day, args.decision.strip()) for path, held in mine.items()}
    kept = stays(here.policy, args.person, day, args.board)
    if here.text and not kept:
        files[KEYS] = ended(here.text, _chosen(here, args, must=False), start_of(day + DAY) - SECOND)
    told = say("keys.left_but_stays" if kept else "keys.left", name=name, last=day, decision=args.decision.strip())
    return finish(here, files, told, f"thoi-chuc-{args.person}", args.person, lang)


def _chosen(here: Desk, args: Namespace, *, must: bool = True) -> tuple[Key, ...]:
    mine = here.ring.of(args.person)
    found = tuple(key for key in mine if args.fingerprint in ("", key.fingerprint))
    if must and not found:
        raise refuse("keys.no_such_key", None, person=args.person, held=[key.fingerprint for key in mine] or ["-"])
    return found


def _day(text: str) -> date:
    found = parse_date(text)
    if found is None:
        raise refuse("command.bad_date", value=text)
    return found


def _moment(text: str) -> datetime:
    found = parse_moment(text)
    if found is None:
        raise refuse("command.bad_moment", value=text)
    return found
