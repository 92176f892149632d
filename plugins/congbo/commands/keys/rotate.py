"""``congbo keys rotate``: a new key beside the old one, which runs out a few days later."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import timedelta

from congbo.commands.common import language_of, parser
from congbo.commands.keys.editing import Desk, desk, finish, handed_in, since, sources
from congbo.enrolment.folder import KEYS, text_of
from congbo.enrolment.offices import naming, terms
from congbo.enrolment.ring import ended, enrolled, key_of
from congbo.errors import refuse
from congbo.locale import catalogue
from congbo.message import say

DAYS, MOST = 7, 366


def main(argv: Sequence[str]) -> int:
    """Write the new key, the old one's end, and (where a role names its keys) the new key's name."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("keys.rotate", lang)
    parse.add_argument("person", metavar="PERSON", help=words["keys.option.person"])
    sources(parse, lang)
    parse.add_argument("--overlap", type=int, default=DAYS, metavar="DAYS", help=words["keys.option.overlap"])
    return _rotate(parse.parse_args(argv), lang)


def _rotate(args: Namespace, lang: str) -> int:
    here = desk(args.root)
    name = here.name_of(args.person)
    if not 0 <= args.overlap <= MOST:
        raise refuse("keys.overlap", None, days=args.overlap, most=MOST)
    begin = since(args)
    end = begin + timedelta(days=args.overlap)
    old = [key for key in here.ring.of(args.person) if key.valid_before is None or key.valid_before > begin]
    if not old:
        raise refuse("keys.nothing_to_rotate", None, person=name)
    purposes = tuple(dict.fromkeys(purpose for key in old for purpose in key.namespaces))
    key = key_of(args.person, handed_in(args, here, args.person), purposes, begin)
    files = {KEYS: enrolled(ended(here.text, old, end), key), **_boards(here, args.person, key.fingerprint)}
    told = say("keys.rotated", name=name, fingerprint=key.fingerprint, since=begin, end=end)
    return finish(here, files, told, f"doi-khoa-{args.person}", args.person, lang)


def _boards(here: Desk, person: str, fingerprint: str) -> dict[str, str]:
    found = terms(here.policy, person)
    return {path: naming(text_of(here.top, path), mine, fingerprint) for path, mine in found.items()}
