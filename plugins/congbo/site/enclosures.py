"""The files of an item for whoever reads feeds: pictures and attachments, with their sizes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congbo.facts import addresses
from congbo.facts.media import type_of
from congbo.item import Image, Item
from congbo.site.index import Index
from congbo.site.views import Enclosure
from congbo.tree import make_ready

_KIND = "enclosures"


def enclosures(index: Index, item: Item) -> tuple[Enclosure, ...]:
    """Return the files that an item's fields name, each once, in the order of the fields: two feeds have them."""
    return index.once(_KIND, item.path, lambda: tuple(_enclosures(index, item)))


def make_sizes_ready(index: Index, items: Sequence[Item]) -> None:
    """Have the files of items read at once whose sizes are not known yet: of a commit each would cost a process of git."""
    unknown = (item for item in items if (_KIND, item.path) not in index.done)
    make_ready(index.corpus.tree, [_path(item, name) for item in unknown for name in _files(index, item)])


def _enclosures(index: Index, item: Item) -> Iterator[Enclosure]:
    for name, title in _files(index, item).items():
        size = len(index.corpus.tree.read(_path(item, name)))
        url = index.absolute(addresses.attachment(item, name))
        yield Enclosure(url, type_of(name).partition(";")[0], size, title)


def _files(index: Index, item: Item) -> dict[str, str]:
    """The names of the files, each with what it is called: a picture by what it shows, a file by its field."""
    found: dict[str, str] = {}
    for field_id, value in item.fields.items():
        field = index.corpus.policy.types.fields[field_id]
        if isinstance(value, Image):
            found.setdefault(value.file, value.alt)
        elif field.type in ("file", "files", "table"):
            for name in value if isinstance(value, tuple) else (str(value),):
                found.setdefault(name, field.name.in_(item.lang))
    return found


def _path(item: Item, name: str) -> str:
    return f"{item.address.folder}/{name}"
