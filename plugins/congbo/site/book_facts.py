"""The facts of the page on the regulation and how it is kept: a function of policies, program and day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congbo.facts import addresses
from congbo.facts.matching import about_portal
from congbo.facts.means import MEANS
from congbo.facts.met import Met, met
from congbo.policy.clauses import Article
from congbo.policy.regulation import Regulation
from congbo.policy.selector import narrowed
from congbo.site.at_once_facts import at_once
from congbo.site.book_laws import law_anchors, laws
from congbo.site.book_words import name_of, notes, said, way
from congbo.site.days import day_in
from congbo.site.index import Index
from congbo.site.page_facts import common
from congbo.site.views import ArticleView, BookFacts, ClauseView, Fact, Link, ReadingView, Said, Way
from congbo.text.fold import fold


def book_facts(index: Index, lang: str) -> BookFacts:
    """Return the facts of the page; only for a portal that follows a regulation today."""
    regulation = index.regulation
    assert regulation is not None, "the page has no key without a regulation"  # noqa: S101
    title = index.words(lang, "label.rules")
    about = index.words(lang, "book.description", title=regulation.title.in_(lang), name=index.portal.name.in_(lang))
    return BookFacts(
        **common(
            index, lang, addresses.rules(lang), title, about,
            alternates=[(other, addresses.rules(other)) for other in index.languages],
        ),
        about=tuple(_about(index, lang, regulation)),
        articles=tuple(_articles(index, lang, regulation)),
        readings=tuple(
            ReadingView(anchor_of(one.code), one.code, said(one.defect, lang), said(one.chosen, lang))
            for one in regulation.readings
        ),
        laws=tuple(laws(index, lang, regulation)),
        at_once=at_once(index, lang),
    )  # fmt: skip


def _about(index: Index, lang: str, regulation: Regulation) -> Iterator[Fact]:
    follows = next(f for f in index.portal.follows if f.regulation == regulation.id)
    issuer = index.corpus.policy.units[regulation.issuer].name_in(lang)
    values = {
        "title": regulation.title.in_(lang),
        "number": regulation.number or index.words(lang, "book.no_number"),
        "date": day_in(regulation.date, lang).text if regulation.date else "",
        "issuer": issuer,
        "from": day_in(regulation.force.from_, lang).text,
        "follows": day_in(follows.from_, lang).text,
        "tier": said(regulation.tiers[index.portal.tier], lang).text,
        "replaces": ", ".join(regulation.replaces),
    }
    for key, value in values.items():
        if value:
            yield Fact(key, index.words(lang, f"book.{key}"), "text", (value,))


def _articles(index: Index, lang: str, regulation: Regulation) -> Iterator[ArticleView]:
    standing = {one.clause.id: one for one in met(index.corpus.policy, MEANS, regulation.id)}
    for article in index.corpus.policy.articles[regulation.id]:
        views = tuple(_clause(index, lang, article, standing[clause.id]) for clause in article.clauses)
        number = article.article
        numbered = number[:1].isdigit()
        short = article.printed or (f"Điều {number}" if numbered else article.title)
        title = f"{short}. {article.title}" if numbered else article.title
        elsewhere = all(view.state == "elsewhere" for view in views)
        yield ArticleView(
            anchor_of(f"dieu-{number}"),
            Said(title, "vi"),
            short,
            views,
            _whom(index, lang, regulation, article) if elsewhere else "",
        )


def _whom(index: Index, lang: str, regulation: Regulation, article: Article) -> str:
    names = [name_of(index, lang, regulation, tier) for tier in article.selector.tiers]
    return index.words(lang, "book.for", who=", ".join(names)) if names else ""


def _clause(index: Index, lang: str, article: Article, one: Met) -> ClauseView:
    clause, regulation = one.clause, one.regulation
    rules = tuple(r for r in one.rules if about_portal(narrowed(article.selector, r.selector), index.portal))
    state = _state(one) if rules else "elsewhere"
    return ClauseView(
        anchor=anchor_of(clause.id),
        id=clause.id,
        cite=Said(clause.cite, "vi"),
        says=said(clause.says, lang),
        strength=index.words(lang, f"book.strength.{clause.is_.strength}"),
        state=state,
        state_text=index.words(lang, f"book.state.{state}"),
        ways=tuple(dict.fromkeys(Way(way(index, lang, regulation, r), bool(MEANS.planned_in(r))) for r in rules)),
        notes=tuple(notes(index, lang, regulation, clause, rules)),
        links=tuple(_links(index, lang, regulation, clause.id)),
    )


def _state(one: Met) -> str:
    """Return how a clause stands; what is planned is said to be, whatever else already helps."""
    if one.planned_in:
        return "planned"
    if one.clause.is_.level == "C" or not any(rule.means in ("check", "feature") for rule in one.rules):
        return "people"
    return "program" if one.clause.is_.level == "A" else "help"


def _links(index: Index, lang: str, regulation: Regulation, clause: str) -> Iterator[Link]:
    for reading in regulation.readings:
        if clause in reading.clauses:
            yield Link(index.words(lang, "book.reading", code=reading.code), f"#{anchor_of(reading.code)}")
    anchors = law_anchors(regulation)
    for number, cited in enumerate(regulation.cites):
        if clause in cited.in_:
            yield Link(index.words(lang, "book.cites", printed=cited.printed), f"#{anchors[number]}")


# Point d and point đ are two points.
_SIGNS = {"#": "_c", "/-": "_g", "/": "_x", "đ": "dd"}


def anchor_of(id_: str) -> str:
    """Return an id that may stand in an address: two clauses never share one."""
    plain = re.sub("#|/-|/|đ", lambda sign: _SIGNS[sign[0]], id_)
    return re.sub(r"[^a-z0-9_.]+", "-", fold(plain))
