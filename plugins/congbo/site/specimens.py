"""Specimens of a page of components: what a template gives, as HTML to read and as a living part of another page."""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from itertools import count
from typing import Any, Final

from markupsafe import Markup
from msgspec import Struct

from congbo.site.views.components import Specimen

# Fills a template with values, without the last line end.
Fill = Callable[[str, dict[str, Any]], str]

_GOES: Final = re.compile(r"\s*<(script|template)\b[^>]*>.*?</\1>|<(?:source|track)\b[^>]*>", re.DOTALL)
_NAMED: Final = re.compile(r'\b(id|for|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"')
_ID: Final = re.compile(r'\bid="([^"]*)"')
_LABEL: Final = re.compile(r'\baria-label="([^"]*)"')
_LINK: Final = re.compile(r'\bhref="(?!mailto:|https:)([^"]*)"')
_PICTURE: Final = re.compile(r'(<img\b[^>]*?\bsrc)="[^"]*"')
_HEADING: Final = re.compile(r"<h([1-6])\b")
_LEVEL: Final = 4  # of the first headings of a specimen
_MAIN: Final = re.compile(r"<main\b[^>]*>\n?(.*)\n?</main>", re.DOTALL)


class Shown(Struct, frozen=True):
    """A specimen: as part of the page, and as text."""

    live: Markup
    code: str


class Specimens:
    """The function ``specimen(one)`` of templates: fills a template with the page of a sample instead of its own.

    Beside others on one page it must not take their names: ids and what speaks of them get the specimen's number, headings
    the level of what stands in a part, links lead to the specimen itself (what they would lead to is not here), scripts and
    what only scripts use go, and pictures are the portal's emblem. The text is what the template gave.
    """

    def __init__(self, filled: MutableMapping[str, Any], fill: Fill) -> None:
        self._filled = filled
        self._fill = fill

    def __call__(self, one: Specimen) -> Shown:
        """Return a specimen."""
        own = dict(self._filled)
        by_key = {fact.key: fact for fact in getattr(one.page, "facts", ())}
        try:
            values = {"root": own["root"], "t": own["t"], "page": one.page, "fact": by_key}
            self._filled.update(values)
            html = self._fill(one.template, values)
        finally:
            self._filled.update(own)
        code = _within(html).strip()
        picture = f"{own['root']}theme/img/emblem-{one.page.chrome.palette}.svg"
        return Shown(Markup(living(code, one.number, picture)), code)  # noqa: S704


def _within(html: str) -> str:
    """Of a whole page what stands in its main part."""
    found = _MAIN.search(html)
    return found[1] if found else html


def _offset(html: str) -> int:
    """By how much the headings of a specimen stand lower where they are shown than where the theme has them."""
    levels = [int(level) for level in _HEADING.findall(html)]
    return _LEVEL - min(levels) if levels else 0


def living(html: str, number: int, picture: str) -> str:
    """Return a specimen's HTML as a part of a page that has others beside it."""

    def named(found: re.Match[str]) -> str:
        return f'{found[1]}="{" ".join(f"{word}-m{number}" for word in found[2].split())}"'

    def link(found: re.Match[str]) -> str:
        return f'href="{found[1]}-m{number}"' if found[1].removeprefix("#") in own else f'href="#mau-{number}"'

    own = set(_ID.findall(html))
    html = _NAMED.sub(named, _GOES.sub("", html))
    counted = count(1)
    html = _LABEL.sub(lambda found: f'aria-label="{found[1]} ({number}.{next(counted)})"', html)
    html, lower = _LINK.sub(link, html), _offset(html)
    html = _HEADING.sub(lambda found: f'{found[0]} headingoffset="{lower}" aria-level="{int(found[1]) + lower}"', html)
    return _PICTURE.sub(lambda found: f'{found[1]}="{picture}"', html)
