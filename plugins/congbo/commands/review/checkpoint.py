"""``congbo review checkpoint``: a person in office attests how far the chain of receipts has come; once a month."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from congbo.clock import now
from congbo.commands.common import Progress, language_of, out, parser
from congbo.commands.review.changes import REMOTE, Place, place, refreshed
from congbo.commands.review.deciding import agree
from congbo.commands.review.person import key_of, person_of
from congbo.dates import day_of
from congbo.errors import CANNOT_JUDGE, CLEAN, REFUSED, refuse
from congbo.facts.attesting import attesting_roles
from congbo.history.objects import blob_at
from congbo.history.refs import move_ref
from congbo.history.remote import push
from congbo.history.running import git_text
from congbo.locale import catalogue, sentence
from congbo.message import say
from congbo.place import Place as At
from congbo.policy import Policy
from congbo.policy.keys import DECISION
from congbo.policy.people import Person
from congbo.register.chain import Chain, read_chain
from congbo.register.checkpoints import CHECKPOINTS, keep, tip_of
from congbo.register.gather import policy_at
from congbo.register.links import FILE
from congbo.review.code import code_of
from congbo.signed.checkpoint import Checkpoint, written_checkpoint
from congbo.signed.keygen import signed


def main(argv: Sequence[str]) -> int:
    """Verify the whole chain, tell what is attested, sign it, send it to the server, and print the code for the paper."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("review.checkpoint", lang)
    parse.add_argument("--key", type=Path, metavar="FILE", help=words["review.option.key"])
    parse.add_argument("--as", dest="person", default="", metavar="PERSON", help=words["review.option.as"])
    parse.add_argument("--role", default="", metavar="ROLE", help=words["review.option.role"])
    parse.add_argument("--remote", default=REMOTE, metavar="NAME", help=words["review.option.remote"])
    parse.add_argument("--yes", action="store_true", help=words["review.option.yes"])
    parse.add_argument("--at", metavar="TIME", help=words["review.option.at"])
    args = parse.parse_args(argv)
    where = place(args.root, args.remote)
    if not where.remote:
        raise refuse("review.no_remote", None, CANNOT_JUDGE, remote=args.remote)
    refreshed(where)
    chain, policy, moment = read_chain(where.root), policy_at(where.root, where.tip), now(args.at)
    person = person_of(where.root, policy, args.person)
    made = _draft(where, chain, person, _role(policy, person, args.role, day_of(moment)), moment)
    code = code_of(made.receipt)
    last = chain.receipts[-1]
    Progress(lang).tell(
        say("checkpoint.about_to_sign", name=made.repository, count=len(chain.receipts), number=made.number,
            received=last.time, tip=made.tip[:12], person=person.name, code=code)
    )  # fmt: skip
    agree(lang, yes=args.yes)
    data = written_checkpoint(made)
    _send(where, made, signed(data, key_of(where.root, args.key), DECISION), person, lang)
    out(sentence(say("checkpoint.signed", number=made.number, code=code), lang) + "\n")
    return CLEAN


def _draft(where: Place, chain: Chain, person: Person, role: str, moment: datetime) -> Checkpoint:
    """What is to be signed. Raises CongboError before the register has begun, or while the tip has no receipt."""
    if chain.genesis is None:
        raise refuse("review.not_begun", None, CANNOT_JUDGE)
    tip = tip_of(chain.receipts)
    if tip != where.tip:
        raise refuse("checkpoint.behind", At(where.target), REFUSED, tip=where.tip[:12], attested=tip[:12])
    data = blob_at(where.root, chain.commits[-1], FILE) or b""
    return Checkpoint(
        repository=chain.genesis.repository, target=chain.genesis.target, number=chain.receipts[-1].number,
        receipt=sha256(data).hexdigest(), tip=tip, time=moment, person=person.id, role=role, nonce=secrets.token_hex(16),
    )  # fmt: skip


def _role(policy: Policy, person: Person, told: str, on: date) -> str:
    """The role in which the person signs: the one told, else their first that may."""
    roles = attesting_roles(policy, person.id, on)
    if not roles or told not in ("", *roles):
        raise refuse("checkpoint.no_office", None, REFUSED, person=person.name, role=told or "-")
    return told or roles[0]


def _send(where: Place, made: Checkpoint, signature: bytes, person: Person, lang: str) -> None:
    """Keep the checkpoint here and at the server; what the server refuses is not kept here either."""
    before, kept = keep(where.root, made, signature, person)
    pushed = push(where.root, where.remote, [f"{CHECKPOINTS}:{CHECKPOINTS}"])
    if not pushed.accepted:
        if before:
            move_ref(where.root, CHECKPOINTS, before, kept)
        else:
            git_text(where.root, "update-ref", "-d", CHECKPOINTS, kept)
        raise refuse("review.not_accepted", None, REFUSED, said="\n".join(pushed.said))
    for line in pushed.said:
        Progress(lang).tell(say("review.server_says", line=line))
    refreshed(where)
