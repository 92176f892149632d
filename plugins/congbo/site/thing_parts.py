"""What things are said of by: their fields, their owner, their files, in the words of schema.org."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from congbo.facts.media import type_of
from congbo.site.views import Chrome, Fact, File, ItemFacts, Picture
from congbo.site.views.genres import Film

Thing = Mapping[str, Any]

_OWNER: Final = "#co-quan"


class Said:
    """The fields of an item, in words and for machines; empty where the page does not show them."""

    def __init__(self, page: ItemFacts) -> None:
        self._facts: dict[str, Fact] = {one.key: one for one in (*page.facts, *page.byline)}

    def text(self, *keys: str) -> str:
        """Return the first of these fields that is there, in words."""
        return next((self._facts[key].value for key in keys if key in self._facts), "")

    def iso(self, key: str) -> str:
        """Return a field for machines."""
        found = self._facts.get(key)
        return found.iso if found else ""

    def url(self, key: str) -> str:
        """Return the address that a field leads to."""
        found = self._facts.get(key)
        return found.url if found else ""


def some(kind: str, **properties: object) -> dict[str, Any]:
    """Return a thing of these properties, without the empty ones."""
    return {"@type": kind, **{name: value for name, value in properties.items() if value not in ("", None, (), [])}}


def owner_id(chrome: Chrome) -> str:
    """Return by which name data speak of the portal's owner."""
    return f"https://{chrome.host}/{_OWNER}"


def owner_of(chrome: Chrome) -> dict[str, Any]:
    """Return the portal's owner."""
    return {"@type": "GovernmentOrganization", "@id": owner_id(chrome), "name": chrome.owner}


def about(page: ItemFacts) -> dict[str, Any]:
    """What is said of every item: its address, its words, its days."""
    return {
        "url": page.canonical,
        "description": page.summary,
        "inLanguage": page.chrome.lang,
        "datePublished": page.posted.iso if page.posted else "",
        "dateModified": page.updated.iso if page.updated else "",
        "image": image_of(page.chrome, page.picture),
        "keywords": list(page.tags),
        "publisher": owner_of(page.chrome),
    }


def image_of(chrome: Chrome, one: Picture | None) -> Thing | None:
    """Return a picture, with its words."""
    if one is None:
        return None
    return some(
        "ImageObject", url=f"https://{chrome.host}/{one.url}", caption=one.caption or one.alt, width=one.width or "",
        height=one.height or "", creditText=one.credit,
    )  # fmt: skip


def files_of(page: ItemFacts, kind: str) -> list[Thing]:
    """Return the files of an item, as things of a kind."""
    return [_file(page.chrome, kind, one) for one in page.files]


def _file(chrome: Chrome, kind: str, one: File) -> Thing:
    return some(
        kind, name=one.title or one.name, contentUrl=f"https://{chrome.host}/{one.url}", contentSize=f"{one.bytes} B",
        encodingFormat=type_of(one.name).partition(";")[0],
    )  # fmt: skip


def film_of(page: ItemFacts, said: Said) -> Thing | None:
    """Return the film of an item that is one."""
    film = page.own
    if not isinstance(film, Film):
        return None
    at = f"https://{page.chrome.host}/"
    shown = film.poster and (film.poster.plain or film.poster)
    return some(
        "VideoObject", name=page.title, description=page.summary, uploadDate=page.posted.iso if page.posted else "",
        contentUrl=f"{at}{film.url}", encodingFormat=film.media, thumbnailUrl=f"{at}{shown.url}" if shown else "",
        transcript=said.text("loi_phim"),
    )  # fmt: skip
