"""Known place (CB-3).

What it checks: that the portal and the section of a path are declared, that the section takes the item's type, that the
portal has the item's language and editions, and that its regulation speaks of types that need leave, such as advertisements.
Why: an item in an undeclared place would be published where nobody answers for it, or not at all.
How to fix: move the file, correct `type`, or let the board declare the section in policies/sections.yml.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.house import house_finding
from congbo.facts.corpus import Corpus
from congbo.facts.precedence import spoken_of
from congbo.finding import Finding
from congbo.item import Item
from congbo.place import Place

RULE = "CB-3"
CHECK = "known_section"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each item in a place that does not take it."""
    for item in corpus.items:
        yield from _portal(corpus, item)
        yield from _section(corpus, item)
        yield from _leave(corpus, item)


def _portal(corpus: Corpus, item: Item) -> Iterator[Finding]:
    portal = corpus.portal_of(item)
    if portal is None:
        yield house_finding(
            RULE,
            CHECK,
            Place(item.path),
            "known_section.portal",
            portal=item.portal,
            known=sorted(corpus.policy.portals),
        )
        return
    if item.lang not in portal.languages:
        yield house_finding(
            RULE, CHECK, item.place("lang"), "known_section.lang", lang=item.lang, known=portal.languages
        )
    for edition in item.editions:
        if edition not in portal.editions:
            yield house_finding(
                RULE,
                CHECK,
                item.place("editions"),
                "known_section.edition",
                edition=edition,
                known=sorted(portal.editions),
            )


def _leave(corpus: Corpus, item: Item) -> Iterator[Finding]:
    """Some types (advertisements) may be shown only where a clause of the portal's regulation speaks of them."""
    portal, type_ = corpus.portal_of(item), corpus.policy.types.types[item.type]
    if type_.by_leave and portal and not spoken_of(corpus.policy, portal, item.type, corpus.judged_on(item)):
        words = {"type": type_.name, "portal": portal.name}
        yield house_finding(RULE, CHECK, item.place("type"), "known_section.leave", **words)


def _section(corpus: Corpus, item: Item) -> Iterator[Finding]:
    section = corpus.policy.sections.get(item.section)
    if section is None:
        yield house_finding(RULE, CHECK, Place(item.path), "known_section.section", section=item.section)
    elif item.type not in section.types:
        name = corpus.policy.types.types[item.type].name
        yield house_finding(
            RULE,
            CHECK,
            item.place("type"),
            "known_section.type",
            type=name,
            section=section.name,
            known=section.types,
        )
