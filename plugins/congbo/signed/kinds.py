"""The kinds of values that stand in signed records."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

from congbo.dates import EARLIEST, LATEST, parse_date
from congbo.message import say
from congbo.signed.lines import Kind
from congbo.ssh.public import decode_base64

_CHANGE = re.compile(r"([0-9]{8})-[a-z0-9-]{1,40}-[0-9a-f]{8}|gh-[1-9][0-9]{0,9}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
# git-check-ref-format(1), in ASCII and always in full: a short name may also be a tag's.
_REF = re.compile(r"refs/heads/[!-~]{1,200}")
_NO_REF = re.compile(r"\.\.|@\{|//|/\.|\.lock(?:/|$)|[~^:?*\[\\]|[/.]$")
_DIGEST = re.compile(r"sha256:([0-9a-f]{64})")

GITHUB = re.compile(r"github:[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}#([1-9][0-9]{0,9})/[1-9][0-9]{0,19}")


def _shaped(pattern: str) -> Callable[[str], str | None]:
    shape = re.compile(pattern)
    return lambda text: text if shape.fullmatch(text) else None


def word(*allowed: str) -> Kind:
    """Return the kind whose values are the given words."""
    return Kind(say("signed.form.word", allowed=allowed), lambda text: text if text in allowed else None)


def change_id(text: str) -> str | None:
    """Return the text if it is a change-id: ``<yyyymmdd>-<slug>-<8 hex>`` with a day that exists, or ``gh-<number>``."""
    found = _CHANGE.fullmatch(text)
    day = found and found[1]
    dated = not day or parse_date(f"{day[:4]}-{day[4:6]}-{day[6:]}")
    return text if found and dated else None


def _ref(text: str) -> str | None:
    return text if _REF.fullmatch(text) and not _NO_REF.search(text.removeprefix("refs/heads")) else None


def _digest(text: str) -> str | None:
    found = _DIGEST.fullmatch(text)
    return found[1] if found else None


def _fingerprint(text: str) -> str | None:
    kind, _, digest = text.partition(":")
    return text if kind == "SHA256" and len(digest) == 43 and decode_base64(f"{digest}=") else None


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text) if _MOMENT.fullmatch(text) else None
    except ValueError:
        return None
    return found if found and EARLIEST.year <= found.year <= LATEST.year else None


def _written_moment(moment: datetime) -> str:
    if moment.tzinfo is None:
        return moment.isoformat()  # refused by the reader: nobody knows whose time it is
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _source(text: str) -> str | None:
    return text if text in ("signed", "paper") or GITHUB.fullmatch(text) else None


def _roles(text: str) -> tuple[str, ...] | None:
    roles = tuple(text.split(","))
    ordered = all(IDENT.read(role) for role in roles) and list(roles) == sorted(set(roles))
    return roles if ordered else None


_YES = {"yes": True, "no": False}

REPOSITORY = Kind(say("signed.form.repository"), _shaped(r"[a-z0-9-]{8,64}"))
REF = Kind(say("signed.form.ref"), _ref)
CHANGE_ID = Kind(say("signed.form.change_id"), change_id)
OBJECT = Kind(say("signed.form.object"), _shaped(r"(?!0+$)(?:[0-9a-f]{40}|[0-9a-f]{64})"))
DIGEST = Kind(say("signed.form.digest"), _digest, "sha256:{}".format)
# Three ids, eight hexadecimal digits and an ending make a file name of at most 200 bytes.
IDENT = Kind(say("signed.form.ident"), _shaped(r"[a-z0-9][a-z0-9_-]{0,59}"))
MOMENT = Kind(say("signed.form.moment"), _moment, _written_moment)
NONCE = Kind(say("signed.form.nonce"), _shaped(r"[0-9a-f]{32}"))
SOURCE = Kind(say("signed.form.source"), _source)
FINGERPRINT = Kind(say("signed.form.fingerprint"), _fingerprint)
ROLES = Kind(say("signed.form.roles"), _roles, ",".join)
FLAG = Kind(say("signed.form.word", allowed=tuple(_YES)), _YES.get, lambda value: "yes" if value else "no")


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"0|[1-9][0-9]{0,8}", text) else None


NUMBER = Kind(say("signed.form.number"), _number)
