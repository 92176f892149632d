"""Runs every check that applies to a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congbo.checks import HOUSE_CHECKS, RULE_CHECKS
from congbo.checks.ruled import ruled
from congbo.facts.corpus import Corpus
from congbo.finding import Finding, merged


def judge(corpus: Corpus, portals: Iterable[str] = (), paths: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Return the findings in reading order; identical rules are merged. Empty ``portals`` or ``paths`` mean all."""
    findings = merged([*_house(corpus), *_rules(corpus)])
    return tuple(f for f in findings if _wanted(f.place.path, tuple(portals), tuple(paths)))


def _house(corpus: Corpus) -> Iterator[Finding]:
    for check in HOUSE_CHECKS.values():
        yield from check(corpus)


def _rules(corpus: Corpus) -> Iterator[Finding]:
    for one in ruled(corpus):
        check = RULE_CHECKS.get(one.rule.name) if one.rule.means == "check" else None
        if check and not one.rule.planned:
            yield from check(corpus, one)


def _wanted(path: str, portals: tuple[str, ...], paths: tuple[str, ...]) -> bool:
    parts = path.split("/")
    ours = not portals or (len(parts) > 1 and parts[1].removesuffix(".yml") in portals) or parts[0] != "content"
    return ours and (not paths or any(not p or path == p or path.startswith(f"{p}/") for p in paths))
