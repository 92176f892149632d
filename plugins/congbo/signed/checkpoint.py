"""A checkpoint: the signed word of a person in office about how far the chain of receipts had come, and to which tip."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from congbo.place import Place
from congbo.signed.kinds import DIGEST, IDENT, MOMENT, NONCE, NUMBER, OBJECT, REF, REPOSITORY
from congbo.signed.lines import Form, Line

FORM = Form(
    "checkpoint",
    (
        Line("repository", REPOSITORY),
        Line("target", REF),
        Line("number", NUMBER),
        Line("receipt", DIGEST),
        Line("tip", OBJECT),
        Line("time", MOMENT),
        Line("person", IDENT),
        Line("role", IDENT),
        Line("nonce", NONCE),
    ),
)


@dataclass(frozen=True)
class Checkpoint:
    """What is attested: the receipt of that ``number`` has these bytes (``receipt``: SHA-256, 64 hex), and by it and all
    before it the target had come to the commit ``tip``. The time knows its zone."""

    repository: str
    target: str
    number: int
    receipt: str
    tip: str
    time: datetime
    person: str
    role: str
    nonce: str


def parse_checkpoint(data: bytes, place: Place | None = None) -> Checkpoint:
    """Return the checkpoint that the bytes are. Raises CongboError at the first line that is not exactly as written."""
    return Checkpoint(**FORM.read(data, place))


def written_checkpoint(checkpoint: Checkpoint) -> bytes:
    """Return the bytes to sign. Raises CongboError for what could not be read back as the same checkpoint."""
    return FORM.write(asdict(checkpoint))
