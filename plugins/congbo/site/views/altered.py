"""What a change alters, as a preview lists it."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.views.parts import Link
from congbo.text.compared import Row


class Altered(Struct, frozen=True):
    """One file of a change as a preview lists it: what happens to it, its page (none if it has none), and each part."""

    title: str
    path: str
    done: str
    done_text: str
    state: str
    link: Link | None
    parts: tuple[AlteredPart, ...] = ()


class AlteredPart(Struct, frozen=True):
    """A labelled part of an item, paragraph by paragraph, before and after."""

    label: str
    rows: tuple[Row, ...]
