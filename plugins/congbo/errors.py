"""The one exception for what a person can mend, and the exit codes of every command."""

from __future__ import annotations

from congbo.message import Message, say
from congbo.place import Place

CLEAN = 0
REFUSED = 1
CANNOT_JUDGE = 2
BUG = 3


class CongboError(Exception):
    """Something a person can mend: a message, where it is, and the exit code that it deserves."""

    def __init__(self, message: Message, place: Place | None = None, code: int = CANNOT_JUDGE) -> None:
        super().__init__(message.key)
        self.message = message
        self.place = place
        self.code = code

    def __reduce__(self) -> tuple[type[CongboError], tuple[Message, Place | None, int]]:
        """Let the error travel from a process to another: an exception is made anew from what it was made of."""
        return CongboError, (self.message, self.place, self.code)


def refuse(key: str, place: Place | None = None, code: int = CANNOT_JUDGE, /, **params: object) -> CongboError:
    """Return the error whose sentence is the locale key ``key``."""
    return CongboError(say(key, **params), place, code)


def refuse_unlisted(error: OSError, path: str) -> None:
    """Raise CongboError for a folder that is there and cannot be looked into: it must not pass for one that is empty."""
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        raise refuse("tree.unlisted", Place(path), detail=error) from error
