"""Judges a whole repository with the help of what was found last time: work is proportional to the change (ADR 0009)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from congbo.checks.alone import Ground, Judged, judge_alone
from congbo.checks.judge import alone, around, concluded, nearby
from congbo.facts.corpus import Corpus
from congbo.finding import Finding
from congbo.store import State, Store, digest

KIND = "judged"


def survey(ground: Ground, store: Store, states: State, basis: str) -> tuple[Corpus, list[Finding]]:
    """Return the corpus, whose items have no bodies, and the findings about all of it.

    ``states`` are those of the content's files; ``basis`` names everything else that findings depend on (program, policies,
    today): what was found on another basis is not used.
    """
    judged = _judged(ground, store, states, basis)
    corpus = replace(
        ground.corpus([one.reading for one in judged.values() if one.reading], list(ground.files)),
        prints={page: one.prints for page, one in judged.items()},
    )
    about_items = [finding for one in judged.values() for finding in one.findings]
    return corpus, concluded(corpus, [*alone(ground.nowhere), *about_items, *around(corpus)])


def _judged(ground: Ground, store: Store, states: State, basis: str) -> Mapping[str, Judged]:
    pages = ("", *ground.pages)
    keys = {page: _key(ground, page, states, basis) for page in pages}
    kept = {page: one for page, (key, one) in store.all(KIND).items() if keys.get(page) == key and _leads(ground, one)}
    changed = [page for page in pages if page not in kept]
    gone = store.keys(KIND) - keys.keys()
    new: dict[str, Judged] = {}

    def rows() -> Iterator[tuple[str, tuple[str, Judged]]]:
        for page, one in judge_alone(ground, changed):
            new[page] = one
            yield page, (keys[page], one)

    if changed or gone:
        store.replace(KIND, rows(), gone)  # made ready one by one, while other processes judge the next
    return {page: kept.get(page) or new[page] for page in pages}


def _key(ground: Ground, page: str, states: State, basis: str) -> str:
    files = ground.files.get(page, ())
    return digest(basis, ground.history.files.get(page), [(path, states.get(path)) for path in (page, *files)])


def _leads(ground: Ground, one: Judged) -> bool:
    """Tell whether the links of an item still lead where they led: pages may have come and gone."""
    item = one.reading.item if one.reading else None
    known = ground.nowhere.addresses_of(item.portal) if item and one.links else frozenset()
    return all((target in known) == leads for target, leads in one.links)


def about(ground: Ground, pages: Sequence[str]) -> list[Finding]:
    """Return what is said of some items alone, and of them beside each other; nothing about what they are only a part of."""
    judged = [one for _, one in judge_alone(ground, pages)]
    corpus = ground.corpus([one.reading for one in judged if one.reading], pages)
    about_items = [finding for one in judged for finding in one.findings]
    return concluded(corpus, [*about_items, *nearby(corpus)])
