"""``congbo review record``: what somebody signed on paper, recorded by two others, each with their own key."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from congbo.clock import now
from congbo.commands.common import Progress, language_of, out, parser
from congbo.commands.review.asking import Opened, opened
from congbo.commands.review.changes import Place, asked, place, refreshed
from congbo.commands.review.deciding import answered, ask_first, chosen, confirm
from congbo.commands.review.options import signing_options
from congbo.commands.review.person import key_of, person_of
from congbo.commands.review.sending import send
from congbo.dates import day_of
from congbo.errors import CANNOT_JUDGE, CLEAN, REFUSED, refuse
from congbo.facts.board import in_office
from congbo.facts.gate.authors import authors_of
from congbo.facts.gate.paper import PAPER, SCAN
from congbo.history.digests import policy_digest
from congbo.locale import catalogue
from congbo.message import say
from congbo.policy.holders import person_of as holder_person
from congbo.policy.people import Person
from congbo.register.known import DECISIONS
from congbo.register.records import namespace_of
from congbo.review.code import GROUPS, code_of, typed
from congbo.review.decision import keep
from congbo.review.offers import Offer
from congbo.review.scan import Earlier, Scan, earlier, scan_of
from congbo.review.told import FORMATS
from congbo.signed.keygen import signed
from congbo.signed.statement import DECISIONS as DECIDED


def main(argv: Sequence[str]) -> int:
    """Record the slip with the recorder's signature, send it, and print where the change stands then."""
    lang = language_of(argv)
    args = _arguments(argv, lang)
    where = place(args.root, args.remote)
    refreshed(where)
    found = opened(asked(where, args.change), now(args.at))
    _compare(args.code, found)
    recorder = person_of(where.root, found.policy, args.person)
    signer = person_of(where.root, found.policy, args.signed_by)
    offer = chosen(found, signer, args, (args.decision,), ())
    _may_record(found, recorder, signer, offer)
    _record(where, found, recorder, offer, args, lang)
    after = opened(asked(where, found.change.id), now(args.at))
    out(FORMATS[args.format](after.shown, lang))
    return CLEAN


def _arguments(argv: Sequence[str], lang: str) -> Namespace:
    words = catalogue(lang)
    parse = parser("review.record", lang)
    parse.add_argument("change", nargs="?", default="", metavar="CHANGE", help=words["review.option.change"])
    parse.add_argument("--slip", type=Path, metavar="SCAN", help=words["review.option.slip"])
    parse.add_argument("--signed-by", required=True, metavar="PERSON", help=words["review.option.signed_by"])
    parse.add_argument("--decision", required=True, choices=DECIDED, help=words["review.option.decision"])
    parse.add_argument("--code", required=True, metavar="CODE", help=words["review.option.code"])
    signing_options(parse, words)
    return parse.parse_args(argv)


def _compare(told: str, found: Opened) -> None:
    """The paper speaks of exactly the version that is here."""
    expected, code = code_of(found.change.digest), typed(told)
    if code is None:
        raise refuse("record.no_code", None, CANNOT_JUDGE, found=told, groups=GROUPS)
    if code != expected:
        raise refuse("record.code", None, REFUSED, found=code, expected=expected)


def _may_record(found: Opened, recorder: Person, signer: Person, offer: Offer) -> None:
    """What the gate will ask too, said before anybody signs."""
    if recorder.id == signer.id:
        raise refuse("record.same_person", None, REFUSED, person=recorder.name)
    if recorder.id in authors_of(found.policy, found.change):
        raise refuse("record.author", None, REFUSED, person=recorder.name)
    serving = in_office(found.policy.boards[offer.board].holders, day_of(found.now))
    if recorder.id not in map(holder_person, serving):
        raise refuse("record.no_office", None, REFUSED, person=recorder.name)


def _record(where: Place, found: Opened, recorder: Person, offer: Offer, args: Namespace, lang: str) -> None:
    digest = policy_digest(where.root, found.change.tip)
    key = key_of(where.root, args.key)
    before = earlier(where.root, found.change, offer, digest)
    if any(_owner(found, one) == recorder.id for one in before):
        raise refuse("record.again", None, REFUSED, person=recorder.name)
    scan = _scan(found, before, args, lang)
    answers = _answers(found, offer, before, args, lang) | {SCAN: scan.digest}
    made, then = ask_first(found, offer, key, answers, now(args.at), PAPER)
    confirm(found, offer, made, answers, args, lang, then)
    signature = signed(made.data, key, namespace_of(made.statement))
    keep(where.root, made, signature, recorder, {scan.ending: scan.data})
    send(where, found.change.id, lang)
    if not before:
        Progress(lang).tell(say("record.first"))


def _owner(found: Opened, one: Earlier) -> str:
    key = found.policy.keys.by_fingerprint(one.record.fingerprint)
    return key.person if key else ""


def _name(found: Opened, one: Earlier) -> str:
    person = found.policy.people.person(_owner(found, one))
    return person.name if person else "?"


def _scan(found: Opened, before: tuple[Earlier, ...], args: Namespace, lang: str) -> Scan:
    """The file given, or the one that the first recorder kept: both put their names to the same bytes."""
    given = scan_of(args.slip) if args.slip else None
    first = before[0] if before else None
    if first is None:
        if given is None:
            raise refuse("record.no_slip", None, CANNOT_JUDGE)
        return given
    ref = f"{DECISIONS}{found.change.id}"
    if given is not None and given.digest != first.scan.digest:
        raise refuse("record.other_scan", None, REFUSED, ref=ref, path=first.path)
    Progress(lang).tell(say("record.seen", first=_name(found, first), ref=ref, path=first.path))
    return first.scan


def _answers(found: Opened, offer: Offer, before: tuple[Earlier, ...], args: Namespace, lang: str) -> dict[str, str]:
    """What stands on the slip beside the box; the second recorder confirms what the first has typed."""
    if not before or args.reason or args.answer:
        return dict(answered(found, offer, args, lang))
    return {word: text for word, text in (before[0].record.answers or {}).items() if word != SCAN}
