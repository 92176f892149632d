"""Front matter through python-frontmatter, with a handler of ours that reads strict YAML and keeps places."""

from __future__ import annotations

import re
from typing import Any

import frontmatter
from frontmatter.default_handlers import BaseHandler

from congbo.errors import refuse
from congbo.place import Place
from congbo.strict import Mapping, compose
from congbo.strict.bytes import decode

MAX_ITEM = 1_000_000  # bytes; a law of 800 articles has 700,000
MAX_FRONT_MATTER = 200_000  # characters
_BOUNDARY = re.compile(r"^---$", re.MULTILINE)
_CLOSING = re.compile(r"\n---(?:\n|\Z)")


class StrictHandler(BaseHandler):
    """Splits at lines that are exactly ``---`` and keeps the node tree that it read."""

    FM_BOUNDARY = _BOUNDARY
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path
        self.mapping: Mapping | None = None

    def load(self, fm: str) -> dict[str, Any]:
        """Read the text between the delimiters; it begins with the line end of the first delimiter."""
        self.mapping = compose(fm.removeprefix("\n"), self._path, first_line=2)
        return dict(self.mapping.nodes)


def split(data: bytes, path: str) -> tuple[Mapping, str, int]:
    """Return the front matter's nodes, the body, and the body's first line (from 1).

    Raises CongboError with the place of whatever two readers could read in two ways.
    """
    text = decode(data, path, MAX_ITEM)
    _refuse_delimiters(text, path)
    handler = StrictHandler(path)
    _, body = frontmatter.parse(text, handler=handler)
    if handler.mapping is None:
        raise refuse("front_matter.missing", Place(path, 1, 1))
    return handler.mapping, body, _line_of_body(text, body)


def body(data: bytes, path: str) -> str:
    """Return the body alone, of a file whose front matter was read before. Raises CongboError for bytes that are no text."""
    text = decode(data, path, MAX_ITEM)
    found = _CLOSING.search(text, 3)
    return text[found.end() :].strip() if found else ""


def _refuse_delimiters(text: str, path: str) -> None:
    if not text.startswith("---\n"):
        raise refuse("front_matter.missing", Place(path, 1, 1))
    end = text.find("\n---\n", 3)
    if end < 0 and text.endswith("\n---"):
        end = len(text) - 4
    if end < 0:
        raise refuse("front_matter.not_closed", Place(path, 1, 1))
    if end > MAX_FRONT_MATTER:
        raise refuse("front_matter.too_long", Place(path, 1, 1), limit=MAX_FRONT_MATTER)


def _line_of_body(text: str, body: str) -> int:
    closing = text.find("\n---", 3) + 4
    start = text.find(body, closing) if body else len(text)
    return text.count("\n", 0, start) + 1
