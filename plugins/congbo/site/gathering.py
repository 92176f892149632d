"""Items of components as rows of the main portal's edition: what is public on its network, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congbo.facts import showing
from congbo.facts.corpus import Corpus
from congbo.facts.gathering import components, offered
from congbo.item import Item
from congbo.shelf.base import Base
from congbo.shelf.gathered import GatheredRow, put_gathered
from congbo.shelf.row import stamp
from congbo.site.groups import group_of


def gather(base: Base, corpus: Corpus, portal: str, edition: str, items: Iterable[Item]) -> None:
    """Write the rows of some items of components of a portal; there must be none of them in the edition."""
    put_gathered(base, f"{portal}/{edition}", rows_of(corpus, portal, edition, items))


def rows_of(corpus: Corpus, portal: str, edition: str, items: Iterable[Item]) -> Iterator[GatheredRow]:
    """Yield the rows of those of some items that a component of the portal shows in its edition of the same name."""
    known = {one.id for one in components(corpus.policy, portal, edition)}
    for item in items:
        if item.portal in known and item.in_edition(edition) and showing.shows(corpus, item):
            part, posted = group_of(corpus.policy, item.section), stamp(showing.posted(corpus, item))
            yield GatheredRow(item.path, item.lang, part, posted, item.id, offered(item))
