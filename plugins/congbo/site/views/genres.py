"""What items of a genre have of their own: a story in pictures, a film, a conversation."""

from __future__ import annotations

from dataclasses import dataclass

from congbo.site.views.parts import Picture


@dataclass(frozen=True, slots=True)
class Gallery:
    """A story that its pictures tell."""

    kind: str = "gallery"


@dataclass(frozen=True, slots=True)
class Film:
    """A film: its address and media type, what stands there until it runs, the address of what is said in it."""

    url: str
    media: str
    poster: Picture | None
    captions: str
    lang: str
    kind: str = "film"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A turn of a conversation: who speaks, whether it is who asks, the HTML of what is said."""

    who: str
    asks: bool
    html: str


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation, in parts: turns that follow each other, and what stands between them (one turn that nobody speaks)."""

    parts: tuple[tuple[Spoken, ...], ...]
    kind: str = "talk"
