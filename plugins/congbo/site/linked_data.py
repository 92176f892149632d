"""What a page says of itself for machines, as JSON-LD: data beside the page, of the same facts, which no browser runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache

from markupsafe import Markup

from congbo.site.thing_parts import Thing
from congbo.site.things import things
from congbo.site.views import Link, PageFacts

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# What could end the element or begin another one, as JSON writes it otherwise.
_SAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def linked_data(page: PageFacts) -> Markup:
    """Return what a page is (schema.org), and where it stands, from the home page down to itself; "" if it says nothing."""
    graph = ",".join(_graph(page))
    return Markup(f'{{"@context":"https://schema.org","@graph":[{graph}]}}' if graph else "")  # noqa: S704  # see _safe


def _graph(page: PageFacts) -> Iterator[str]:
    """What the page stands below is written once for all that stand below it."""
    if page.crumbs:
        last = _step(len(page.crumbs) + 1, page.title, page.canonical)
        yield f"{_above(page.chrome.host, page.crumbs)},{_safe(last)}]}}"
    yield from (_safe(one) for one in things(page))


@lru_cache(maxsize=256)
def _above(host: str, crumbs: tuple[Link, ...]) -> str:
    steps = ",".join(_safe(_step(at, one.title, f"https://{host}/{one.url}")) for at, one in enumerate(crumbs, 1))
    return f'{{"@type":"BreadcrumbList","itemListElement":[{steps}'


def _step(at: int, name: str, url: str) -> Thing:
    return {"@type": "ListItem", "position": at, "name": name, "item": url}


def _safe(thing: Thing) -> str:
    """Write a thing so that nothing in it can end the element that it stands in."""
    text = _json(thing)
    for character, instead in _SAFE.items():
        text = text.replace(character, instead)
    return text
