"""What items of a genre have of their own: a story in pictures, a film, a conversation."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.views.parts import Picture


class Gallery(Struct, frozen=True):
    """A story that its pictures tell."""

    kind: str = "gallery"


class Film(Struct, frozen=True):
    """A film: its address and media type, what stands there until it runs, the address of what is said in it."""

    url: str
    media: str
    poster: Picture | None
    captions: str
    lang: str
    kind: str = "film"


class Spoken(Struct, frozen=True):
    """A turn of a conversation: who speaks, whether it is who asks, the HTML of what is said."""

    who: str
    asks: bool
    html: str


class Talk(Struct, frozen=True):
    """A conversation, in parts: turns that follow each other, and what stands between them (one turn that nobody speaks)."""

    parts: tuple[tuple[Spoken, ...], ...]
    kind: str = "talk"
