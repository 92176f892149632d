"""Parts that many pages have alike, each filled once: the menu, the foot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any, Final

from markupsafe import Markup
from msgspec import Struct

SEEN: Final = ("root", "t")  # of the page that is being filled
HIDDEN: Final = ("page", "fact")
MOST: Final = 4_000  # parts that are kept at a time
ROWS: Final = 20_000  # and lines of lists: an item's stands in its month and in the year of each topic

# Fills a template with values, without the last line end.
Fill = Callable[[str, dict[str, Any]], str]


class Around(Struct, frozen=True):
    """What a line of lists sees of its page: what stands around it."""

    chrome: object


class Kept:
    """The function ``kept("base/menu.html", section="tin-tuc/")`` of templates.

    A part sees its page's chrome and root, and the words that it is given; a look at the page itself fails. So it is the same
    for all pages that agree in these, and rests on nothing but what each of them rests on by its chrome (ADR 20).
    """

    def __init__(self, filled: MutableMapping[str, Any], fill: Fill) -> None:
        self._filled = filled
        self._fill = fill
        self._parts: dict[tuple[Any, ...], tuple[object, Markup]] = {}
        self._rows: dict[tuple[Any, ...], tuple[object, Markup]] = {}

    def __call__(self, template: str, **words: str | bool) -> Markup:
        """Return a part as these words have it."""
        chrome = self._chrome
        key = (template, id(chrome), self._filled["root"], *words.items())
        known = self._parts.get(key)
        if known is None:
            if len(self._parts) >= MOST:
                self._parts.clear()
            # The chrome is kept too, so that no other one can have its number.
            known = self._parts[key] = (chrome, self._made(template, {"chrome": chrome, **words}))
        return known[1]

    def row(self, macro: Callable[..., Markup], one: object, *words: int) -> Markup:
        """Return a line of lists as its macro writes it: it says nothing of the page but where that lies.

        A macro is known by its code: two templates may have one of the same name.
        """
        code, chrome = macro._func.__code__, self._chrome  # type: ignore[attr-defined]
        key = (id(code), id(one), id(chrome), self._filled["root"], id(self._filled["t"]), *words)
        known = self._rows.get(key)
        if known is None:
            if len(self._rows) >= ROWS:
                self._rows.clear()
            with self._hidden(page=Around(chrome)):
                known = self._rows[key] = ((code, one, chrome, self._filled["t"]), macro(one, *words))
        return known[1]

    def _made(self, template: str, words: dict[str, Any]) -> Markup:
        with self._hidden():
            return Markup(self._fill(template, words | {name: self._filled[name] for name in SEEN}))  # noqa: S704

    @property
    def _chrome(self) -> object:
        return getattr(self._filled["page"], "chrome", None)

    @contextmanager
    def _hidden(self, **instead: object) -> Iterator[None]:
        """Let nothing be seen of the page that is being filled, but what is seen ``instead``: what is kept is that of all."""
        hidden = {name: self._filled.pop(name) for name in HIDDEN if name in self._filled}
        self._filled.update(instead)
        try:
            yield
        finally:
            self._filled.update(hidden)
