"""The facts of one week of a schedule."""

from __future__ import annotations

from congbo.facts import schedule_addresses
from congbo.site.by_view.schedule import Week, of_week, weeks_around
from congbo.site.index import Index
from congbo.site.page_facts import common, section_link
from congbo.site.section_facts import group
from congbo.site.views import WeekFacts


def week_facts(index: Index, section_id: str, lang: str, week: Week) -> WeekFacts:
    """Return the facts of a week ("2017-W27") of a section."""
    around = weeks_around(index, section_id, lang, week)
    name = index.corpus.policy.sections[section_id].name.in_(lang)
    title = index.words(lang, "month.title", section=name, month=around.title)
    return WeekFacts(
        **common(
            index, lang, schedule_addresses.week(section_id, lang, week), title,
            index.words(lang, "section.description", section=title, name=index.portal.name.in_(lang)),
            crumbs=[section_link(index, section_id, lang)],
        ),
        view=index.view_of(section_id),
        groups=tuple(group(index, part) for part in of_week(index, section_id, lang, week)),
        around=around,
    )  # fmt: skip
