"""What every page declares besides its own matter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from congbo.facts import addresses
from congbo.site.chrome import chrome_of
from congbo.site.index import Index
from congbo.site.views import Chrome, Link


class Common(TypedDict):
    """The attributes of PageFacts, to be passed on by name."""

    chrome: Chrome
    url: str
    title: str
    description: str
    crumbs: tuple[Link, ...]
    alternates: tuple[Link, ...]
    canonical: str


def common(
    index: Index,
    lang: str,
    url: str,
    title: str,
    description: str,
    crumbs: Iterable[Link] = (),
    alternates: Iterable[tuple[str, str]] = (),
) -> Common:
    """Return the common facts; ``crumbs`` without the home page, ``alternates`` as (language, url)."""
    home = Link(index.words(lang, "label.home"), addresses.home(lang))
    links = tuple(Link(index.words(lang, f"label.language.{other}"), where, lang=other) for other, where in alternates)
    return Common(
        chrome=chrome_of(index, lang),
        url=url,
        title=title,
        description=description,
        crumbs=(home, *crumbs) if url != home.url else (),
        alternates=links if len(links) > 1 else (),
        canonical=index.absolute(url),
    )


def section_link(index: Index, section_id: str, lang: str) -> Link:
    """Return the link to a section's front."""
    return Link(index.corpus.policy.sections[section_id].name.in_(lang), addresses.section(section_id, lang))
