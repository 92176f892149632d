"""What the verbs of ``congbo keys`` share: the files as they are, whose key is meant, and how an edit ends."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from congbo.clock import now
from congbo.commands.arguments import Parser
from congbo.commands.common import out
from congbo.dates import parse_date, start_of
from congbo.enrolment.folder import KEYS, proposed, replace_all, text_of
from congbo.enrolment.given import of_token, public_line
from congbo.errors import CLEAN, refuse
from congbo.history import repository_root
from congbo.locale import catalogue, sentence
from congbo.message import Message, say
from congbo.policy import Policy, load_policy
from congbo.policy.keys import KeyRing, read_keys
from congbo.signed.agent import keys_of_agent
from congbo.signed.keygen import new_key, public_key
from congbo.ssh.public import PublicKey
from congbo.tree import FolderTree


@dataclass(frozen=True)
class Desk:
    """A working folder, its policies, and the file of keys as it is written."""

    top: Path
    policy: Policy
    text: str

    @property
    def ring(self) -> KeyRing:
        """Return the keys, each with its line."""
        return read_keys(self.text.encode()) if self.text else KeyRing()

    def name_of(self, id_: str) -> str:
        """Return the name of a person, or the id of a machine. Raises CongboError for an id that is nobody's."""
        person = self.policy.people.person(id_)
        if person is None and self.policy.people.machine(id_) is None:
            raise refuse("keys.nobody_of", None, id=id_)
        return person.name if person else id_


def desk(root: Path) -> Desk:
    """Return what is edited. Raises CongboError for policies that cannot be read: they are mended first."""
    top = repository_root(root)
    return Desk(top, load_policy(FolderTree(top)), text_of(top, KEYS))


def sources(parse: Parser, lang: str) -> None:
    """Add the options that say where the public key comes from: exactly one of them."""
    words = catalogue(lang)
    one = parse.add_mutually_exclusive_group(required=True)
    one.add_argument("--key", type=Path, metavar="FILE.pub", help=words["keys.option.key"])
    one.add_argument("--token", action="store_true", help=words["keys.option.token"])
    one.add_argument("--line", metavar="TEXT", help=words["keys.option.line"])
    one.add_argument("--new", type=Path, metavar="FILE", help=words["keys.option.new"])
    parse.add_argument("--fingerprint", default="", metavar="SHA256:…", help=words["keys.option.fingerprint"])
    parse.add_argument("--from", dest="since", metavar="DATE", help=words["keys.option.from"])
    parse.add_argument("--at", metavar="TIME", help=words["keys.option.at"])


def handed_in(args: Namespace, here: Desk, person: str) -> PublicKey:
    """Return the public key that the options name. Raises CongboError for none, or another thing."""
    if args.key:
        return public_key(args.key)
    if args.line:
        return public_line(args.line, person)
    if args.token:
        return of_token(keys_of_agent(), args.fingerprint, [key.fingerprint for key in here.ring.keys])
    if args.new.absolute().resolve().is_relative_to(here.top.resolve()):
        raise refuse("keys.new_inside", None, path=args.new)
    return new_key(args.new, person)


def since(args: Namespace) -> datetime:
    """Return from when the key counts: 00:00 of the day told, or now."""
    if args.since is None:
        return now(args.at)
    day = parse_date(args.since)
    if day is None:
        raise refuse("command.bad_date", value=args.since)
    return start_of(day)


def finish(here: Desk, files: Mapping[str, str], told: Message, branch: str, person: str, lang: str) -> int:
    """Write what has changed, if anybody could load it, and print what was done and what comes next."""
    changed = {path: text for path, text in files.items() if text != text_of(here.top, path)}
    if not changed:
        raise refuse("keys.nothing_to_do", None, person=here.name_of(person))
    proposed(here.top, changed)
    replace_all(here.top, changed)
    paths = " ".join(sorted(changed))
    following = say("keys.next", told=told, paths=paths, branch=branch, person=here.name_of(person))
    out(sentence(following, lang) + "\n")
    return CLEAN
