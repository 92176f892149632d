"""What the gate is told about a change, and what it answers: frozen values without git, files or clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from congbo.history.model import Touched
from congbo.message import Message
from congbo.signed.statement import Statement

if TYPE_CHECKING:
    from congbo.item import Item
    from congbo.policy import Policy


class Authored(Struct, frozen=True):
    """One commit of a change: who wrote it and who committed it, by e-mail."""

    commit: str
    author: str
    committer: str


class Submission(Struct, frozen=True):
    """A pushed head: by whom (a person's id, "" if nobody is known), when it arrived, its digest of the change.

    ``number`` is that of its receipt, -1 without receipts.
    """

    head: str
    person: str
    time: datetime
    digest: str
    number: int = -1


class Record(Struct, frozen=True):
    """One statement file as it was found. ``statement`` is None where it cannot be read, and ``fault`` says why.

    ``fingerprint`` is that of the key whose signature is good over exactly these bytes; "" if the signature is not good.
    ``arrived`` is the server's word, None without one; ``number`` that of its receipt.
    ``answers`` are those of the file that the statement names by its digest; None if that file is absent or another one.
    ``scan`` is the digest of the scanned slip beside it, "" without one.
    """

    path: str
    statement: Statement | None
    fingerprint: str = ""
    answers: Mapping[str, str] | None = field(default_factory=dict)
    arrived: datetime | None = None
    number: int = -1
    fault: Message | None = None
    scan: str = ""


class Merge(Struct, frozen=True):
    """How a merge commit is built: its parents, and by which paths its tree differs from the merge worked out again.

    ``conflict``: the two parents cannot be merged without a hand. ``own`` are paths in the change's own folder that
    the merge adds and nothing else had; ``foreign`` every other difference. ``known`` are the stems of all records that the
    server holds of this change, None where there is no server's word.
    """

    parents: tuple[str, ...]
    conflict: bool = False
    own: frozenset[str] = frozenset()
    foreign: frozenset[str] = frozenset()
    known: frozenset[str] | None = None


class Change(Struct, frozen=True):
    """A change as git and the register know it; ``touched`` is what the merge into ``tip`` alters, own records left out.

    ``before`` and ``after``: the items of the touched paths, and those that touched files are attached to, by path, as the
    tip has them and as the change leaves them. ``digest`` is that of the head against its merge base, ``lands`` that of what
    the merge alters: they differ where the target has moved on the same paths. ``used``: a merge of this id is known.
    ``policies``: the digests of the policies that the target has had since the change's decisions were first signed.
    ``root``: the fingerprint of the sealed root key; ``recovered``: the target holds a recovery that it has signed already.
    """

    id: str
    repository: str
    target: str
    tip: str
    base: str
    head: str
    digest: str
    lands: str
    touched: tuple[Touched, ...]
    before: Mapping[str, Item]
    after: Mapping[str, Item]
    commits: tuple[Authored, ...]
    submissions: tuple[Submission, ...]
    records: tuple[Record, ...]
    merge: Merge | None = None
    used: bool = False
    policies: frozenset[str] = frozenset()
    root: str = ""
    recovered: bool = False


class Aftermath(Struct, frozen=True):
    """The policies as the change would leave them; None where it leaves them alone or (``fault``) they cannot be read."""

    policy: Policy | None = None
    fault: Message | None = None


class Missing(Struct, frozen=True):
    """A step that nobody has taken yet: of which board, by which roles, for which paths, and the clause that wants it."""

    board: str
    procedure: str
    step: str
    roles: tuple[str, ...]
    law: str
    paths: tuple[str, ...]
    since: datetime | None = None


class Refused(Struct, frozen=True):
    """A fault, with its stable code; ``law`` is the clause or house rule that speaks, "" where none does."""

    code: str
    message: Message
    law: str = ""
    path: str = ""


class Verdict(Struct, frozen=True):
    """The gate's word. ``granted`` only with nothing refused, and nothing missing but what follows an emergency."""

    verdict: Literal["granted", "missing", "refused"]
    code: str
    missing: tuple[Missing, ...] = ()
    refused: tuple[Refused, ...] = ()
    aside: tuple[Refused, ...] = ()
    taken: tuple[Taken, ...] = ()


class Taken(Struct, frozen=True):
    """A step that counts: who took it, in which role, when, and by which record ("" for a submission).

    ``recorders``: who recorded it, where it was signed on paper.
    """

    board: str
    procedure: str
    step: str
    role: str
    person: str
    time: datetime
    record: str = ""
    behalf: str = ""
    recorders: tuple[str, ...] = ()
