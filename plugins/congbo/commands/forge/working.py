"""What the verbs share: the forge that the environment names, the repository, and one change after the other."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from congbo.clock import now
from congbo.commands.common import Progress, language_of, parser
from congbo.commands.review.changes import REMOTE, Place, place, refreshed
from congbo.errors import CANNOT_JUDGE, CLEAN, REFUSED, CongboError, refuse
from congbo.forge.github import PUBLIC, GitHub
from congbo.forge.http import Client
from congbo.forge.protocol import Forge, Proposed
from congbo.history.refs import is_ref_name
from congbo.history.remote import fetch, push
from congbo.locale import catalogue
from congbo.message import Message, say
from congbo.policy import Policy
from congbo.policy.people import Person
from congbo.register.gather import policy_at

CLOSED = "closed"
HEADS = "refs/heads/"
# Who commits records and merges here: a machine, and its e-mail where policies/keys/people.yml gives it one.
MACHINE, NAME, EMAIL = "forge", "congbo", "forge@congbo.invalid"


@dataclass(frozen=True)
class Work:
    """A run of a job: where it works, the forge, the moment, the language and what it was asked for."""

    where: Place
    forge: Forge
    now: datetime
    lang: str
    args: Namespace

    @property
    def root(self) -> Path:
        """Return the repository."""
        return self.where.root

    @property
    def branch(self) -> str:
        """Return the short name of the target."""
        return self.where.target.removeprefix(HEADS)

    @property
    def policy(self) -> Policy:
        """Return the policies of the target's tip."""
        return policy_at(self.root, self.where.tip)

    @property
    def source(self) -> str:
        """Return what the sources of this forge's reviews begin with (``github:owner/name#``)."""
        return self.forge.source(0, 0).removesuffix("0/0")

    def tell(self, key: str, /, **params: object) -> None:
        """Tell a line on stderr."""
        self.say(say(key, **params))

    def say(self, message: Message) -> None:
        """Tell a message on stderr."""
        Progress(self.lang).tell(message)


def at_work(argv: Sequence[str], verb: str, environ: Mapping[str, str] = os.environ, *, key: bool = False) -> Work:
    """Return what a job has to know. Raises CongboError where the portal may not be on a forge, or none is named."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser(f"forge.{verb}", lang)
    parse.add_argument("--change", type=int, default=0, metavar="N", help=words["forge.option.change"])
    parse.add_argument("--remote", default=REMOTE, metavar="NAME", help=words["review.option.remote"])
    parse.add_argument("--at", metavar="TIME", help=words["review.option.at"])
    if key:
        parse.add_argument("--key", type=Path, required=True, metavar="FILE", help=words["forge.option.key"])
    args = parse.parse_args(argv)
    where = place(args.root, args.remote)
    refreshed(where)
    work = Work(where, forge_of(environ), now(args.at), lang, args)
    refuse_closed(work.policy)
    return work


def forge_of(environ: Mapping[str, str]) -> Forge:
    """Return the forge that the environment names: GITHUB_REPOSITORY, GITHUB_API_URL, GITHUB_TOKEN (or GH_TOKEN)."""
    repository = environ.get("GITHUB_REPOSITORY", "")
    if not repository:
        raise refuse("forge.nowhere", None)
    token = environ.get("GITHUB_TOKEN") or environ.get("GH_TOKEN") or ""
    return GitHub(Client(environ.get("GITHUB_API_URL") or PUBLIC, token), repository)


def closed_portals(policy: Policy) -> tuple[str, ...]:
    """Return the portals whose content may lie on no forge."""
    return tuple(sorted(portal.id for portal in policy.portals.values() if portal.hosting == CLOSED))


def refuse_closed(policy: Policy) -> None:
    """Raise CongboError if a portal may lie on no forge: then nothing is read there and nothing is written."""
    if portals := closed_portals(policy):
        raise refuse("forge.closed", None, REFUSED, portals=portals)


def each(work: Work, do: Callable[[Work, Proposed], None]) -> int:
    """Do something about every open change, and go on with the next where one cannot be judged; return the exit code."""
    code = CLEAN
    numbers = (work.args.change,) if work.args.change else work.forge.open_changes(work.branch)
    for number in numbers:
        try:
            proposed = work.forge.change(number)
            if proposed.open and proposed.base == work.branch:
                do(work, proposed)
            else:
                work.tell("forge.not_open", number=number, target=work.branch)
        except CongboError as error:
            work.tell("forge.left", number=number, why=error.message)
            code = CANNOT_JUDGE
    return code


def fetch_head(work: Work, proposed: Proposed) -> None:
    """Bring the head of a change here, as data that nobody runs."""
    fetch(work.root, work.where.remote, [f"+{work.forge.head_of(proposed.number)}:refs/congbo/pull/{proposed.number}"])


def send(work: Work, refs: Sequence[str]) -> None:
    """Push refs, all or none. Raises CongboError if the forge refuses: the next run begins from what it has then."""
    if not refs:
        return
    if not all(is_ref_name(work.root, name.partition(":")[2]) for name in refs):
        raise refuse("forge.not_pushed", None, REFUSED, said=", ".join(refs))
    pushed = push(work.root, work.where.remote, list(refs))
    if not pushed.accepted:
        raise refuse("forge.not_pushed", None, REFUSED, said=" / ".join(pushed.said) or "-")


def machine(policy: Policy) -> Person:
    """Return who commits for the forge; nobody of them is a person, and a gate never takes them for one."""
    known = policy.people.machine(MACHINE)
    emails = known.emails if known and known.emails else (EMAIL,)
    return Person(MACHINE, NAME, emails, policy.people.people[0].place)
