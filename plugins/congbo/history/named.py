"""Names of revisions that can mean one thing only: whoever can push a tag ``main`` must not choose what ``main`` is."""

from __future__ import annotations

import re
from pathlib import Path

from congbo.errors import refuse
from congbo.history.running import git_text

_SAFE = re.compile(r"[0-9a-f]{7,64}|HEAD|refs/\S+")
_PATTERN = re.compile(r"[*?\[\\]")  # in no name of a ref, but with a meaning where refs are listed
_PLACES = ("refs/heads/", "refs/remotes/", "refs/tags/")


def full_name(root: Path, name: str) -> str:
    """Return the full name of a ref that was named in short; ids, HEAD and full names as they are.

    Suffixes such as ``~1`` stay. Raises CongboError for a name under which both a branch and a tag are known.
    """
    short = re.split(r"[~^]", name, maxsplit=1)[0]
    if _SAFE.fullmatch(short):
        return name
    known = _known(root, short)
    if len(known) > 1:
        raise refuse("history.ambiguous", name=short, places=[place + short for place in known])
    return f"{known[0]}{name}" if known else name


def _known(root: Path, short: str) -> list[str]:
    """Return the places in which there is a ref of that short name."""
    if _PATTERN.search(short):
        return []
    told = git_text(root, "for-each-ref", "--format=%(refname)", *(place + short for place in _PLACES)).split("\n")
    return [place for place in _PLACES if place + short in told]
