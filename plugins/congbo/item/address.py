"""The path is the address: portal, section, year, slug and language of a content file."""

from __future__ import annotations

from congbo.item.model import Address
from congbo.text.regex import regex

_PATH = regex(
    r"content/(?P<portal>[a-z0-9-]+)/(?P<section>[a-z0-9-]+)/(?P<year>(?:19|20|21)\d\d)/"
    r"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?P<lang>en|zh))?\.md"
)
MAX_SLUG = 100


def parse_address(path: str) -> Address | None:
    """Return what the path says, or None if it has another shape."""
    found = _PATH.fullmatch(path)
    if not found or len(found["slug"]) > MAX_SLUG:
        return None
    return Address(path, found["portal"], found["section"], int(found["year"]), found["slug"], found["lang"] or "vi")
