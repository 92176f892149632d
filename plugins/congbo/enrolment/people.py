"""A person who is new to ``policies/keys/people.yml``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from congbo.strict.edit import edited, flow, quoted, row

HEAD = "format: 1\npeople: []\n"


def introduced(text: str, id_: str, name: str, emails: Sequence[str], logins: Sequence[str]) -> str:
    """Return the file with one person more, at the end of the list."""
    entry = {"id": id_, "name": quoted(name), "emails": row(list(emails))}
    if logins:
        entry["logins"] = row(list(logins))

    def edit(document: Any) -> None:
        if not document["people"]:
            document["people"] = []
        document["people"].append(flow(entry))

    return edited(text or HEAD, edit)
