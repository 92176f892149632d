"""Which item is meant: by its id, its file or its address; and where else it lies if not in the working folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from congbo.errors import CongboError
from congbo.facts.corpus import CONTENT
from congbo.history.running import git_text
from congbo.item.address import parse_address
from congbo.policy import Policy
from congbo.register.known import CHANGES
from congbo.text.regex import regex

_ID = regex(r"[A-Za-z0-9][A-Za-z0-9._-]{1,80}")
_MOST = 200  # of the branches and changes that are not merged, the newest
_PLACES = (CHANGES.rstrip("/"), "refs/heads", "refs/remotes")


@dataclass(frozen=True)
class Elsewhere:
    """A branch (its name) or a change (its id) that has the item while the working folder has not."""

    change: str
    branch: str


def path_of(top: Path, policy: Policy, word: str) -> str:
    """Return the path that an item has, or would have if it were there; "" for an id that nothing here has."""
    if "://" in word:
        return _of_address(policy, word)
    if word.endswith(".md") or "/" in word:
        return _of_file(top, word)
    return next(iter(_with_id(top, word)), "")


def elsewhere(top: Path, path: str, word: str) -> Elsewhere | None:
    """Return the newest branch or change, not merged yet, that has an item of this path or (no path) of this id."""
    heads = _heads(top)
    found = _holding(top, heads, path) if path else _naming(top, heads, word)
    name = next((name for head, name in heads if head in found), "")
    if not name:
        return None
    if name.startswith(CHANGES):
        return Elsewhere(name.removeprefix(CHANGES).rpartition("/")[0], "")
    return Elsewhere("", name.split("/", 2)[2])


def _of_address(policy: Policy, word: str) -> str:
    """An address on a portal's host, or below ``/<portal>/<edition>/`` as a preview shows it."""
    parts = urlsplit(word)
    steps = [unquote(step) for step in parts.path.split("/") if step and step != "index.html"]
    hosts = {
        host: one for one in policy.portals.values() for edition in one.editions.values() for host in edition.hosts
    }
    portal = hosts.get(parts.hostname or "")
    if portal is None and len(steps) > 1 and steps[1] in getattr(policy.portals.get(steps[0]), "editions", ()):
        portal, steps = policy.portals[steps[0]], steps[2:]
    if portal is None:
        return ""
    lang = steps.pop(0) if steps and steps[0] in portal.languages else ""
    return f"{CONTENT}/{portal.id}/{'/'.join(steps[:3])}{f'.{lang}' if lang else ''}.md"


def _of_file(top: Path, word: str) -> str:
    """A path from where the command runs, or from the repository's top; the item of a file beside it, too."""
    here = Path(word)
    full = here.resolve() if here.exists() else (top / word).resolve()
    path = full.relative_to(top.resolve()).as_posix() if full.is_relative_to(top.resolve()) else word
    if path.endswith(".md") or not parse_address(f"{path.rpartition('/')[0]}.md"):
        return path
    return f"{path.rpartition('/')[0]}.md"


def _with_id(top: Path, word: str) -> Iterator[str]:
    """The files of the working folder whose front matter has this id."""
    if not _ID.fullmatch(word):
        return
    told = git_text(top, "grep", "-lzF", "--untracked", "-e", f"id: {word}", "--", CONTENT, nothing=1)
    for path in filter(None, told.split("\0")):
        if path.endswith(".md") and _says(top / path, word):
            yield path


def _says(file: Path, word: str) -> bool:
    lines = file.read_text("utf-8", errors="replace").splitlines()
    return any(line.partition(":")[2].strip(" \"'") == word for line in lines[:80] if line.startswith("id:"))


def _heads(top: Path) -> list[tuple[str, str]]:
    """Commit and name of what is not merged yet, the newest first."""
    words = ("for-each-ref", "--no-merged=HEAD", "--sort=-creatordate", f"--count={_MOST}")
    try:
        told = git_text(top, *words, "--format=%(objectname) %(refname)", *_PLACES)
    except CongboError:  # no commit yet
        return []
    return [(head, name) for head, _, name in (line.partition(" ") for line in told.splitlines())]


def _holding(top: Path, heads: list[tuple[str, str]], path: str) -> set[str]:
    asked = "".join(f"{head}:{path}\n" for head, _ in heads).encode("utf-8", "surrogateescape")
    told = git_text(top, "cat-file", "--batch-check", given=asked).splitlines() if heads else []
    return {head for (head, _), line in zip(heads, told, strict=True) if " blob " in line}


def _naming(top: Path, heads: list[tuple[str, str]], word: str) -> set[str]:
    if not heads or not _ID.fullmatch(word):
        return set()
    commits = list(dict.fromkeys(head for head, _ in heads))
    told = git_text(top, "grep", "-lzF", "-e", f"id: {word}", *commits, "--", CONTENT, nothing=1)
    return {one.partition(":")[0] for one in told.split("\0") if one.endswith(".md")}
