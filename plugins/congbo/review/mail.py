"""A reminder as a mail: plain text, one recipient, headers that no title can add to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from email.errors import MessageError
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from typing import Any

from congbo.errors import refuse
from congbo.locale import sentence
from congbo.message import Message, say
from congbo.review.reminders import Reminder
from congbo.text.visible import visible


class _Folding(EmailPolicy):
    """The library loses blanks where it breaks a subject between encoded words (Python 3.11); its older part does not."""

    def fold(self, name: str, value: Any) -> str:
        """Return a header with its line ends."""
        if name.lower() != "subject":
            return str(super().fold(name, value))
        words = Header(str(value), "utf-8", header_name=name).encode(linesep=self.linesep)
        return f"{name}: {words}{self.linesep}"

    def fold_binary(self, name: str, value: Any) -> bytes:
        """Return the same in bytes."""
        return (
            self.fold(name, value).encode("ascii")
            if name.lower() == "subject"
            else bytes(super().fold_binary(name, value))
        )


_POLICY = _Folding(linesep="\r\n")
SHORT = 60  # letters of a title in the subject
LISTED = 20  # titles in a mail


def mail_of(one: Reminder, sender: str, preview: str, now: datetime, lang: str) -> EmailMessage:
    """Return the mail. ``preview``: the address before a change's id, "" for none.

    Raises CongboError for an address that mail cannot carry.
    """
    made = EmailMessage(_POLICY)
    made["From"] = address_of(sender)
    made["To"] = address_of(one.person.emails[0])
    made["Subject"] = visible(sentence(_subject(one), lang))
    made["Date"] = format_datetime(now)
    made["Message-ID"] = f"<{one.key}@{sender.rpartition('@')[2]}>"
    made["Auto-Submitted"] = "auto-generated"
    made.set_content("\n".join(_lines(one, preview, lang)) + "\n", cte="base64")
    return made


def address_of(text: str) -> Address:
    """Return an address as the library holds it. Raises CongboError for one that is none, or not written in ASCII."""
    try:
        found = Address(addr_spec=text)
        text.encode("ascii")
    except (ValueError, IndexError, MessageError) as error:
        raise refuse("remind.address", None, address=visible(text)) from error
    if not found.username or not found.domain:
        raise refuse("remind.address", None, address=visible(text))
    return found


def _subject(one: Reminder) -> Message:
    if not one.titles:
        return say("remind.subject_plain", step=one.step, board=one.board)
    title = one.titles[0] if len(one.titles[0]) <= SHORT else one.titles[0][:SHORT].rstrip() + "…"
    return say("remind.subject", step=one.step, title=title)


def _lines(one: Reminder, preview: str, lang: str) -> Iterator[str]:
    def told(key: str, **params: object) -> str:
        return sentence(say(key, **params), lang)

    yield told("remind.hello", name=one.person.name)
    yield ""
    yield told("remind.returned" if one.returned else "remind.waits", step=one.step, board=one.board)
    yield from (f"- {visible(title)}" for title in one.titles[:LISTED])
    if len(one.titles) > LISTED:
        yield told("remind.more", count=len(one.titles) - LISTED)
    if one.hidden:
        yield told("remind.hidden", count=one.hidden)
    yield ""
    if one.since:
        yield told("remind.since", since=one.since)
    yield told("remind.law", citation=one.citation)
    if one.due:
        yield told("remind.due", due=one.due.due.last_day or one.due.due.due)
    yield ""
    yield told("remind.open", id=one.id) if one.id else told("remind.open_plain")
    if preview and one.id:
        yield told("remind.preview", address=f"{preview.rstrip('/')}/{one.id}/")
    yield ""
    yield told("remind.no_answer")
