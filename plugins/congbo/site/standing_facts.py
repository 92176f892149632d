"""The facts of standing pages: sentences of the locale, filled with what the policies say of the portal."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.facts import addresses
from congbo.facts.matching import about_portal
from congbo.policy.regulation import Regulation
from congbo.policy.selector import narrowed
from congbo.site.book_facts import anchor_of
from congbo.site.index import Index
from congbo.site.menu import of_views, short_link
from congbo.site.page_facts import common
from congbo.site.standing import PAGES
from congbo.site.views import Link, StandingFacts, StandingPart

_ASKED_HERE = {"contact": ("question", "consultation", "service")}


def standing_facts(index: Index, name: str, lang: str) -> StandingFacts:
    """Return the facts of a standing page."""
    title, about = index.words(lang, f"{name}.title"), index.words(lang, f"{name}.about")
    url = PAGES[name].url
    return StandingFacts(
        **common(
            index, lang, addresses.standing(url, lang), title, about,
            alternates=[(other, addresses.standing(url, other)) for other in index.languages],
        ),
        parts=tuple(_parts(index, name, lang)),
        reached=PAGES[name].reached,
        subject=index.words(lang, f"{name}.subject"),
        ways=tuple(short_link(index, one, lang) for one in of_views(index, lang, _ASKED_HERE.get(name, ()))),
    )  # fmt: skip


def _parts(index: Index, name: str, lang: str) -> Iterator[StandingPart]:
    words = {
        "name": index.portal.name.in_(lang),
        "owner": index.corpus.policy.units[index.portal.owner].name_in(lang),
        "host": index.host,
    }
    regulation = index.regulation
    for part, features in PAGES[name].parts.items():
        clauses = tuple(_clauses(index, regulation, features, lang)) if regulation else ()
        heading, text = (index.words(lang, f"{name}.{key}", **words) for key in (part, f"{part}.text"))
        yield StandingPart(part, heading, text, clauses, own=regulation is not None and not clauses)


def _clauses(index: Index, regulation: Regulation, features: tuple[str, ...], lang: str) -> Iterator[Link]:
    """Yield links to the clauses of the portal's regulation that ask for one of the features of this portal."""
    for article in index.corpus.policy.articles[regulation.id]:
        for clause in article.clauses:
            asked = (rule for rule in clause.met_by if rule.means == "feature" and rule.name in features)
            if any(about_portal(narrowed(article.selector, rule.selector), index.portal) for rule in asked):
                yield Link(clause.cite, f"{addresses.rules(lang)}#{anchor_of(clause.id)}", lang="vi")
