"""The parts of what is searched, as a built edition has them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from congbo.errors import refuse
from congbo.facts import addresses
from congbo.place import Place

# Field -> how much a word in it weighs; ``text`` is joined to what the fields of the item's page say.
FIELDS = {"title": 6, "summary": 2, "text": 1}
_KEYS = ("id", "url", "title", "summary", "more", "text")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is searched of one item: its address and title, and its texts in the order of ``FIELDS``."""

    id: str
    url: str
    title: str
    texts: tuple[str, ...]


def entries(site: Path, lang: str) -> list[Entry]:
    """Return what is searched in a language of a built edition, the newest first.

    Raises CongboError if the folder is no edition that can be searched, or a part is not what a build writes.
    """
    if not (site / addresses.search("vi") / "index.html").is_file():
        raise refuse("search.no_site", Place(str(site)), folder=site)
    files = sorted((site / addresses.search_parts(lang)).glob("*.json"), reverse=True)
    return [entry for file in files for entry in _read(file)]


def _read(file: Path) -> list[Entry]:
    try:
        some = json.loads(file.read_text("utf-8"))
        if all(isinstance(one[key], str) for one in some for key in _KEYS):
            return [_entry(one) for one in some]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise refuse("search.bad_part", Place(str(file))) from error
    raise refuse("search.bad_part", Place(str(file)))


def _entry(one: Mapping[str, str]) -> Entry:
    name, url, title, summary, more, text = (one[key] for key in _KEYS)
    return Entry(name, url, title, (title, summary, f"{more} {text}"))
