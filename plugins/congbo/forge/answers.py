"""Values out of a forge's JSON: what is not as it should be is refused, with its path, and never guessed."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import datetime

from congbo.dates import parse_moment
from congbo.errors import CongboError, refuse

_FRACTION = re.compile(r"(?<=:[0-9]{2})\.[0-9]+(?=Z$|[+-])")
_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def at(document: object, *path: str) -> object:
    """Return the value below some keys, None where one of them is not there."""
    for key in path:
        document = document.get(key) if isinstance(document, dict) else None
    return document


def number(document: object, *path: str) -> int:
    """Return a whole number from 1. Raises CongboError for anything else."""
    found = at(document, *path)
    if isinstance(found, bool) or not isinstance(found, int) or found < 1:
        raise _odd(path)
    return found


def text(document: object, *path: str) -> str:
    """Return a text, "" where there is none (null). Raises CongboError for anything else."""
    found = at(document, *path)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise _odd(path)
    return unicodedata.normalize("NFC", found).replace("\r\n", "\n")


def commit(document: object, *path: str) -> str:
    """Return the id of a commit. Raises CongboError for anything else."""
    found = text(document, *path)
    if not _ID.fullmatch(found):
        raise _odd(path)
    return found


def moment(document: object, *path: str) -> datetime:
    """Return a moment, to the second. Raises CongboError for a text that is none."""
    found = parse_moment(_FRACTION.sub("", text(document, *path)))
    if found is None:
        raise _odd(path)
    return found


def account(forge: str, document: object, *path: str) -> str:
    """Return ``<forge>:<number>`` of an account, "" for one that is gone (null)."""
    return f"{forge}:{number(document, *path, 'id')}" if at(document, *path) is not None else ""


def raw(document: object) -> bytes:
    """Return a document as bytes that are the same whenever the forge tells the same."""
    return (json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode(
        "utf-8", "backslashreplace"
    )


def _odd(path: tuple[str, ...]) -> CongboError:
    return refuse("forge.answer", None, path=".".join(path), detail="?")
