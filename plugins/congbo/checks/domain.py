"""Domain names.

What it checks: that a component portal's host has the shape which the regulation prints for its tier, and that each word of
it is the name that it stands for: the place's full name or the body's abbreviation without accents, the body next above, the
topic page's name.
Why: the address tells a citizen whose portal it is.
How to fix: correct `hosts` in the portal's file in policies/portals; where the program cannot know a name, write it down:
`above` and the fact `ten_trang` in the portal's file, `locality` and `abbreviations` in the registry of units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from congbo.checks.ruled import Ruled
from congbo.facts.addressing import LABEL, words
from congbo.facts.corpus import Corpus
from congbo.finding import Finding
from congbo.message import say
from congbo.text.regex import regex

_WORD = regex(r"\{([a-z_]+)\}")
# Where the policies write down what stands for a word of the shape.
_SOURCES = {"ten_day_du": "locality", "viet_tat": "abbreviations", "cap_tren": "above", "ten_trang": "ten_trang"}


def check(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    """Yield a finding for each host of another shape, or one if a name is unknown; ``deeper`` allows more labels before."""
    shape = str(ruled.rule.params["shape"])
    known = {name: words(corpus.policy, ruled.portal, name) for name in _WORD.findall(shape)}
    unknown = [name for name, found in known.items() if not found]
    for name in unknown:
        yield _unknown(corpus, ruled, shape, name)
    if not unknown:
        yield from _hosts(ruled, shape, known)


def _unknown(corpus: Corpus, ruled: Ruled, shape: str, name: str) -> Finding:
    key = _SOURCES[name]
    in_portal = key in ("above", "ten_trang")
    owner = corpus.policy.units[ruled.portal.owner]
    place = ruled.portal.at("facts" if key == "ten_trang" else "above") if in_portal else owner.place
    said = {"name": name, "shape": shape, "key": key, "portal": ruled.portal.name, "file": place.path}
    return ruled.finding(place, say("domain.unknown", **said), say("domain.unknown.fix", **said))


def _hosts(ruled: Ruled, shape: str, known: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    pattern = _pattern(shape, known, deeper=bool(ruled.rule.params.get("deeper")))
    wanted = _WORD.sub(lambda found: "|".join(known[found[1]]), shape)
    for edition in ruled.portal.editions.values():
        for host in edition.hosts:
            if not pattern.fullmatch(host):
                said = {"host": host, "shape": shape, "wanted": wanted}
                yield ruled.finding(edition.place, say("domain", **said), say("domain.fix", **said))


def _pattern(shape: str, known: Mapping[str, tuple[str, ...]], *, deeper: bool) -> re.Pattern[str]:
    parts = (
        "(?:" + "|".join(map(re.escape, known[part])) + ")" if number % 2 else re.escape(part)
        for number, part in enumerate(_WORD.split(shape))
    )
    return re.compile((f"(?:{LABEL}\\.)*" if deeper else "") + "".join(parts))
