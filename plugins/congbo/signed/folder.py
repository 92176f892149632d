"""Where signed records lie: ``policies/approvals/<yyyy>/<mm>/<change-id>/<board>--<step>--<person>--<8 hex>.<ending>``."""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

from congbo.dates import VIETNAM
from congbo.errors import refuse
from congbo.signed.kinds import change_id as checked_change_id
from congbo.signed.statement import Statement

APPROVALS = "policies/approvals"
# The statement, its signature, its answers, the raw review of a forge, the scan of a paper slip.
STATEMENT, SIGNATURE, ANSWERS, REVIEW = "stmt", "sig", "yml", "json"
# The step by which somebody publishes in an emergency, and the answer that says why.
EMERGENCY, REASON = "khan", "ly_do"
SCANS = ("pdf", "png", "jpg")
ENDINGS = (STATEMENT, SIGNATURE, ANSWERS, REVIEW, *SCANS)

_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST = 40
_ID = "[a-z0-9][a-z0-9_-]{0,59}"
_FILE = re.compile(
    rf"({APPROVALS}/([0-9]{{4}})/([0-9]{{2}})/([a-z0-9-]+))/({_ID}--{_ID}--{_ID}--[0-9a-f]{{8}})\.({'|'.join(ENDINGS)})"
)


def slug_of(branch: str) -> str:
    """Return a branch's name (without ``refs/heads/``) as it stands in the ids of its changes."""
    return _SLUG.sub("-", branch.casefold()).strip("-")[:_LONGEST].strip("-") or "x"


def is_emergency(path: str) -> bool:
    """Tell whether a path is that of a statement by which somebody published in an emergency."""
    return f"--{EMERGENCY}--" in path and path.endswith(f".{STATEMENT}")


class RecordFile(NamedTuple):
    """A file of a change's folder, taken apart."""

    folder: str
    change_id: str
    stem: str
    ending: str


def folder_of(change_id: str, issued: datetime) -> str:
    """Return the folder of a change: by the day in its id; for one of a forge by the month of its first statement."""
    if checked_change_id(change_id) is None:
        raise refuse("signed.not_a_change", None, value=change_id)
    dated = change_id[:6] if not change_id.startswith("gh-") else f"{issued.astimezone(VIETNAM):%Y%m}"
    return f"{APPROVALS}/{dated[:4]}/{dated[4:]}/{change_id}"


def stem_of(statement: Statement) -> str:
    """Return the name that all files of a statement share, without their endings."""
    return f"{statement.board}--{statement.step}--{statement.person}--{statement.nonce[:8]}"


def taken_apart(path: str) -> RecordFile | None:
    """Return what a path below the approvals says, or None for a file that does not belong there."""
    found = _FILE.fullmatch(path)
    if not found or checked_change_id(found[4]) is None:
        return None
    of_forge = found[4].startswith("gh-")
    dated = (found[4][:4], found[4][4:6]) == (found[2], found[3]) if not of_forge else "01" <= found[3] <= "12"
    return RecordFile(found[1], found[4], found[5], found[6]) if dated else None
