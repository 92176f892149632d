"""What an item has: its page, the notice where it stood, its earlier forms, its attachments, its pictures in sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from congbo.facts import addresses
from congbo.item import Item
from congbo.shelf import GONE, SHOWN, Row
from congbo.site import gone_facts
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.kind import Key, Kind
from congbo.site.pictures import sized_facts, sized_keys
from congbo.site.version_facts import earlier, version_facts
from congbo.site.views import FileFacts, SomeFacts


def _shown(index: Index, key: Key) -> bool:
    return index.shelf.state(key[0]) == SHOWN


def _gone(index: Index, key: Key) -> bool:
    return index.shelf.state(key[0]) == GONE


def _corrected(index: Index, key: Key) -> bool:
    return _shown(index, key) and bool(earlier(index, index.item(key[0])))


def _files(index: Index, row: Row) -> Iterator[Key]:
    item = index.corpus.by_path.get(row.path)
    return ((row.path, file.rpartition("/")[2]) for file in (index.corpus.attachments(item) if item else ()))


def _has_file(index: Index, key: Key) -> bool:
    path, name = key
    return _shown(index, key) and f"{path.removesuffix('.md')}/{name}" in index.corpus.attachments(index.item(path))


def _sizes(index: Index, row: Row) -> Iterator[Key]:
    item = index.corpus.by_path.get(row.path)
    names = (file.rpartition("/")[2] for file in (index.corpus.attachments(item) if item else ()))
    return sized_keys(index, item, names) if item else iter(())


def _has_size(index: Index, key: Key) -> bool:
    path, name, size = key
    return _has_file(index, (path, name)) and (path, name, size) in sized_keys(index, index.item(path), (name,))


def _of(facts: Callable[[Index, Item], SomeFacts]) -> Callable[..., SomeFacts]:
    return lambda index, path: facts(index, index.item(path))


def _file_facts(index: Index, path: str, name: str) -> FileFacts:
    item = index.item(path)
    return FileFacts(addresses.attachment(item, name), index.corpus.tree.read(f"{item.address.folder}/{name}"))


KINDS = (
    Kind("item", "item.html", _of(item_facts), stands=_shown, of_item=True, sourced=True),
    Kind("gone", "gone.html", _of(gone_facts.gone_facts), stands=_gone, of_item=True, sourced=True),
    Kind("versions", "versions.html", _of(version_facts), stands=_corrected, of_item=True, sourced=True),
    Kind("file", "", _file_facts, near=_files, stands=_has_file, of_item=True, sourced=True),
    Kind("sized", "", sized_facts, near=_sizes, stands=_has_size, of_item=True, sourced=True),
)
