"""The mail relay of the office, and what was sent through it today: nobody gets the same mail twice a day."""

from __future__ import annotations

import shutil
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from email.message import EmailMessage
from pathlib import Path

from congbo.errors import CANNOT_JUDGE, refuse
from congbo.place import Place

FOLDER = ".congbo/reminded"
SECONDS = 20


def host_and_port(text: str) -> tuple[str, int]:
    """Return the two parts of ``HOST:PORT`` (``[::1]:25``). Raises CongboError for another text."""
    host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not host or not port.isdecimal() or not 0 < int(port) < 65_536 or not host.isascii() or " " in host:
        raise refuse("remind.relay", None, relay=text)
    return host, int(port)


@contextmanager
def relay(host: str, port: int) -> Iterator[smtplib.SMTP]:
    """Give a connection to the relay. Raises CongboError if it does not answer."""
    try:
        connection = smtplib.SMTP(host, port, local_hostname="localhost", timeout=SECONDS)
    except (OSError, smtplib.SMTPException) as error:
        raise refuse("remind.no_relay", None, CANNOT_JUDGE, relay=f"{host}:{port}", detail=_said(error)) from error
    with connection:
        yield connection


def sent(connection: smtplib.SMTP, mail: EmailMessage) -> str:
    """Hand a mail over; return "" if the relay took it, else why not."""
    try:
        connection.send_message(mail)
    except (OSError, smtplib.SMTPException) as error:
        return _said(error) or type(error).__name__
    return ""


class Remembered:
    """The mails of a day, one empty file each: made before a mail goes out, so that two runs at once send it once."""

    def __init__(self, top: Path, day: date) -> None:
        self._folder = top / FOLDER / day.isoformat()
        self._day = day

    def has(self, key: str) -> bool:
        """Tell whether the mail went out today."""
        return (self._folder / key).exists()

    def claim(self, key: str) -> bool:
        """Note that a mail goes out now; False if somebody else has noted it. Raises CongboError if nothing can be noted."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / key).touch(exist_ok=False)
        except FileExistsError:
            return False
        except OSError as error:
            raise refuse("remind.no_memory", Place(str(self._folder)), detail=error) from error
        return True

    def forget(self, key: str) -> None:
        """Take back the note of a mail that did not go out."""
        (self._folder / key).unlink(missing_ok=True)

    def clear(self) -> None:
        """Throw away the notes of the days before."""
        for folder in self._folder.parent.glob("*"):
            if folder.name < self._day.isoformat():
                shutil.rmtree(folder, ignore_errors=True)


def _said(error: Exception) -> str:
    """Return what a relay said, on one line."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return " ".join(_reply(code, text) for code, text in error.recipients.values())
    if isinstance(error, smtplib.SMTPResponseException):
        return _reply(error.smtp_code, error.smtp_error)
    return " ".join(str(error).split())


def _reply(code: int, text: bytes | str) -> str:
    said = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return " ".join(f"{code} {said}".split())
