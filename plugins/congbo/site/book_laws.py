"""The laws that a regulation cites, and what stands in their place today."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.policy.law import Law, Successor
from congbo.policy.regulation import Regulation
from congbo.site.days import day_in
from congbo.site.index import Index
from congbo.site.views import LawView, Said


def law_anchors(regulation: Regulation) -> list[str]:
    """Return the anchor of each citation; one law may be cited twice."""
    return [f"vb-{number}" for number, _ in enumerate(regulation.cites, 1)]


def laws(index: Index, lang: str, regulation: Regulation) -> Iterator[LawView]:
    """Yield every citation of a regulation."""
    for anchor, cited in zip(law_anchors(regulation), regulation.cites, strict=True):
        law = index.corpus.policy.laws[cited.law]
        ended = law.until is not None and law.until < index.today
        yield LawView(
            anchor,
            Said(cited.printed, "vi"),
            Said(f"{law.number}, {law.title}" if law.number not in law.title else law.title, "vi"),
            index.words(lang, "book.law.ended", until=day_in(law.until, lang).text) if law.until and ended else "",
            tuple(_now(index, lang, one, way) for one, way in _standing(index, law)) if ended else (),
        )


def _standing(index: Index, law: Law, way: tuple[Successor, ...] = ()) -> Iterator[tuple[Law, tuple[Successor, ...]]]:
    """Yield the laws at the end of the chain that are in force today, with the steps that lead to each."""
    today = index.today
    for step in law.successors:
        after = index.corpus.policy.laws[step.id]
        if step.from_ is not None and step.from_ > today:
            continue
        if after.until is not None and after.until < today:
            yield from _standing(index, after, (*way, step))
        else:
            yield after, (*way, step)


def _now(index: Index, lang: str, law: Law, steps: tuple[Successor, ...]) -> str:
    """A successor known from elsewhere than the text itself is labelled so."""
    checked = all(step.seen == "P" for step in steps)
    name = f"{law.number}, {law.title}"
    return name if checked else index.words(lang, "book.law.unchecked", name=name)
