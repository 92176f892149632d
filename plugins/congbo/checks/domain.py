"""Domain names.

What it checks: that a component portal's host has the shape which the regulation prints for its tier.
Why: the address tells a citizen whose portal it is.
How to fix: correct `hosts` in the portal's file in policies/portals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from congbo.checks.ruled import Ruled
from congbo.facts.corpus import Corpus
from congbo.finding import Finding
from congbo.message import say

_LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"


def check(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    """Yield a finding for each host of another shape; ``deeper`` allows more labels before it."""
    shape = str(ruled.rule.params["shape"])
    pattern = _pattern(corpus, ruled, shape)
    for edition in ruled.portal.editions.values():
        for host in edition.hosts:
            if not pattern.fullmatch(host):
                words = {"host": host, "shape": shape}
                yield ruled.finding(edition.place, say("domain", **words), say("domain.fix", **words))


def _pattern(corpus: Corpus, ruled: Ruled, shape: str) -> re.Pattern[str]:
    """``{cap_tren}`` is the name of the body above: the first label of any portal's host of the same parent."""
    above = {
        host.split(".")[0]
        for sibling in corpus.policy.portals.values()
        if sibling.parent == ruled.portal.parent and sibling.id != ruled.portal.id
        for edition in sibling.editions.values()
        for host in edition.hosts
    }
    parts = re.split(r"(\{[a-z_]+\})", shape)
    upper = "|".join(map(re.escape, sorted(above))) or _LABEL
    words = (f"(?:{upper})" if p == "{cap_tren}" else _LABEL if p.startswith("{") else re.escape(p) for p in parts)
    deeper = f"(?:{_LABEL}\\.)*" if ruled.rule.params.get("deeper") else ""
    return re.compile(deeper + "".join(words))
