"""An edition at a moment, which notes for every page on what of both it rests (ADR 20)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final, TypeVar

from congbo.dates import start_of
from congbo.facts.corpus import Corpus
from congbo.locale import words_of_pages
from congbo.policy.portals import Portal
from congbo.policy.regulation import Regulation
from congbo.site.trace import Trace

MOST: Final = 6_000  # values that are remembered at a time

T = TypeVar("T")


@dataclass(frozen=True)
class Watched:
    """A portal's edition. Whatever a page looks at is noted in ``traces``, of which the last is the page's."""

    corpus: Corpus
    portal: Portal
    edition: str
    traces: list[Trace] = field(default_factory=lambda: [Trace()], compare=False)
    done: dict[tuple[str, str], tuple[Any, Trace]] = field(default_factory=dict, compare=False)

    @property
    def trace(self) -> Trace:
        """Return the trace of the page that is being worked out."""
        return self.traces[-1]

    def once(self, kind: str, path: str, work: Callable[[], T]) -> T:
        """Return what some work comes to for an item, which is the same on every page; what it rests on is noted for each."""
        known = self.done.get((kind, path))
        if known is None:
            self.traces.append(Trace())
            try:
                value = work()
            finally:
                trace = self.traces.pop()
            if len(self.done) >= MOST:
                self.done.clear()
            known = self.done[kind, path] = (value, trace)
        self.trace.add(known[1])
        found: T = known[0]
        return found

    @property
    def host(self) -> str:
        """Return the canonical host."""
        return self.portal.editions[self.edition].hosts[0]

    @property
    def today(self) -> date:
        """Return today; the page is then that of this day."""
        today = self.corpus.today
        self.trace.within(start_of(today), start_of(today + timedelta(days=1)))
        return today

    @property
    def moment(self) -> datetime:
        """Return the moment; the page is then that of this moment. Where it turns on known moments, ``reached`` asks less."""
        self.trace.within(self.corpus.moment, self.corpus.moment + timedelta(microseconds=1))
        return self.corpus.moment

    def reached(self, turn: datetime | date) -> bool:
        """Tell whether a moment, or the beginning of a day, has come; the page is the same until it does."""
        at = turn if isinstance(turn, datetime) else start_of(turn)
        came = at <= self.corpus.moment
        self.trace.within(at if came else None, None if came else at)
        return came

    @property
    def regulation(self) -> Regulation | None:
        """Return the regulation that the portal follows today."""
        for follows in self.portal.follows:
            self.reached(follows.from_)
            if follows.until:
                self.reached(follows.until + timedelta(days=1))
        prefix = self.portal.regulation_on(self.corpus.today)
        return self.corpus.policy.regulations[prefix] if prefix else None

    @property
    def preview(self) -> bool:
        """Tell whether this is a preview, which nobody may take for the portal."""
        return self.corpus.previewed is not None

    def words(self, lang: str, key: str, **params: object) -> str:
        """Return a sentence of the pages in a language."""
        return words_of_pages(lang)[key].format(**params)

    def absolute(self, url: str) -> str:
        """Return the absolute address of a path of this edition."""
        return f"https://{self.host}/{url}"
