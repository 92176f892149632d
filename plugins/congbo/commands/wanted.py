"""Which editions are wanted."""

from __future__ import annotations

from dataclasses import dataclass

from congbo.errors import refuse
from congbo.facts.corpus import Corpus


@dataclass(frozen=True)
class Wanted:
    """Which portals (empty: all) and which edition (None: every one) to build."""

    portals: tuple[str, ...] = ()
    edition: str | None = None


def editions(corpus: Corpus, wanted: Wanted) -> list[tuple[str, str]]:
    """Return the (portal, edition) pairs to build, main portals before their components."""
    known = corpus.policy.portals
    for portal in wanted.portals:
        if portal not in known:
            raise refuse("build.no_portal", portal=portal, known=sorted(known))
    chosen = sorted(wanted.portals or known, key=lambda p: (known[p].parent or p, bool(known[p].parent), p))
    pairs = [(p, e) for p in chosen for e in known[p].editions if wanted.edition in (None, e)]
    if not pairs:
        raise refuse(
            "build.no_edition",
            portal=chosen[0],
            edition=wanted.edition,
            known=sorted(known[chosen[0]].editions),
        )
    return pairs
