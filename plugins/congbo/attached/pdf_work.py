"""How much work the text of a PDF page is, told before it is done.

A page may call a drawing (a form) many times, which calls others: a few kilobytes that take for ever.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pypdf import PageObject
from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from congbo.attached import limits
from congbo.attached.notes import ExcessError
from congbo.text.regex import regex

_CALLED = regex(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")


@dataclass
class Work:
    """What the pages may still hold: bytes of instructions, and pieces of text that are placed one by one."""

    size: int = limits.CONTENT
    words: int = limits.WORDS
    _forms: dict[int, int] = field(default_factory=dict)

    def spend(self, page: PageObject, number: int) -> bool:
        """Count one page; tell whether it shows anything. Raises ExcessError when it is too much."""
        content = page.get_contents()
        data = b"" if content is None else content.get_data()
        words = self._words(data, value(page, "/Resources"))
        self.size -= len(data)
        self.words -= words
        if len(data) > limits.PAGE_CONTENT or words > limits.PAGE_WORDS or min(self.size, self.words) < 0:
            raise ExcessError(f"p. {number}")
        return bool(data)

    def _words(self, content: bytes, resources: object) -> int:
        own = content.count(b"Tj") + content.count(b"TJ")
        called = [name.decode("latin-1") for name in _CALLED.findall(content)]
        known = {name: self._form(name, resources) for name in set(called)}
        return own + len(called) + sum(known[name] for name in called)

    def _form(self, name: str, resources: object) -> int:
        """Return the work of a drawing; one that is within itself counts as none."""
        found = _drawing(name, resources)
        if found is None:
            return 0
        if id(found) not in self._forms:
            self._forms[id(found)] = 0
            self._forms[id(found)] = self._words(found.get_data(), value(found, "/Resources") or resources)
        return self._forms[id(found)]


def _drawing(name: str, resources: object) -> StreamObject | None:
    drawings = value(resources, "/XObject")
    found = value(drawings, f"/{name}")
    return found if isinstance(found, StreamObject) and str(value(found, "/Subtype")) == "/Form" else None


def value(found: object, key: str) -> PdfObject | None:
    """Return what stands under a key of a dictionary, wherever in the file it is written (``get`` does not look there)."""
    return found[key] if isinstance(found, DictionaryObject) and key in found else None
