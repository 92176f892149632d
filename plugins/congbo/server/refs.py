"""What a client may do to which ref: pure, by full names. Whatever is not expressly allowed is refused."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from congbo.facts.gate.model import Refused
from congbo.message import say
from congbo.register.checkpoints import CHECKPOINTS
from congbo.register.known import DECISIONS

HEADS, TAGS = "refs/heads/", "refs/tags/"
Kind = Literal["target", "change", "decisions", "checkpoints"]

# A name of a branch that is nothing else as well: ASCII, no look-alike of another ref, a tag, a remote or an id.
_BRANCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9_+-]*(?:[./][A-Za-z0-9][A-Za-z0-9_+-]*)*")
_LONGEST = 120
_FIRST = frozenset({"refs", "heads", "tags", "remotes", "origin", "upstream", "congbo", "notes", "replace"})
_HEAD = re.compile(r"(?:[A-Z]+_)*HEAD", re.IGNORECASE)
_ID = re.compile(r"[0-9a-f]{7,64}")


@dataclass(frozen=True)
class Update:
    """One line of a push: ids before and after ("" for nothing) and the full name of the ref."""

    old: str
    new: str
    ref: str


@dataclass(frozen=True)
class Known:
    """What the server has before the push: its target, all its refs, and the changes that were submitted."""

    target: str
    refs: Mapping[str, str]
    changes: Collection[str]


def read_updates(lines: Sequence[str]) -> tuple[Update, ...]:
    """Return the updates that git tells a hook, one a line."""
    words = (line.rstrip("\n").split(" ", 2) for line in lines if line.strip())
    return tuple(Update(_id_or_nothing(old), _id_or_nothing(new), ref) for old, new, ref in words)


def _id_or_nothing(text: str) -> str:
    return text if text.strip("0") else ""


def kind_of(update: Update, target: str) -> Kind | None:
    """Return what an update is about, None for a ref that is not for clients."""
    if update.ref == target:
        return "target"
    if update.ref.startswith(HEADS):
        return "change"
    if update.ref == CHECKPOINTS:
        return "checkpoints"
    return "decisions" if update.ref.startswith(DECISIONS) else None


def refused_ref(update: Update, known: Known) -> Refused | None:
    """Return why an update cannot be let in, by its name and kind alone; None if it may be looked at further.

    That the new tip grows from the old one is for ``pre_receive``, which can ask git.
    """
    kind = kind_of(update, known.target)
    if not update.new:
        return refused("ref.delete", update.ref)
    if update.ref.startswith(TAGS):
        return refused("ref.tag", update.ref)
    if kind is None:
        return refused("ref.other", update.ref)
    if kind == "change" and (not is_branch_name(update.ref) or _twin(update.ref, known)):
        return refused("ref.name", update.ref)
    if kind == "decisions" and update.ref.removeprefix(DECISIONS) not in known.changes:
        return refused("decisions.unknown_change", update.ref)
    return None


def is_branch_name(ref: str) -> bool:
    """Tell whether the full name of a branch can be mistaken for nothing else."""
    name = ref.removeprefix(HEADS)
    first, *_, last = (*name.split("/"), *name.split("/")[-1:])
    return (
        bool(_BRANCH.fullmatch(name))
        and len(name) <= _LONGEST
        and first.casefold() not in _FIRST
        and not _HEAD.fullmatch(last)
        and not _ID.fullmatch(name)
        and not any(part.casefold().endswith(".lock") for part in name.split("/"))
    )


def _twin(ref: str, known: Known) -> bool:
    """Tell whether another ref has the same short name, or one that differs by capitals alone."""
    name = ref.removeprefix(HEADS).casefold()
    names = [one.removeprefix(HEADS) for one in (*known.refs, known.target) if one.startswith(HEADS) and one != ref]
    tags = [one.removeprefix(TAGS) for one in known.refs if one.startswith(TAGS)]
    return name in {one.casefold() for one in (*names, *tags)}


def refused(code: str, ref: str, **params: object) -> Refused:
    """Return a refusal of the server in words."""
    return Refused(code, say(f"server.{code}", ref=ref, **params), path=ref)
