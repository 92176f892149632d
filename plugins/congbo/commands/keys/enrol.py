"""``congbo keys enrol``: a person's (or a machine's) public key, written into the policies for others to approve."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence

from congbo.commands.common import language_of, parser
from congbo.commands.keys.editing import Desk, desk, finish, handed_in, since, sources
from congbo.enrolment.folder import KEYS, PEOPLE, proposed, text_of
from congbo.enrolment.people import introduced
from congbo.enrolment.ring import enrolled, key_of
from congbo.errors import refuse
from congbo.frozen import replace
from congbo.locale import catalogue
from congbo.message import say
from congbo.policy.keys import DECISION, NAMESPACES


def main(argv: Sequence[str]) -> int:
    """Write the key, and (with ``--name``) the person it belongs to."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("keys.enrol", lang)
    parse.add_argument("person", metavar="PERSON", help=words["keys.option.person"])
    sources(parse, lang)
    parse.add_argument(
        "--namespace", action="append", choices=NAMESPACES, metavar="NAME", help=words["keys.option.namespace"]
    )
    parse.add_argument("--name", default="", metavar="TEXT", help=words["keys.option.name"])
    parse.add_argument("--email", action="append", default=[], metavar="MAIL", help=words["keys.option.email"])
    parse.add_argument("--login", action="append", default=[], metavar="LOGIN", help=words["keys.option.login"])
    args = parse.parse_args(argv)
    return _enrol(desk(args.root), args, lang)


def _enrol(here: Desk, args: Namespace, lang: str) -> int:
    people = _introduced(here, args)
    if people:
        here = replace(here, policy=proposed(here.top, people))
    name = here.name_of(args.person)
    if here.policy.people.machine(args.person) and not args.namespace:
        raise refuse("keys.machine_purpose", None, machine=args.person)
    key = key_of(args.person, handed_in(args, here, args.person), args.namespace or (DECISION,), since(args))
    files = {**people, KEYS: enrolled(here.text, key)}
    told = say("keys.enrolled", name=name, fingerprint=key.fingerprint, type=key.type, since=key.valid_after)
    return finish(here, files, told, f"khoa-{args.person}", args.person, lang)


def _introduced(here: Desk, args: Namespace) -> Mapping[str, str]:
    """The file of persons with this one added, where the options say who it is."""
    if not args.name and not args.email:
        return {}
    if not args.name or not args.email:
        raise refuse("keys.name_and_email", None, person=args.person)
    return {PEOPLE: introduced(text_of(here.top, PEOPLE), args.person, args.name, args.email, args.login)}
