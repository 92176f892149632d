"""Judges items by themselves, many at a time and in as many processes as there are processors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from typing import TypeVar

from msgspec import Struct

from congbo.checks.body import targets
from congbo.checks.judge import alone
from congbo.facts.corpus import Corpus, read_page
from congbo.finding import Finding, merged
from congbo.forked import in_batches
from congbo.frozen import replace
from congbo.history import History
from congbo.item import Reading
from congbo.policy import Policy
from congbo.text.shingles import prints
from congbo.tree import ReadOnce, Tree, make_ready

A_BATCH = 250
WORTH_PROCESSES = 2 * A_BATCH

R = TypeVar("R")


class Judged(Struct, frozen=True):
    """An item without its body, what is said of it and its files, where its links within the portal lead, and what its body
    shows of itself."""

    reading: Reading | None
    findings: tuple[Finding, ...]
    links: frozenset[str] = frozenset()
    prints: bytes = b""


class Ground(Struct, frozen=True, dict=True):
    """What every item is judged on. ``paths`` are the files of all of the content.

    Where they are those of a part of it, ``known_addresses`` says where links may lead (see ``Corpus``), and ``beside`` what
    was read of other items that these are about.
    """

    policy: Policy
    tree: Tree
    today: date
    history: History
    paths: tuple[str, ...]
    known_addresses: Mapping[str, Container[str]] | None = None
    beside: tuple[Reading, ...] = ()

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """Return the paths of the items."""
        return tuple(path for path in self.paths if path.endswith(".md"))

    @cached_property
    def known(self) -> frozenset[str]:
        """Return the paths of the items, to look one up."""
        return frozenset(self.pages)

    @cached_property
    def files(self) -> Mapping[str, tuple[str, ...]]:
        """Return the other files by the item that they belong to, whether it is there or not."""
        found: dict[str, list[str]] = defaultdict(list)
        for path in self.paths:
            if not path.endswith(".md"):
                found[page_of(path)].append(path)
        return {page: tuple(paths) for page, paths in found.items()}

    def of_page(self, page: str) -> tuple[str, ...]:
        """Return an item's own file, if it is there, and the files that belong to it."""
        return (*((page,) if page in self.known else ()), *self.files.get(page, ()))

    @cached_property
    def nowhere(self) -> Corpus:
        """Return the corpus of no item."""
        elsewhere = self.pages if self.known_addresses is None else ()
        known = self.known_addresses
        return Corpus(
            self.policy,
            (),
            frozenset(),
            self.today,
            self.tree,
            self.history,
            elsewhere=elsewhere,
            known_addresses=known,
        )

    def corpus(self, readings: Sequence[Reading], pages: Sequence[str]) -> Corpus:
        """Return the corpus of some items and of their files."""
        files = frozenset(file for page in pages for file in self.files.get(page, ()))
        return replace(self.nowhere, readings=tuple(readings), files=files)


def page_of(path: str) -> str:
    """Return the item that a file of the content is or belongs to, by their names: it need not be there."""
    return path if path.endswith(".md") else f"{path.rpartition('/')[0]}.md"


def judge_alone(ground: Ground, pages: Sequence[str]) -> Iterator[tuple[str, Judged]]:
    """Yield each page with what is said of it alone."""
    return judge_into(ground, pages, _as_it_is)


def judge_into(ground: Ground, pages: Sequence[str], form: Callable[[Judged], R]) -> Iterator[tuple[str, R]]:
    """Yield each page with what a function makes of what is said of it alone; it is called where the page is judged."""
    if len(pages) >= WORTH_PROCESSES:
        _ = (ground.files, ground.known, ground.nowhere.addresses_of(""))  # worked out once, before the processes part
    return in_batches(partial(_judge, ground, form), pages, A_BATCH, WORTH_PROCESSES)


def _as_it_is(judged: Judged) -> Judged:
    return judged


def _judge(ground: Ground, form: Callable[[Judged], R], pages: Sequence[str]) -> list[tuple[str, R]]:
    make_ready(ground.tree, [path for page in pages for path in ground.of_page(page)])
    tree = ReadOnce(ground.tree)
    readings = [read_page(tree, page, ground.policy) for page in pages if page in ground.known]
    corpus = replace(ground.corpus([*readings, *ground.beside], pages), tree=tree)
    said = _by_page(merged(list(alone(corpus))), ground, pages)
    by_path = {reading.path: reading for reading in readings}
    return [(page, form(_judged(by_path.get(page), said.get(page, ())))) for page in pages]


def _by_page(findings: Sequence[Finding], ground: Ground, pages: Sequence[str]) -> Mapping[str, Sequence[Finding]]:
    """Return the findings by the page that they belong to. One about something else is found without any item too."""
    owner = {file: page for page in pages for file in (page, *ground.files.get(page, ()))}
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.place.path in owner:
            found[owner[finding.place.path]].append(finding)
    return found


def _judged(reading: Reading | None, findings: Sequence[Finding]) -> Judged:
    if reading is None or reading.item is None:
        return Judged(reading, tuple(findings))
    bare = replace(reading, item=replace(reading.item, body=""))
    return Judged(bare, tuple(findings), targets(reading.item), prints(reading.item.body))
