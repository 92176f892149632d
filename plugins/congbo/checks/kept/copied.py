"""What is said of passages that items have in common: of an item again only if it, or the oldest with a passage, changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from congbo.checks.kept.scene import Scene
from congbo.checks.kept.tables import Tables
from congbo.facts.corpus import Corpus
from congbo.finding import Finding
from congbo.text.shingles import printed

Held = Mapping[str, tuple[bytes, str, int]]  # page -> what its body shows, its language, and its day as a number
_Oldest = Mapping[tuple[int, str], tuple[int, str]]  # print and language -> day and page of the oldest item with it


@dataclass(frozen=True)
class Shared:
    """What is said of copies in a content."""

    tables: Tables
    scene: Scene
    fresh: bool

    @property
    def asked(self) -> bool:
        """Tell whether a rule asks for copies."""
        return any(check.by_prints(one.rule) for check, one in self.scene.rules)

    def write_all(self, pages: Held) -> set[str]:
        """Write what all bodies show, and say what that shows."""
        self._write(pages)
        if not self.asked:
            return set()
        self.tables.sheets.write_all_holders()
        return self._say(pages)

    def write(self, pages: Held, gone: Collection[str]) -> set[str]:
        """Write what some bodies show now, ``gone`` nothing any more, and say anew what that changes."""
        pages = {**pages, **dict.fromkeys(gone, (b"", "", 0))}
        if not self.asked:
            self._write(pages)
            return set()
        before = {page: printed(one) for page, one in self.tables.sheets.prints(pages).items()}
        now = {page: printed(one) for page, (one, _, _) in pages.items()}
        touched = {one for some in (*before.values(), *now.values()) for one in some}
        reached = self._reached(touched, pages.keys())
        self._write(pages)
        self.tables.sheets.write_holders((page, before.get(page, ()), now[page]) for page in before)
        return self._say({*pages, *reached, *self._reached(touched, pages.keys())})

    def _write(self, pages: Held) -> None:
        self.tables.sheets.write_prints((page, *one) for page, one in pages.items())

    def _reached(self, prints: Iterable[int], pages: Collection[str]) -> set[str]:
        """Return the pages that share a print of which one of some pages is the oldest."""
        held = list(self.tables.sheets.holders(prints))
        mine = {one for one, (_, page) in _oldest(held).items() if page in pages}
        return {page for one, lang, _, page in held if (one, lang) in mine}

    def _say(self, pages: Collection[str]) -> set[str]:
        corpus = self._corpus(pages)
        found: list[Finding] = []
        for check, one in self.scene.rules:
            if check.by_prints(one.rule):
                found.extend(check.run(corpus, one))
        said: dict[str, list[Finding]] = {page: [] for page in pages}
        for finding in found:
            if finding.place.path in said:
                said[finding.place.path].append(finding)
        spoken = said if not self.fresh else {page: some for page, some in said.items() if some}
        return {path for page, some in spoken.items() for path in self.tables.words.put(f"prints:{page}", some)}

    def _corpus(self, pages: Collection[str]) -> Corpus:
        """Return a corpus of items with the oldest that show what they show."""
        mine = {one for value in self.tables.sheets.prints(pages).values() for one in printed(value)}
        around = {*pages, *(page for _, page in _oldest(self.tables.sheets.holders(mine)).values())}
        return self.scene.corpus(self.tables.sheets.of(around).values(), prints=self.tables.sheets.prints(around))


def _oldest(held: Iterable[tuple[int, str, int, str]]) -> _Oldest:
    found: dict[tuple[int, str], tuple[int, str]] = {}
    for one, lang, day, page in held:
        known = found.get((one, lang))
        if known is None or (day, page) < known:
            found[one, lang] = (day, page)
    return found
