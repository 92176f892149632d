"""Runs every check that applies to a corpus, in two halves: what is said of each item alone, and what is said around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congbo.checks import HOUSE_CHECKS, RULE_CHECKS
from congbo.checks.ruled import ruled
from congbo.facts.corpus import Corpus
from congbo.facts.waivers import apply
from congbo.finding import Finding, merged
from congbo.frozen import replace


def judge(corpus: Corpus, portals: Iterable[str] = (), paths: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Return the findings in reading order; identical rules are merged. Empty ``portals`` or ``paths`` mean all."""
    return wanted(concluded(corpus, [*alone(corpus), *around(corpus)]), portals, paths)


def alone(corpus: Corpus) -> Iterator[Finding]:
    """Yield what the items and files of a corpus, or of a part of one, show without the others."""
    for house in HOUSE_CHECKS.values():
        yield from house.alone(corpus)
    yield from _rules(corpus, of_one_item=True)


def around(corpus: Corpus) -> Iterator[Finding]:
    """Yield what only the whole corpus shows; the items' bodies are not asked for."""
    for house in HOUSE_CHECKS.values():
        yield from house.around(corpus)
    yield from _rules(corpus, of_one_item=False)


def nearby(corpus: Corpus) -> Iterator[Finding]:
    """Yield what items show beside each other, if the corpus holds what they collide with or refer to, and no more.

    Of names of files, those beside the items' own are looked at: no others can be taken for them.
    """
    beside = _beside(corpus)
    for house in HOUSE_CHECKS.values():
        yield from house.around(beside if house.of_paths else corpus)
    yield from _rules(corpus, of_one_item=False, nearby=True)


def _beside(corpus: Corpus) -> Corpus:
    folders = {_folder(path) for path in (*(reading.path for reading in corpus.readings), *corpus.files)}
    return replace(corpus, elsewhere=tuple(path for path in corpus.elsewhere if _folder(path) in folders))


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def concluded(corpus: Corpus, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings as they are reported, in reading order: identical rules speak once, waivers count."""
    return apply(corpus, merged(list(findings)))


def wanted(findings: Iterable[Finding], portals: Iterable[str], paths: Iterable[str]) -> tuple[Finding, ...]:
    """Return the findings about some portals and paths; none named means all."""
    chosen = (tuple(portals), tuple(paths))
    return tuple(finding for finding in findings if is_wanted(finding.place.path, *chosen))


def _rules(corpus: Corpus, *, of_one_item: bool, nearby: bool = False) -> Iterator[Finding]:
    checks = {name: check for name, check in RULE_CHECKS.items() if check.nearby or not nearby}
    for one in ruled(corpus) if checks else ():
        check = checks.get(one.rule.checked_by)
        if check and not one.rule.planned and check.alone(one.rule) is of_one_item:
            yield from check.run(corpus, one)


def is_wanted(path: str, portals: tuple[str, ...], paths: tuple[str, ...]) -> bool:
    """Tell whether a path lies within what was asked for."""
    parts = path.split("/")
    ours = not portals or (len(parts) > 1 and parts[1].removesuffix(".yml") in portals) or parts[0] != "content"
    return ours and (not paths or any(not p or path == p or path.startswith(f"{p}/") for p in paths))
