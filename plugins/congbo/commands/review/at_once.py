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
from congbo.commands.review.deciding import chosen, sign
from congbo.commands.review.landing import land
from congbo.commands.review.person import key_of, person_of
from congbo.dates import day_of
from congbo.errors import CANNOT_JUDGE, REFUSED, refuse
from congbo.facts.corpus import Corpus, load_corpus
from congbo.facts.gate.judge import GRANTED
from congbo.facts.gate.state import APPROVE
from congbo.history.objects import tree_with, write_commit
from congbo.history.refs import move_ref
from congbo.history.remote import push
from congbo.history.sparse import SparseTree
from congbo.item import Item
from congbo.locale import catalogue
from congbo.message import say
from congbo.policy import Policy
from congbo.policy.people import Person
from congbo.register.gather import policy_at
from congbo.review.at_once import Drafted, drafted
from congbo.review.told import FORMATS


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
    """Write the record, submit it, sign it and bring it to the target; print where it stands then."""
    at = now(args.at)
    person = person_of(where.root, policy, args.person)
    key_of(where.root, args.key)  # whoever cannot sign has written nothing
    common = {"ly_do_khan": args.reason, "can_cu_khan": args.basis, "den_luc": now(args.until) if args.until else ""}
    record = drafted(policy, type_, portal, person, {**lines, **{k: v for k, v in common.items() if v}}, at)
    id_ = _submitted(where, record, person, at, lang)
    found = opened(asked(where, id_), at)
    sign(where, found, person, chosen(found, person, args, (APPROVE,), ()), args, lang)
    found = opened(asked(where, found.change.id), now(args.at))
    if found.verdict.verdict == GRANTED:
        land(where, found, person, now(args.at), lang)
    out(FORMATS[args.format](found.shown, lang))
    return found.code


def _submitted(where: Place, record: Drafted, person: Person, at: datetime, lang: str) -> str:
    """Commit the record on a branch of its own and hand it in; return the change's id, or the branch without a remote."""
    name = record.path.rpartition("/")[2].removesuffix(".yml")
    tree = tree_with(where.root, where.tip, {record.path: record.data})
    commit = write_commit(where.root, tree, (where.tip,), f"{name}\n", person.name, person.emails[0], at)
    branch = f"refs/heads/{name}"
    if not where.remote:
        move_ref(where.root, branch, commit, "")
        return name
    pushed = push(where.root, where.remote, [f"{commit}:{branch}"])
    if not pushed.accepted:
        raise refuse("review.not_accepted", None, REFUSED, said="\n".join(pushed.said))
    for line in pushed.said:
        Progress(lang).tell(say("review.server_says", line=line))
    refreshed(where)
    return next((id_ for id_, head in newest_heads(where.root).items() if head == commit), name)
