"""The facts of a page of a section's items of one field."""

from __future__ import annotations

from congbo.facts import addresses
from congbo.site.by_view.fields import TERM, name_of
from congbo.site.entries import entry
from congbo.site.index import Index
from congbo.site.page_facts import common, section_link
from congbo.site.views import MonthFacts


def field_facts(index: Index, section_id: str, lang: str, value: str) -> MonthFacts:
    """Return the facts of the items of a section that are of a field ("giao_thong"), newest first."""
    name = index.corpus.policy.sections[section_id].name.in_(lang)
    title = index.words(lang, "field.title", section=name, field=name_of(index, lang, value))
    items = index.asked("with_term", lang, section_id, TERM, value)
    return MonthFacts(
        **common(
            index, lang, addresses.facet(section_id, lang, TERM, value), title,
            index.words(lang, "section.description", section=title, name=index.portal.name.in_(lang)),
            crumbs=[section_link(index, section_id, lang)],
        ),
        section=section_id,
        view=index.view_of(section_id),
        entries=tuple(entry(index, item) for item in items),
    )  # fmt: skip
