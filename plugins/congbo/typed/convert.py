"""Values by field type, for content and records alike. A converter takes a node and returns a value or raises UnfitError."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date, datetime

from congbo.dates import parse_date, parse_moment
from congbo.strict import Mapping, Node, Scalar, Sequence
from congbo.typed import shapes
from congbo.typed.period import parse_period
from congbo.typed.unfit import UnfitError
from congbo.typed.values import Image, Imported, Period, Scope, Value


def text(node: Node) -> str:
    """Take one line of text; what YAML could read as a number, flag or nothing must stand in quotes."""
    found = longtext(node)
    if "\n" in found:
        raise UnfitError(node.place, "want.one_line")
    return found


def longtext(node: Node) -> str:
    """Take text of any length."""
    if not isinstance(node, Scalar):
        raise UnfitError(node.place, "want.text")
    if node.plain and (not node.text or shapes.TYPED.fullmatch(node.text) or parse_date(node.text)):
        raise UnfitError(node.place, "want.quotes" if node.text else "want.not_empty", node.text)
    if not node.text.strip():
        raise UnfitError(node.place, "want.not_empty")
    return node.text.strip()


def texts(node: Node) -> tuple[str, ...]:
    """Take a list of texts that is not empty; its lines keep their indent."""
    if not isinstance(node, Sequence) or not node.nodes:
        raise UnfitError(node.place, "want.list")
    return tuple(_line(child) for child in node.nodes)


def _line(node: Node) -> str:
    text(node)
    return node.text.rstrip() if isinstance(node, Scalar) else ""


def names(node: Node) -> tuple[str, ...]:
    """Take one name or a list of names."""
    return (text(node),) if isinstance(node, Scalar) else texts(node)


def flag(node: Node) -> bool:
    """Take true or false, not in quotes."""
    if not isinstance(node, Scalar) or not node.plain or node.text not in ("true", "false"):
        raise UnfitError(node.place, "want.flag", _shown(node))
    return node.text == "true"


def day(node: Node) -> date:
    """Take an ISO date."""
    found = parse_date(node.text) if isinstance(node, Scalar) else None
    if found is None:
        raise UnfitError(node.place, "want.date", _shown(node))
    return found


def moment(node: Node) -> datetime:
    """Take an ISO date-time with its offset (+07:00); a bare date counts as 00:00 in Vietnam."""
    found = parse_moment(node.text) if isinstance(node, Scalar) else None
    if found is None:
        raise UnfitError(node.place, "want.moment", _shown(node))
    return found


def moment_or_day(node: Node) -> datetime | date:
    """Take an ISO date-time; a bare date stays a date, because nobody said at what time."""
    bare = parse_date(node.text) if isinstance(node, Scalar) else None
    return moment(node) if bare is None else bare


def period(node: Node) -> Period:
    """Take a year, quarter, half-year, month, nine months, or a span."""
    found = parse_period(node.text) if isinstance(node, Scalar) else None
    if found is None:
        raise UnfitError(node.place, "want.period", _shown(node))
    return found


def image(node: Node) -> Image:
    """Take ``{file, alt}``; a picture without words is not taken."""
    if not isinstance(node, Mapping) or set(node.nodes) != {"file", "alt"}:
        raise UnfitError(node.place, "want.image", _shown(node))
    return Image(file(node.nodes["file"]), text(node.nodes["alt"]))


def imported(node: Node) -> Imported:
    """Take ``{published, source}``."""
    if not isinstance(node, Mapping) or set(node.nodes) != {"published", "source"}:
        raise UnfitError(node.place, "want.imported", _shown(node))
    return Imported(moment(node.nodes["published"]), text(node.nodes["source"]))


def scope(node: Node) -> Scope:
    """Take ``{portal|unit|item|file: ..., sha256, from, until}``: one target; the bytes of a file, the term of all else."""
    nodes = node.nodes if isinstance(node, Mapping) else {}
    kinds = [key for key in nodes if key in shapes.TARGETS]
    wanted = {"sha256"} if kinds == ["file"] else {"from", "until"}
    if len(kinds) != 1 or not wanted <= nodes.keys() or not nodes.keys() <= {*kinds, *wanted, "from", "until"}:
        raise UnfitError(node.place, "want.scope", _shown(node))
    term = {key: day(nodes[key]) for key in ("from", "until") if key in nodes}
    sha256 = matching(shapes.SHA256, "want.sha256")(nodes["sha256"]) if "sha256" in nodes else ""
    return Scope(kinds[0], text(nodes[kinds[0]]), term.get("from"), term.get("until"), sha256)


def matching(pattern: re.Pattern[str], want: str) -> Callable[[Node], str]:
    """Return a converter of texts that match a pattern as a whole."""

    def convert(node: Node) -> str:
        found = text(node)
        if not pattern.fullmatch(found):
            raise UnfitError(node.place, want, found)
        return found

    return convert


def list_of(convert: Callable[[Node], str]) -> Callable[[Node], tuple[str, ...]]:
    """Return a converter of lists that are not empty."""

    def converted(node: Node) -> tuple[str, ...]:
        if not isinstance(node, Sequence) or not node.nodes:
            raise UnfitError(node.place, "want.list")
        return tuple(convert(child) for child in node.nodes)

    return converted


def choice(allowed: Collection[str]) -> Callable[[Node], str]:
    """Return a converter of a vocabulary's ids."""

    def convert(node: Node) -> str:
        found = node.text if isinstance(node, Scalar) else ""
        if found not in allowed:
            raise UnfitError(node.place, "want.choice", found, allowed=list(allowed))
        return found

    return convert


url = matching(shapes.URL, "want.url")
email = matching(shapes.EMAIL, "want.email")
phone = matching(shapes.PHONE, "want.phone")
money = matching(shapes.MONEY, "want.money")
number = matching(shapes.NUMBER, "want.number")
file = matching(shapes.FILE, "want.file")
identifier = matching(shapes.ID, "want.id")
files = list_of(file)
identifiers = list_of(identifier)

CONVERTERS: dict[str, Callable[[Node], Value]] = {
    "text": text,
    "longtext": longtext,
    "texts": texts,
    "names": names,
    "date": day,
    "datetime": moment_or_day,
    "period": period,
    "number": number,
    "money": money,
    "flag": flag,
    "unit": identifier,
    "units": identifiers,
    "holder": identifier,
    "phone": phone,
    "email": email,
    "url": url,
    "file": file,
    "files": files,
    "image": image,
    "table": file,
    "document_number": text,
    "document_numbers": list_of(text),
    "item": identifier,
    "items": identifiers,
    "translation": identifier,
    "holders": identifiers,
    "role": identifier,
    "roles": identifiers,
    "clause": text,
    "portal": identifier,
    "scope": scope,
}


def _shown(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""
