"""Lists of administrative units as texts: "Thành phố Móng Cái (8 phường, 9 xã): phường Trà Cổ, Ka Long; xã Hải Đông"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congbo.text.regex import regex

_LINE = regex(
    r"(?P<name>[^(:]+?)\s*(?:\((?P<count>[^)]*)\))?\s*(?::\s*(?P<rest>.*))?",
)


class Listed(Struct, frozen=True):
    """A unit as a line lists it: its name, what it counts, and its parts by kind (empty: none is said)."""

    name: str
    count: str = ""
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()


def listed(line: str) -> Listed:
    """Return the unit of a line; a line of another form is a name as a whole."""
    found = _LINE.fullmatch(line.strip())
    if not found:
        return Listed(line.strip())
    return Listed(found["name"], found["count"] or "", tuple(_parts(found["rest"] or "")))


def _parts(rest: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for group in rest.rstrip(" .").split(";"):
        names = [name.strip() for name in group.split(",")]
        kind, first = _kind(names[0])
        if kept := tuple(filter(None, (first, *names[1:]))):
            yield kind, kept


def _kind(name: str) -> tuple[str, str]:
    """Part a kind in small letters from the name after it: "thị trấn Ba Chẽ"."""
    words = name.split(" ")
    small = next((at for at, word in enumerate(words) if not word.islower()), len(words))
    return (" ".join(words[:small]), " ".join(words[small:])) if small < len(words) else ("", name)
