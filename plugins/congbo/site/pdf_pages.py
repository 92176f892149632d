"""How many pages a PDF file has, where it says so in the open: no library is loaded for one figure on a page."""

from __future__ import annotations

from typing import Final

from congbo.text.regex import regex

_PAGE: Final = regex(rb"/Type\s*/Page(?![A-Za-z])")
_COUNT: Final = regex(rb"/Count\s+(\d{1,6})")


def pages_of(data: bytes) -> int:
    """Return the number of pages: 0 where it is packed away, or where the tree of pages and the pages do not agree."""
    pages = len(_PAGE.findall(data))
    counts = [int(one) for one in _COUNT.findall(data)]
    return pages if pages and pages in counts and pages == max(counts) else 0
