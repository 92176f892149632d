"""What no push may bring, whoever pushes: links, submodules, programs among the content, names that another system confuses.

How much a push may weigh is a setting of the repository (receive.maxInputSize).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from congbo.facts.gate.model import Refused
from congbo.history.commits import commit_id, commits_between
from congbo.history.digests import brought_paths
from congbo.history.model import ZERO, Touched
from congbo.history.running import git_text
from congbo.message import say

PLAIN, PROGRAM, LINK, SUBMODULE = "100644", "100755", "120000", "160000"
DATA = ("content/", "policies/")
LONGEST, DEEPEST = 200, 12
_AT_ONCE = 500  # names on one command line
# Files that change what git shows of others: they belong to the program, at the top, where they are approved as such.
OF_GIT = frozenset({".gitattributes", ".gitmodules"})
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|COM[1-9]|LPT[1-9])(?:\..*)?", re.IGNORECASE)
_UNFIT = re.compile(r'[<>:"\\|?*]|[ .]$|^ ')


def over_limits(root: Path, base: str, head: str) -> Iterator[Refused]:
    """Yield what the commits of a push bring that is never let in: of each commit, since all of them are kept.

    ``base``: the tip of the target, whose files were let in before.
    """
    touched: dict[str, Touched] = {}
    for one in brought_paths(root, commits_between(root, base, head)):
        if one.new_mode != ZERO:
            touched[one.path] = one
            yield from _faults(one)
    yield from _collisions(root, commit_id(root, head), touched)


def _faults(one: Touched) -> Iterator[Refused]:
    if one.new_mode == LINK:
        yield _refused("limit.link", one.path)
    elif one.new_mode == SUBMODULE:
        yield _refused("limit.submodule", one.path)
    elif one.new_mode != PLAIN and (one.new_mode != PROGRAM or one.path.startswith(DATA)):
        yield _refused("limit.mode", one.path, mode=one.new_mode)
    if not _is_fit(one.path):
        yield _refused("limit.name", one.path)
    folder, _, name = one.path.rpartition("/")
    if folder and name.casefold() in OF_GIT:
        yield _refused("limit.git_file", one.path)


def _is_fit(path: str) -> bool:
    parts = path.split("/")
    return (
        len(parts) <= DEEPEST
        and unicodedata.is_normalized("NFC", path)
        and not any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") for sign in path)
        and all(
            len(part.encode("utf-8", "surrogateescape")) <= LONGEST
            and not _RESERVED.fullmatch(part)
            and not _UNFIT.search(part)
            for part in parts
        )
    )


def _collisions(root: Path, head: str, touched: Iterable[str]) -> Iterator[Refused]:
    """Two names that are one on a disk without capitals; a folder's name counts like a file's."""
    brought = {folder for path in touched for folder in _with_folders(path)}
    first: dict[str, str] = {}
    for name in sorted(_beside(root, head, brought)):
        other = first.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
        if other != name and (name in brought or other in brought):
            yield _refused("limit.collision", name, other=other)


def _beside(root: Path, head: str, names: Iterable[str]) -> set[str]:
    """Return the names right in the folders that some names lie in, and these folders: no others can be taken for them."""
    folders = sorted({name.rpartition("/")[0] for name in names})
    found = set(_listed(root, head)) if "" in folders else set()
    inside = [f"{folder}/" for folder in folders if folder]
    for first in range(0, len(inside), _AT_ONCE):
        found.update(_listed(root, head, *inside[first : first + _AT_ONCE]))
    return {folder for name in found for folder in _with_folders(name)}


def _listed(root: Path, head: str, *folders: str) -> list[str]:
    words = ("--literal-pathspecs", "ls-tree", "-z", "--name-only", "--full-tree", head)
    return [name for name in git_text(root, *words, *(["--", *folders] if folders else [])).split("\0") if name]


def _with_folders(path: str) -> Iterator[str]:
    parts = path.split("/")
    return ("/".join(parts[:depth]) for depth in range(1, len(parts) + 1))


def _refused(code: str, path: str, **params: object) -> Refused:
    return Refused(code, say(f"server.{code}", path=path, **params), path=path)
