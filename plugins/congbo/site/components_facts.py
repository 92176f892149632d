"""The facts of the pages of components: the theme's own templates, filled with samples (``site/samples.py``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from congbo.facts import addresses
from congbo.locale import components
from congbo.site.components import PARTS
from congbo.site.grid_facts import grid_facts
from congbo.site.home_facts import home_facts
from congbo.site.index import Index
from congbo.site.leader_facts import leader_facts
from congbo.site.markdown import to_html
from congbo.site.page_facts import common
from congbo.site.samples import by_name, sampled
from congbo.site.section_facts import section_facts
from congbo.site.views import Link, PageFacts
from congbo.site.views.components import ComponentsFacts, Specimen, SpecimenGroup

LANG = "vi"
WHOLE = "trang"
_PART = re.compile(r"^## ([\w-]+): (.+)$", re.MULTILINE)


def components_facts(index: Index, page: str) -> ComponentsFacts:
    """Return the facts of a page: "" of the parts that pages are made of, "trang" of pages as wholes."""
    links = tuple(Link(_said(one)[0], addresses.components(one), current=one == page) for one in ("", WHOLE))
    title, about = _said(page)
    samples = sampled(index)
    groups = _whole(samples) if page == WHOLE else _parts(samples)
    return ComponentsFacts(
        **common(
            index, LANG, addresses.components(page), title,
            index.words(LANG, "components.description", name=index.portal.name.vi), crumbs=links[:1] if page else (),
        ),
        about=about,
        groups=tuple(_numbered(groups)),
        pages=links,
        whole=page == WHOLE,
    )  # fmt: skip


def _said(page: str) -> tuple[str, str]:
    return texts()[page or "components"]


@cache
def texts() -> Mapping[str, tuple[str, str]]:
    """Return what is said of pages, groups and specimens: name -> title, and what it is and when it is used as HTML."""
    _, *parts = _PART.split(components())
    return {name: (title, to_html(text)) for name, title, text in zip(*[iter(parts)] * 3, strict=True)}


def _parts(samples: Index) -> Iterator[SpecimenGroup]:
    """The parts; of policies that do not know the section or type of a sample, without the specimens of it."""
    known = {**by_name(samples), **dict(_fronts(samples))}
    for group, parts in PARTS.items():
        found = (
            Specimen(0, texts()[name][0], f"specimens/{name}.html", known[sample], texts()[name][1])
            for name, sample in parts.items()
            if sample in known
        )
        yield SpecimenGroup(group, texts()[group][0], tuple(found))


def _fronts(samples: Index) -> Iterator[tuple[str, PageFacts]]:
    return ((section, section_facts(samples, section, LANG)) for section in samples.sections(LANG))


def _whole(samples: Index) -> Iterator[SpecimenGroup]:
    """A page of every type, the front of every section, and what belongs to no item."""
    items, fronts = by_name(samples), _fronts(samples)
    yield _group("pages-items", ((page.type_name, "item.html", page) for page in items.values()))
    yield _group("pages-fronts", ((page.title, "section.html", page) for _, page in fronts))
    yield _group("pages-others", ((page.title, template, page) for template, page in _others(samples)))


def _others(samples: Index) -> Iterator[tuple[str, PageFacts]]:
    yield "home.html", home_facts(samples, LANG)
    for section in (one for one in samples.sections(LANG) if samples.view_of(one) == "schedule"):
        months, leaders = (samples.answer("terms_of", LANG, section, kind) for kind in ("month", "leader"))
        yield "schedule_month.html", grid_facts(samples, section, LANG, months[-1])
        yield "week.html", leader_facts(samples, section, LANG, leaders[-1])


def _group(name: str, pages: Iterable[tuple[str, str, PageFacts]]) -> SpecimenGroup:
    return SpecimenGroup(name, texts()[name][0], tuple(Specimen(0, *page) for page in pages))


def _numbered(groups: Iterable[SpecimenGroup]) -> Iterator[SpecimenGroup]:
    number = 0
    for group in groups:
        found = []
        for one in group.specimens:
            number += 1
            found.append(Specimen(number, one.title, one.template, one.page, one.about))
        yield SpecimenGroup(group.anchor, group.title, tuple(found))
