"""Sample items of the page of components, frozen with the program: what a portal publishes changes nothing of that page."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date
from functools import cache

from congbo.errors import refuse
from congbo.facts.corpus import CONTENT, load_corpus
from congbo.item import Item
from congbo.locale import samples
from congbo.place import Place
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.views import ItemFacts

# The day that the samples are seen on: one call is open then, one over, one to come.
DAY = date(2017, 10, 2)
YEAR = "2017"


class SampleTree:
    """The samples of some sections as the content of a portal; nothing of them is odd."""

    def __init__(self, portal: str, sections: Container[str]) -> None:
        known = {path: data for path, data in _samples().items() if path.partition("/")[0] in sections}
        self._files: Mapping[str, bytes] = {f"{CONTENT}/{portal}/{_dated(path)}": data for path, data in known.items()}

    def paths(self, folder: str) -> list[str]:
        """Return the files under ``folder``, sorted."""
        return sorted(path for path in self._files if path.startswith(f"{folder}/"))

    def read(self, path: str) -> bytes:
        """Return a file's bytes. Raises CongboError if there is no such file."""
        if path not in self._files:
            raise refuse("tree.unreadable", Place(path), detail="-")
        return self._files[path]

    def has(self, path: str) -> bool:
        """Tell whether the file exists."""
        return path in self._files

    def odd(self, folder: str) -> Mapping[str, str]:
        """Return nothing: all are plain files."""
        del folder
        return {}


def sampled(index: Index) -> Index:
    """Return the edition as if the samples were all of its content, on their day."""
    policy = index.corpus.policy
    corpus = load_corpus(SampleTree(index.portal.id, policy.sections), policy, DAY, only=[index.portal.id])
    return Index(corpus, index.portal, index.edition)


def by_name(index: Index) -> Mapping[str, ItemFacts]:
    """Return the pages of samples by their names: "tin-tuc/tin"."""
    return {name_of(item): item_facts(index, item) for item in index.items}


def name_of(item: Item) -> str:
    """Return the name of a sample."""
    return f"{item.section}/{item.address.slug}"


@cache
def _samples() -> Mapping[str, bytes]:
    return samples()


def _dated(path: str) -> str:
    """A sample's path in a portal: the year stands between its section and its name."""
    section, _, rest = path.partition("/")
    return f"{section}/{YEAR}/{rest}"
