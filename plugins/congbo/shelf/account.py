"""For what state the rows hold, and what differs from it now."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec import Struct

from congbo.facts.corpus import CONTENT
from congbo.shelf.base import Base

_PART = "\0"
_NAMES = ("code", "commit", "reading", "policy", "decisions", "theme", "wanted", "release")


class State(Struct, frozen=True):
    """What a build is a function of, by name: program, commit, what lay in the working folder beside it, policies, decisions
    made at once, theme, which editions were wanted; and the release that it made. ``reading``: the policies by which items
    are read."""

    code: str
    commit: str
    dirty: frozenset[str]
    reading: str
    policy: str
    decisions: str
    theme: str
    wanted: str
    release: str = ""

    def write(self, base: Base) -> None:
        """Note the state in the rows that hold for it."""
        for name in _NAMES:
            base.note(name, getattr(self, name))
        base.note("dirty", _PART.join(sorted(self.dirty)))

    @classmethod
    def read(cls, base: Base) -> State:
        """Return the state that the rows hold for."""
        dirty = frozenset(filter(None, base.noted("dirty").split(_PART)))
        return cls(dirty=dirty, **{name: base.noted(name) for name in _NAMES})


def unsettle(base: Base) -> None:
    """Let other processes read the rows as they are now; until they are settled again they are those of no release."""
    base.note("release", "")
    base.commit()


def pages_of(paths: Iterable[str]) -> frozenset[str]:
    """Return the items that some paths of the content are, or belong to."""
    content = (path for path in paths if path.startswith(f"{CONTENT}/"))
    return frozenset(path if path.endswith(".md") else f"{path.rpartition('/')[0]}.md" for path in content)


def portals_of(pages: Collection[str]) -> frozenset[str]:
    """Return the portals that some items belong to."""
    return frozenset(page.split("/")[1] for page in pages)
