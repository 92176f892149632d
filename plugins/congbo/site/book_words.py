"""How a clause is met, and the portal's own figures, in words for a citizen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from congbo.message import Texts
from congbo.policy.clauses import Clause
from congbo.policy.free import Free
from congbo.policy.portals import Absence, Local
from congbo.policy.regulation import Regulation
from congbo.policy.rule import Rule
from congbo.site.days import day_in
from congbo.site.index import Index
from congbo.site.views import Said


def said(text: Texts, lang: str) -> Said:
    """Return a text in the page's language; where it has none in English, which every policy has."""
    own = getattr(text, lang, "")
    return Said(own, lang) if own else Said(text.en, "en") if text.en else Said(text.vi, "vi")


def way(index: Index, lang: str, regulation: Regulation, rule: Rule) -> str:
    """Return one way in which a clause is met, as a sentence."""
    if rule.means == "organisation":
        bodies = ", ".join(name_of(index, lang, regulation, body) for body in rule.params["bodies"])
        return index.words(lang, "book.organisation", who=bodies)
    if rule.means == "record":
        return index.words(lang, "book.record", name=index.corpus.policy.types.record_types[rule.name].name.in_(lang))
    if rule.means == "feature":
        return index.words(lang, f"book.feature.{rule.name}")
    if rule.name == "checklist":
        asked = [said(index.corpus.policy.checklist[line].asks, lang).text for line in rule.params["lines"]]
        return index.words(lang, "book.check.checklist", questions=" ".join(asked))
    return index.words(lang, f"book.check.{rule.name}")


def name_of(index: Index, lang: str, regulation: Regulation, who: str) -> str:
    """Return the name of a role, a body or a tier that a regulation speaks of; its id if it names none such."""
    rules = index.corpus.policy.board_rules.get(regulation.id)
    role = rules.roles.get(who) if rules else None
    name = role.name if role else regulation.tiers.get(who)
    return said(name, lang).text if name else who


def notes(index: Index, lang: str, regulation: Regulation, clause: Clause, rules: tuple[Rule, ...]) -> Iterator[str]:
    """Yield what the portal has decided about a clause: its own figures, and what it declares not to have."""
    figures = [one for one in index.portal.local if one.clause == clause.id and _lasts(index, one)]
    for one in figures:
        yield _figure(index, lang, regulation, one)
    if not figures and any("local" in (rule.params.get("within"), rule.params.get("every")) for rule in rules):
        yield index.words(lang, "book.no_local")
    for none in index.portal.none:
        if none.clause == clause.id and _lasts(index, none):
            section = index.corpus.policy.sections[none.section].name.in_(lang)
            yield index.words(lang, "book.none", section=section, since=_since(index, lang, none.from_))


def _lasts(index: Index, one: Local | Absence) -> bool:
    today = index.today
    return (one.from_ is None or one.from_ <= today) and (one.until is None or today <= one.until)


def _since(index: Index, lang: str, day: date | None) -> str:
    return day_in(day, lang).text if day else index.words(lang, "book.always")


def _figure(index: Index, lang: str, regulation: Regulation, one: Local) -> str:
    values = [
        figure(index, lang, which, value)
        for which, value in (("within", one.within), ("every", one.every), ("value", one.value))
        if value is not None
    ]
    return index.words(
        lang,
        "book.local",
        figure="; ".join(values),
        who=name_of(index, lang, regulation, one.decided_by),
        paper=index.words(lang, "book.local.paper", decision=one.decision) if one.decision else "",
        since=_since(index, lang, one.from_),
    )


def figure(index: Index, lang: str, which: str, value: Free) -> str:
    """Return a figure as written in a portal's file: ``within: {working_days: 1}``, ``every: [quarter]``."""
    if isinstance(value, tuple):
        return ", ".join(index.words(lang, f"book.every.{period}") for period in value)
    if not isinstance(value, dict):
        return str(value)
    if which == "within" and all(n == 0 for n in value.values()):
        return index.words(lang, "book.within.at_once")
    spans = ", ".join(index.words(lang, f"book.span.{unit}", n=n) for unit, n in value.items())
    return index.words(lang, f"book.{which}", span=spans)
