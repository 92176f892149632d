"""What ``takedown``, ``stop`` and ``banner`` share: a record is written, submitted, signed and landed in one go."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from congbo.clock import now
from congbo.commands.arguments import Parser
from congbo.commands.common import Progress, out, parser
from congbo.commands.review.asking import opened
from congbo.commands.review.changes import REMOTE, Place, asked, newest_heads, place, refreshed
from congbo.commands.review.deciding import agreed, chosen
from congbo.commands.review.landing import land
from congbo.commands.review.person import key_of, person_of
from congbo.commands.review.sending import keep_and_send
from congbo.dates import day_of
from congbo.errors import CANNOT_JUDGE, REFUSED, refuse
from congbo.facts.corpus import Corpus, load_corpus
from congbo.facts.gate.judge import GRANTED, judge
from congbo.facts.gate.model import Submission
from congbo.facts.gate.state import APPROVE
from congbo.frozen import replace
from congbo.history.objects import tree_with, write_commit
from congbo.history.remote import push
from congbo.history.sparse import SparseTree
from congbo.item import Item
from congbo.locale import catalogue
from congbo.message import say
from congbo.policy import Policy
from congbo.policy.people import Person
from congbo.register.gather import Asked, policy_at
from congbo.register.known import genesis_of
from congbo.register.records import namespace_of
from congbo.review.at_once import Drafted, drafted
from congbo.review.told import FORMATS
from congbo.server.receipts import new_id
from congbo.signed.keygen import signed


def options(verb: str, lang: str) -> Parser:
    """Return a verb's parser with the options of every decision that cannot wait."""
    words = catalogue(lang)
    parse = parser(f"review.{verb}", lang)
    parse.add_argument("--reason", required=True, metavar="TEXT", help=words["review.option.reason_public"])
    parse.add_argument("--basis", default="", metavar="TEXT", help=words["review.option.basis"])
    parse.add_argument("--until", metavar="TIME", help=words["review.option.until"])
    parse.add_argument("--as", dest="person", default="", metavar="PERSON", help=words["review.option.as"])
    parse.add_argument("--key", type=Path, metavar="FILE", help=words["review.option.key"])
    parse.add_argument("--remote", default=REMOTE, metavar="NAME", help=words["review.option.remote"])
    parse.add_argument("--yes", action="store_true", help=words["review.option.yes"])
    parse.add_argument("--at", metavar="TIME", help=words["review.option.at"])
    parse.add_argument("--format", choices=FORMATS, default="text", help=words["option.format"])
    parse.set_defaults(step="", role="", answer=[])
    return parse


def desk(args: Namespace) -> tuple[Place, Policy]:
    """Return where somebody works, brought up to date, and the policies that hold there."""
    where = place(args.root, args.remote)
    refreshed(where)
    return where, policy_at(where.root, where.tip)


def item_of(where: Place, policy: Policy, name: str, at: datetime) -> Item:
    """Return the item of an id or path on the target. Raises CongboError if there is none."""
    corpus: Corpus = load_corpus(SparseTree(where.root, where.tip), policy, day_of(at))
    found = corpus.by_id.get(name) or corpus.by_path.get(name)
    if found is None:
        raise refuse("review.no_item", None, CANNOT_JUDGE, name=name)
    return found


def decide(
    where: Place,
    policy: Policy,
    type_: str,
    portal: str,
    lines: Mapping[str, str | datetime],
    args: Namespace,
    lang: str,
) -> int:
    """Write the record, submit it, sign it and bring it to the target; print where it stands then.

    Raises CongboError, before anything is pushed or any ref is written, for whoever may not sign it or declines to.
    """
    filled(args, "reason")
    at = now(args.at)
    person = person_of(where.root, policy, args.person)
    key_of(where.root, args.key)  # whoever cannot sign has written nothing
    common = {"ly_do_khan": args.reason, "can_cu_khan": args.basis, "den_luc": _until(args.until, at)}
    record = drafted(policy, type_, portal, person, {**lines, **{k: v for k, v in common.items() if v}}, at)
    written = _committed(where, record, person, at)
    _agreed(where, written, person, args, lang)
    id_ = _submitted(where, written, lang)
    found = opened(asked(where, id_), at)
    offer = chosen(found, person, args, (APPROVE,), ())
    made, key = agreed(where, found, offer, args, lang, asked_before=True)
    keep_and_send(where, made, signed(made.data, key, namespace_of(made.statement)), person, lang)
    found = opened(asked(where, found.change.id), now(args.at))
    if found.verdict.verdict == GRANTED:
        land(where, found, person, now(args.at), lang)
    out(FORMATS[args.format](found.shown, lang))
    return found.code


def filled(args: Namespace, *options: str) -> None:
    """Raise CongboError for an option whose text is empty: what is public has to say something."""
    for option in options:
        if not getattr(args, option).strip():
            raise refuse("review.blank", None, CANNOT_JUDGE, option=f"--{option}")


def _until(told: str | None, at: datetime) -> datetime | str:
    if not told:
        return ""
    until = now(told)
    if until <= at:
        raise refuse("review.until_past", None, CANNOT_JUDGE, until=until, at=at)
    return until


def _committed(where: Place, record: Drafted, person: Person, at: datetime) -> tuple[str, str]:
    """Write a commit of the record, which no ref leads to yet; return the name of its branch to be, and its id."""
    name = record.path.rpartition("/")[2].removesuffix(".yml")
    tree = tree_with(where.root, where.tip, {record.path: record.data})
    return name, write_commit(where.root, tree, (where.tip,), f"{name}\n", person.name, person.emails[0], at)


def _agreed(where: Place, written: tuple[str, str], person: Person, args: Namespace, lang: str) -> None:
    """Ask the gate, and the person, about the change as it will stand once it is handed in: nobody has heard of it yet.

    Raises CongboError for all that the signature would be refused for.
    """
    if not genesis_of(where.root):
        raise refuse("review.not_begun", None, CANNOT_JUDGE)
    if not where.remote:
        raise refuse("review.no_remote", None, CANNOT_JUDGE, remote=args.remote)
    (name, commit), at = written, now(args.at)
    asked_about = Asked(where.root, where.target, where.tip, commit, new_id(name, commit, at), merging=False)
    found = opened(asked_about, at)
    handed_in = Submission(commit, person.id, at, found.change.digest)
    change = replace(found.change, submissions=(handed_in,))
    found = replace(found, change=change, verdict=judge(found.policy, change, found.aftermath, at))
    agreed(where, found, chosen(found, person, args, (APPROVE,), ()), args, lang)


def _submitted(where: Place, written: tuple[str, str], lang: str) -> str:
    """Hand the commit in on a branch of its own; return the change's id."""
    name, commit = written
    pushed = push(where.root, where.remote, [f"{commit}:refs/heads/{name}"])
    if not pushed.accepted:
        raise refuse("review.not_accepted", None, REFUSED, said="\n".join(pushed.said))
    for line in pushed.said:
        Progress(lang).tell(say("review.server_says", line=line))
    refreshed(where)
    return next((id_ for id_, head in newest_heads(where.root).items() if head == commit), name)
