"""The front of questions: the newest, ways to those of a state or field, and how to ask, with when one is answered."""

from __future__ import annotations

from congbo.facts.clocks import Limit
from congbo.facts.limits import limit_of
from congbo.facts.matching import about_portal
from congbo.policy.span import Span
from congbo.site.by_view.fields import VIEWS, links
from congbo.site.by_view.question import DEADLINE, RECEIVED
from congbo.site.by_view.view import Front, newest
from congbo.site.index import Index
from congbo.site.views import LinkGroup
from congbo.site.views.questions import Asking, Clock


def front(index: Index, section: str, lang: str) -> Front:
    """Return the newest questions, and what one who asks has to know."""
    ways = (
        LinkGroup(index.words(lang, f"{kind}.list"), links(index, section, lang, kind))
        for kind in VIEWS[index.view_of(section)]
    )
    name = index.portal.name.in_(lang)
    asking = Asking(
        tuple(one for one in ways if one.links),
        answered(index, section, lang),
        index.words(lang, "ask.subject", name=name),
        index.words(lang, "ask.letter", name=name),
    )
    return Front(newest(index, section, lang).parts, asking)


def answered(index: Index, section: str, lang: str) -> Clock | None:
    """Return within how many days one is answered, by the regulation of today; None where it gives no working days."""
    types = set(index.corpus.policy.sections[section].types)
    for clause, rule, selector in index.corpus.policy.rules(index.regulation.id) if index.regulation else ():
        to = rule.params.get("to") or ()
        ours = rule.checked_by == DEADLINE and rule.params.get("from") == RECEIVED and to and not selector.where
        if ours and types & set(selector.types) and about_portal(selector, index.portal):
            return _said(index, lang, limit_of(rule), clause.cite, told=len(to) > 1)
    return None


def _said(index: Index, lang: str, limit: Limit | None, cite: str, *, told: bool) -> Clock | None:
    if not isinstance(limit, Span) or limit.unit != "working_days":
        return None
    return Clock(index.words(lang, "ask.told" if told else "ask.answered", days=limit.n), cite)
