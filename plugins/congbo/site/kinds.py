"""The kinds of outputs, written down: which there are, their keys, their facts, their template.

Both Pelican's run and the incremental build go through this table: a key in, facts out, bytes out (ADR 0003). A key is a
tuple of words, so that it can be kept from one build to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from congbo.facts import addresses
from congbo.item import Item
from congbo.shelf import GONE, SHOWN, Row
from congbo.site import change_facts, feed_facts, gone_facts, home_facts, section_facts
from congbo.site.book_facts import book_facts
from congbo.site.by_view import view_named
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.version_facts import earlier, version_facts
from congbo.site.views import FileFacts, SomeFacts

Key = tuple[str, ...]


@dataclass(frozen=True)
class Kind:
    """One kind of output: the facts of a key, and which keys there are.

    ``keys`` lists all of an edition, for kinds of which there are few. Of kinds of which there are as many as items,
    ``near`` lists the keys that may be there because of an item's row, and ``stands`` tells whether one is. ``of_item``: the
    key begins with the path of the item that the output belongs to; ``sourced``: that item is named as its source.
    """

    name: str
    template: str
    facts: Callable[..., SomeFacts]
    keys: Callable[[Index], Iterable[Key]] | None = None
    near: Callable[[Index, Row], Iterable[Key]] = lambda _, row: ((row.path,),)
    stands: Callable[[Index, Key], bool] = lambda _, __: False
    of_item: bool = False
    sourced: bool = False


def _once(_: Index) -> Iterator[Key]:
    yield ()


def _languages(index: Index) -> Iterator[Key]:
    return ((lang,) for lang in index.languages)


def _ruled_languages(index: Index) -> Iterator[Key]:
    return _languages(index) if index.regulation else iter(())


def _changed_languages(index: Index) -> Iterator[Key]:
    return _languages(index) if index.preview else iter(())


def _sections(index: Index) -> Iterator[tuple[str, str]]:
    return ((section, lang) for lang in index.languages for section in index.sections(lang))


def _months(index: Index) -> Iterator[Key]:
    for section, lang in _sections(index):
        if view_named(index.view_of(section)).by_month:
            for month in section_facts.months(index, section, lang):
                yield section, lang, month


def _feeds(index: Index) -> Iterator[Key]:
    if index.preview:
        return
    yield from ((lang, "") for lang in index.languages)
    yield from ((lang, section) for section, lang in _sections(index))


def _sitemaps(index: Index) -> Iterable[Key]:
    return () if index.preview else ((part,) for part in feed_facts.sitemap_parts(index))


def _shown(index: Index, key: Key) -> bool:
    return index.shelf.state(key[0]) == SHOWN


def _gone(index: Index, key: Key) -> bool:
    return index.shelf.state(key[0]) == GONE


def _corrected(index: Index, key: Key) -> bool:
    return _shown(index, key) and bool(earlier(index, index.item(key[0])))


def _claimed(_: Index, row: Row) -> Iterator[Key]:
    """The addresses whose redirects may turn on an item: those that it had, and its own."""
    return ((url,) for url in (*row.claims, row.url))


def _redirects(index: Index, key: Key) -> bool:
    return bool(index.shelf.answer("claimant", *key)) and not index.shelf.answer("at", *key)


def _files(index: Index, row: Row) -> Iterator[Key]:
    item = index.corpus.by_path.get(row.path)
    return ((row.path, file.rpartition("/")[2]) for file in (index.corpus.attachments(item) if item else ()))


def _has_file(index: Index, key: Key) -> bool:
    path, name = key
    return _shown(index, key) and f"{path.removesuffix('.md')}/{name}" in index.corpus.attachments(index.item(path))


def _of(facts: Callable[[Index, Item], SomeFacts]) -> Callable[..., SomeFacts]:
    return lambda index, path: facts(index, index.item(path))


def _file_facts(index: Index, path: str, name: str) -> FileFacts:
    item = index.item(path)
    return FileFacts(addresses.attachment(item, name), index.corpus.tree.read(f"{item.address.folder}/{name}"))


KINDS: tuple[Kind, ...] = (
    Kind("home", "home.html", home_facts.home_facts, keys=_languages),
    Kind("section", "section.html", section_facts.section_facts, keys=_sections),
    Kind("month", "month.html", section_facts.month_facts, keys=_months),
    Kind("item", "item.html", _of(item_facts), stands=_shown, of_item=True, sourced=True),
    Kind("gone", "gone.html", _of(gone_facts.gone_facts), stands=_gone, of_item=True, sourced=True),
    Kind("versions", "versions.html", _of(version_facts), stands=_corrected, of_item=True, sourced=True),
    Kind("changes", "changes.html", change_facts.change_facts, keys=_changed_languages),
    Kind("site_map", "sitemap.html", home_facts.site_map_facts, keys=_languages),
    Kind("book", "book.html", book_facts, keys=_ruled_languages),
    Kind("not_found", "not_found.html", home_facts.not_found_facts, keys=_once),
    Kind("redirect", "redirect.html", feed_facts.redirect_facts, near=_claimed, stands=_redirects),
    Kind("feed", "atom.xml", feed_facts.feed_facts, keys=_feeds),
    Kind("sitemap", "sitemap.xml", feed_facts.sitemap_facts, keys=_sitemaps),
    Kind("robots", "", feed_facts.robots_facts, keys=_once),
    Kind("file", "", _file_facts, near=_files, stands=_has_file, of_item=True, sourced=True),
)


BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}


def keys_of(kind: Kind, index: Index, rows: Iterable[Row]) -> Iterator[Key]:
    """Yield every key of a kind in an edition, which has these rows, each once."""
    if kind.keys is not None:
        yield from kind.keys(index)
        return
    near = dict.fromkeys(key for row in rows for key in kind.near(index, row))
    yield from (key for key in near if kind.stands(index, key))
