"""A decision in the terminal: what may be signed, the statement in plain words, the signature, and where it goes."""

from __future__ import annotations

import secrets
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from congbo.clock import now
from congbo.commands.common import Progress, out
from congbo.commands.review.asking import Opened, opened
from congbo.commands.review.changes import Place, asked, place, refreshed
from congbo.commands.review.options import arguments
from congbo.commands.review.person import key_of, person_of
from congbo.commands.review.sending import keep_and_send
from congbo.dates import day_of
from congbo.errors import CANNOT_JUDGE, CLEAN, REFUSED, refuse
from congbo.facts.board import word_of
from congbo.facts.gate.judge import GRANTED
from congbo.facts.gate.model import Verdict
from congbo.facts.gate.standing import SIGNED
from congbo.facts.gate.state import APPROVE
from congbo.history.digests import policy_digest
from congbo.locale import sentence
from congbo.message import Message, Texts, say
from congbo.policy.people import Person
from congbo.register.records import namespace_of
from congbo.review.decision import Draft, draft
from congbo.review.foresight import any_answers, foreseen
from congbo.review.offers import Offer, offers, second_thoughts
from congbo.review.told import FORMATS
from congbo.review.view import role_name
from congbo.signed.folder import REASON
from congbo.signed.keygen import fingerprint, signed


def decide(argv: Sequence[str], verb: str, decision: str) -> int:
    """Sign one decision about a change, send it on, and print where the change stands then."""
    args, lang = arguments(argv, verb)
    where = place(args.root, args.remote)
    refreshed(where)
    found = opened(asked(where, args.change), now(args.at))
    person = person_of(where.root, found.policy, args.person)
    offer = chosen(found, person, args, (decision,), ())
    sign(where, found, person, offer, args, lang)
    after = opened(asked(where, found.change.id), now(args.at))
    out(FORMATS[args.format](after.shown, lang))
    return CLEAN


def chosen(found: Opened, person: Person, args: Namespace, decisions: Sequence[str], acts: Sequence[str]) -> Offer:
    """Return the one thing that the person may sign now and asks for. Raises CongboError if there is none, or several."""
    known = (found.policy, found.change, found.aftermath, found.verdict, person.id, day_of(found.now))
    every = offers(*known) or second_thoughts(*known)
    fitting = [one for one in every if one.decision in decisions and (not acts or one.act in acts)]
    fitting = [one for one in fitting if args.step in ("", one.step) and args.role in ("", one.role)]
    if not fitting:
        waiting = [word_of(found.policy, one.step) for one in found.verdict.missing[:1]]
        raise refuse("review.nothing_to_sign", None, REFUSED, person=person.name, waiting=waiting or ["-"])
    if len({(one.board, one.procedure, one.step) for one in fitting}) > 1:
        named = [f"--step {one.step} --role {one.role}" for one in fitting]
        raise refuse("review.several_to_sign", None, REFUSED, choices=named)
    return fitting[0]


def sign(where: Place, found: Opened, person: Person, offer: Offer, args: Namespace, lang: str) -> None:
    """Sign what was offered and keep it: here, and (with a remote) at the server, which has the last word."""
    made, key = agreed(where, found, offer, args, lang)
    keep_and_send(where, made, signed(made.data, key, namespace_of(made.statement)), person, lang)


def agreed(
    where: Place, found: Opened, offer: Offer, args: Namespace, lang: str, *, asked_before: bool = False
) -> tuple[Draft, Path]:
    """Return what the person agrees to sign, and with which key. ``asked_before``: they have agreed to the same already.

    Raises CongboError for all that stands against it; nothing is signed or written here.
    """
    if not found.change.repository:
        raise refuse("review.not_begun", None, CANNOT_JUDGE)
    key = key_of(where.root, args.key)
    ask_first(found, offer, key, any_answers(offer.asks, given(args)), now(args.at))
    answers = answered(found, offer, args, lang)
    made, then = ask_first(found, offer, key, answers, now(args.at))
    if not asked_before:
        confirm(found, offer, made, answers, args, lang, then)
    return made, key


def ask_first(
    found: Opened, offer: Offer, key: Path, answers: Mapping[str, str], at: datetime, source: str = SIGNED
) -> tuple[Draft, Verdict]:
    """Return what would be signed, and the gate's word about the change then.

    Raises CongboError, with what the gate would say, for a signature that would not count: nobody signs in vain.
    """
    digest = policy_digest(found.root, found.change.tip)
    made = draft(found.change, offer, digest, answers, at, secrets.token_hex(16), source)
    known = (found.policy, found.change, found.aftermath, found.now)
    then = foreseen(*known, made, fingerprint(key), answers)
    if then.against:
        raise refuse("desk.would_not_count", None, REFUSED, why=[one.message for one in then.against])
    return made, then.verdict


def answered(found: Opened, offer: Offer, args: Namespace, lang: str) -> Mapping[str, str]:
    """Return word -> answer: those given, and those that the person types. Raises CongboError for one that stays open."""
    told = given(args)
    for word in offer.asks:
        if not told.get(word, "").strip():
            told[word] = _typed(word_of(found.policy, word), word, lang)
    return told


def given(args: Namespace) -> dict[str, str]:
    """Return word -> answer of those that the command's words give."""
    found = dict(word.split("=", 1) for word in args.answer if "=" in word)
    return found | ({REASON: args.reason} if args.reason else {})


def _typed(name: Texts, word: str, lang: str) -> str:
    told = input(f"{sentence(say('review.ask', word=name), lang)} ") if sys.stdin.isatty() else ""
    if not told.strip():
        raise refuse("review.unanswered", None, REFUSED, word=word)
    return told.strip()


def confirm(
    found: Opened, offer: Offer, made: Draft, answers: Mapping[str, str], args: Namespace, lang: str, then: Verdict
) -> None:
    """Tell in plain words what is about to be signed and what will be missing then, and (in a terminal) ask.

    Raises CongboError if the person declines.
    """
    statement = made.statement
    regulation = found.policy.portals[offer.board].regulation_on(day_of(found.now)) or ""
    said = [say("review.answer", word=word_of(found.policy, word), text=text) for word, text in answers.items()]
    params: dict[str, object] = {
        "decision": say(f"review.decision.{statement.decision}"),
        "step": word_of(found.policy, statement.step),
        "id": statement.change_id,
        "paths": sorted({touched.path for touched in found.change.touched}),
        "head": statement.head[:12],
        "code": statement.change[:12],
        "answers": said or "-",
        "role": role_name(found.policy, regulation, offer.role),
    }
    Progress(lang).tell(say("review.about_to_sign", **params))
    if statement.decision == APPROVE:
        Progress(lang).tell(afterwards(found, then))
    agree(lang, yes=args.yes)


def afterwards(found: Opened, then: Verdict) -> Message:
    """Return in a sentence what a change lacks once a decision counts."""
    steps = list(dict.fromkeys(word_of(found.policy, one.step) for one in then.missing))
    if then.verdict != GRANTED:
        return say("review.then_missing", steps=steps)
    return say("review.then_owed", steps=steps) if steps else say("review.then_granted")


def agree(lang: str, *, yes: bool) -> None:
    """Ask whether to sign what was told. ``yes``: it was said beforehand. Raises CongboError if the person declines."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise refuse("review.not_confirmed", None, REFUSED)
    if input(f"{sentence(say('review.sign_question'), lang)} ").strip().casefold() not in ("c", "có", "co", "y", "yes"):
        raise refuse("review.declined", None, REFUSED)
