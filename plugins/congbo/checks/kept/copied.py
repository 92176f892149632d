"""What is said of passages that items have in common: of an item again only if it, or the oldest with a passage, changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from congbo.checks.kept.prints import Held
from congbo.checks.kept.scene import Scene
from congbo.checks.kept.tables import Tables
from congbo.facts.corpus import Corpus
from congbo.finding import Finding
from congbo.text.shingles import printed

_AT_ONCE = 500  # pages that are compared at a time with those that they may have copied

_Oldest = Mapping[tuple[int, str], tuple[int, str]]  # print and language -> day and page of the oldest item with it


class Shared(Struct, frozen=True):
    """What is said of copies in a content."""

    tables: Tables
    scene: Scene

    @property
    def asked(self) -> bool:
        """Tell whether a rule asks for copies."""
        return any(check.by_prints(one.rule) for check, one in self.scene.rules)

    def begin(self, held: Held) -> None:
        """Write what all bodies show, where nothing is written yet, and say what that shows."""
        if not self.asked:
            return
        copied: dict[str, set[str]] = defaultdict(set)  # page -> the oldest with a passage of it
        for some in self.tables.prints.begin(held):
            for page, oldest in _copied(some, held):
                copied[page].add(oldest)
        pages = sorted(copied)
        for first in range(0, len(pages), _AT_ONCE):
            self._begun({page: copied[page] for page in pages[first : first + _AT_ONCE]})

    def _begun(self, copied: Mapping[str, Collection[str]]) -> None:
        around = {*copied, *(one for some in copied.values() for one in some)}
        for page, findings in self._said(copied, self._corpus(around)).items():
            if findings:
                self.tables.words.put(_source(page), findings)

    def write(self, pages: Held, gone: Collection[str]) -> set[str]:
        """Write what some bodies show now, ``gone`` nothing any more; say anew what that changes, and return where."""
        pages = {**pages, **dict.fromkeys(gone, (b"", "", 0))}
        if not self.asked:
            self.tables.prints.write(pages)
            return set()
        before = {page: printed(one) for page, one in self.tables.prints.of(pages).items()}
        now = {page: printed(one) for page, (one, _, _) in pages.items()}
        touched = {one for some in (*before.values(), *now.values()) for one in some}
        reached = self._reached(touched, pages.keys())
        self.tables.prints.write(pages)
        self.tables.prints.turn((page, before.get(page, ()), now[page]) for page in before)
        return self._say({*pages, *reached, *self._reached(touched, pages.keys())})

    def _reached(self, prints: Iterable[int], pages: Collection[str]) -> set[str]:
        """Return the pages that share a print of which one of some pages is the oldest."""
        held = list(self.tables.prints.holders(prints))
        mine = {one for one, (_, page) in _oldest(held).items() if page in pages}
        return {page for one, lang, _, page in held if (one, lang) in mine}

    def _say(self, pages: Collection[str]) -> set[str]:
        mine = {one for value in self.tables.prints.of(pages).values() for one in printed(value)}
        around = {*pages, *(page for _, page in _oldest(self.tables.prints.holders(mine)).values())}
        said = self._said(pages, self._corpus(around))
        return {path for page, some in said.items() for path in self.tables.words.put(_source(page), some)}

    def _said(self, pages: Iterable[str], corpus: Corpus) -> Mapping[str, list[Finding]]:
        said: dict[str, list[Finding]] = {page: [] for page in pages}
        for check, one in self.scene.rules:
            if check.by_prints(one.rule):
                for finding in check.run(corpus, one):
                    if finding.place.path in said:
                        said[finding.place.path].append(finding)
        return said

    def _corpus(self, pages: Collection[str]) -> Corpus:
        """Return a corpus of items that have passages in common."""
        return self.scene.corpus(self.tables.sheets.of(pages).values(), prints=self.tables.prints.of(pages))


def _copied(alike: Collection[str], pages: Held) -> Iterator[tuple[str, str]]:
    """Yield each page that shows what another one shows, with the oldest of its language that does."""
    oldest: dict[str, tuple[int, str]] = {}
    for page in alike:
        _, lang, day = pages[page]
        oldest[lang] = min(oldest.get(lang, (day, page)), (day, page))
    for page in alike:
        first = oldest[pages[page][1]][1]
        if first != page:
            yield page, first


def _source(page: str) -> str:
    return f"prints:{page}"


def _oldest(held: Iterable[tuple[int, str, int, str]]) -> _Oldest:
    found: dict[tuple[int, str], tuple[int, str]] = {}
    for one, lang, day, page in held:
        known = found.get((one, lang))
        if known is None or (day, page) < known:
            found[one, lang] = (day, page)
    return found
