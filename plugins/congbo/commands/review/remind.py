"""``congbo review remind``: one mail a day to whoever is awaited, through the relay of the office."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from urllib.parse import urlsplit

from congbo.clock import now
from congbo.commands.common import language_of, out, parser
from congbo.commands.review.asking import opened
from congbo.commands.review.changes import REMOTE, Place, asked, newest_heads, place, refreshed
from congbo.dates import day_of
from congbo.errors import CANNOT_JUDGE, CLEAN, REFUSED, refuse
from congbo.facts.pending import pending
from congbo.history.remote import setting
from congbo.locale import catalogue, sentence
from congbo.message import say
from congbo.review.mail import address_of, mail_of
from congbo.review.relay import Remembered, host_and_port, relay, sent
from congbo.review.reminders import Reminder, reminders

RELAY = "localhost:25"
SENDER = "congbo.sender"
SHOWN = ("From", "To", "Subject", "Message-ID")


def main(argv: Sequence[str]) -> int:
    """Send the mails that were not sent today and print to whom; 1 if the relay refused one."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("review.remind", lang)
    parse.add_argument("--relay", default=RELAY, metavar="HOST:PORT", help=words["review.option.relay"])
    parse.add_argument("--sender", default="", metavar="MAIL", help=words["review.option.sender"])
    parse.add_argument("--preview-base", default="", metavar="URL", help=words["review.option.preview"])
    parse.add_argument("--dry-run", action="store_true", help=words["review.option.dry_run"])
    parse.add_argument("--remote", default=REMOTE, metavar="NAME", help=words["review.option.remote"])
    parse.add_argument("--at", metavar="TIME", help=words["review.option.at"])
    args = parse.parse_args(argv)
    where = place(args.root, args.remote)
    sender, preview = _sender(where, args.sender), _preview(args.preview_base)
    host, port = host_and_port(args.relay)
    refreshed(where)
    memory = Remembered(where.root, day_of(now(args.at)))
    mails = [
        (one, mail_of(one, sender, preview, now(args.at), lang))
        for one in _every(where, args)
        if not memory.has(one.key)
    ]
    if args.dry_run or not mails:
        out(_shown(mails, lang))
        return CLEAN
    return _send(host, port, mails, memory, lang)


def _every(where: Place, args: Namespace) -> Iterator[Reminder]:
    for id_ in newest_heads(where.root):
        about = asked(where, id_)
        found = opened(about, now(args.at))
        if found.change.used:
            continue
        new = [item for path, item in found.change.after.items() if path not in found.change.before]
        clocks = pending(found.policy, about.tree(about.tip), new, day_of(found.now))
        yield from reminders(found.policy, found.change, found.aftermath, found.verdict, clocks, found.now)


def _send(host: str, port: int, mails: Sequence[tuple[Reminder, EmailMessage]], memory: Remembered, lang: str) -> int:
    refused = 0
    with relay(host, port) as connection:
        for one, mail in mails:
            if not memory.claim(one.key):
                continue
            why = sent(connection, mail)
            if why:
                memory.forget(one.key)
                refused += 1
            told = (
                say("remind.refused", to=mail["To"], why=why)
                if why
                else say("remind.sent", to=mail["To"], subject=mail["Subject"])
            )
            out(sentence(told, lang) + "\n")
    memory.clear()
    return REFUSED if refused else CLEAN


def _shown(mails: Sequence[tuple[Reminder, EmailMessage]], lang: str) -> str:
    if not mails:
        return sentence(say("remind.nothing"), lang) + "\n"
    return "\n".join(
        "".join(f"{name}: {mail[name]}\n" for name in SHOWN) + f"\n{mail.get_content()}" for _, mail in mails
    )


def _sender(where: Place, told: str) -> str:
    found = told or setting(where.root, SENDER)
    if not found:
        raise refuse("remind.no_sender", None, CANNOT_JUDGE)
    address_of(found)
    return found


def _preview(told: str) -> str:
    parts = urlsplit(told)
    if told and (
        parts.scheme not in ("http", "https") or not parts.hostname or parts.username or any(c.isspace() for c in told)
    ):
        raise refuse("remind.preview_base", None, CANNOT_JUDGE, address=told)
    return told
