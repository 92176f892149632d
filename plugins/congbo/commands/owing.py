"""What a run of the checks says of emergency publications whose other signatures are missing (CB-20)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from congbo.finding import Severity
from congbo.output.report import Note
from congbo.signed.folder import is_emergency

if TYPE_CHECKING:
    from congbo.commands.footing import Footing


def owed_notes(ground: Footing, at: datetime) -> Iterator[Note]:
    """Yield a warning for each; no file can mend it, so it is no finding about one."""
    if not any(map(is_emergency, ground.policies)):
        return
    from congbo.commands.review.asking import TARGET  # with the gate: hardly ever needed
    from congbo.commands.review.beside import owed_messages
    from congbo.register.owed import known_owed

    owed = known_owed(ground.top, TARGET, ground.commit, at)
    yield from (Note(message, Severity.WARNING) for _, message in owed_messages(owed, ground.policy, at))
