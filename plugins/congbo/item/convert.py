"""Front-matter values by field type. A converter takes a node and returns a value or raises UnfitError."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

from congbo.dates import parse_date, parse_moment
from congbo.item.model import Image, Imported, Period, Value
from congbo.item.period import parse_period
from congbo.place import Place
from congbo.policy.content import Vocabulary
from congbo.strict import Mapping, Node, Scalar, Sequence


class UnfitError(Exception):
    """A value that its field type does not take; ``want`` names the locale key of what it takes."""

    def __init__(self, place: Place, want: str, shown: str = "", /, **params: object) -> None:
        super().__init__(want)
        self.place = place
        self.want = want
        self.shown = shown
        self.params = params


_TYPED = re.compile(r"null|~|true|false|[-+]?\d+|[-+]?\d+\.\d*|[-+]?\.\d+", re.IGNORECASE)
_URL = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?(?:/[^\s<>\"'`\\]*)?", re.IGNORECASE)
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(r"\+?[0-9x][0-9x .()/-]{5,29}(?: \(.{2,40}\))?")
_MONEY = re.compile(
    r"không|miễn phí|\d{1,3}(?:\.\d{3})*(?:,\d+)? (?:đồng|nghìn đồng|triệu đồng|tỷ đồng|USD|EUR)(?: .{1,200})?"
)
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{3})*(?:,\d+)?|-?\d+(?:,\d+)?")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")


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
    if node.plain and (not node.text or _TYPED.fullmatch(node.text) or parse_date(node.text)):
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


def choice(vocabulary: Vocabulary) -> Callable[[Node], str]:
    """Return a converter of a vocabulary's ids."""

    def convert(node: Node) -> str:
        found = node.text if isinstance(node, Scalar) else ""
        if vocabulary.get(found) is None:
            raise UnfitError(node.place, "want.choice", found, allowed=[term.id for term in vocabulary.terms])
        return found

    return convert


url = matching(_URL, "want.url")
email = matching(_EMAIL, "want.email")
phone = matching(_PHONE, "want.phone")
money = matching(_MONEY, "want.money")
number = matching(_NUMBER, "want.number")
file = matching(_FILE, "want.file")
identifier = matching(_ID, "want.id")
files = list_of(file)
identifiers = list_of(identifier)

CONVERTERS: dict[str, Callable[[Node], Value]] = {
    "text": text,
    "longtext": longtext,
    "texts": texts,
    "names": names,
    "date": day,
    "datetime": moment,
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
    "items": identifiers,
    "translation": identifier,
}


def _shown(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""
