"""What a person decided about a change, bound to its exact bytes: the statement that is signed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from congbo.errors import refuse
from congbo.place import Place
from congbo.signed.kinds import (
    CHANGE_ID,
    DIGEST,
    GITHUB,
    IDENT,
    MOMENT,
    NONCE,
    OBJECT,
    REF,
    REPOSITORY,
    SOURCE,
    word,
)
from congbo.signed.lines import Form, Line, optional

DECISIONS = ("approve", "return", "refuse")

FORM = Form(
    "statement",
    (
        Line("repository", REPOSITORY),
        Line("target", REF),
        Line("change-id", CHANGE_ID),
        Line("base", OBJECT),
        Line("head", OBJECT),
        Line("change", DIGEST),
        Line("policy", DIGEST),
        Line("board", IDENT),
        Line("procedure", IDENT),
        Line("step", IDENT),
        Line("role", IDENT),
        Line("person", IDENT),
        Line("behalf", optional(IDENT)),
        Line("decision", word(*DECISIONS)),
        Line("answers", optional(DIGEST)),
        Line("issued", MOMENT),
        Line("expires", MOMENT),
        Line("nonce", NONCE),
        Line("source", SOURCE),
    ),
)


@dataclass(frozen=True)
class Statement:
    """A decision. Digests are hexadecimal, "" stands for nothing, moments know their zone.

    ``base``: merge base of target and head when it was signed; ``change``: digest of what the change does; ``behalf``: the
    delegation, or the role that was acted for; ``answers``: digest of the file of answers; ``source``: signed, paper, or the
    review of a forge.

    ``policy``: digest of the policies that the target had when it was signed: the rules that the person had before them, for
    whoever asks in twenty years. It never lends those rules any force: what counts are the policies of the target's tip, by
    which every decision is judged anew. But they must have been the target's at some time since ``base``: a decision under
    rules that never were in force is forged (``record.policy``).
    """

    repository: str
    target: str
    change_id: str
    base: str
    head: str
    change: str
    policy: str
    board: str
    procedure: str
    step: str
    role: str
    person: str
    behalf: str
    decision: str
    answers: str
    issued: datetime
    expires: datetime
    nonce: str
    source: str


def parse_statement(data: bytes, place: Place | None = None) -> Statement:
    """Return the statement that the bytes are. Raises CongboError at the first line that is not exactly as written."""
    found = Statement(**FORM.read(data, place))
    _verify(found, place)
    return found


def written(statement: Statement) -> bytes:
    """Return the bytes to sign. Raises CongboError for what could not be read back as the same statement."""
    data = FORM.write(asdict(statement))
    _verify(statement, None)
    return data


def _verify(found: Statement, place: Place | None) -> None:
    if len(found.base) != len(found.head):
        raise refuse("signed.two_hashes", FORM.at("head", place))
    if found.expires <= found.issued:
        raise refuse("signed.expires", FORM.at("expires", place))
    review = GITHUB.fullmatch(found.source)
    if review and found.change_id != f"gh-{review[1]}":
        raise refuse(
            "signed.source_of_another", FORM.at("source", place), change=found.change_id, expected=f"gh-{review[1]}"
        )
