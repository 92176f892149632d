"""The editors' guide: texts of ours, the manual pages of the checks, and the fields of the portal's types."""

from __future__ import annotations

import re
from functools import cache
from textwrap import indent

from congbo.facts import addresses
from congbo.locale import guide_page, guide_pictures, manual, manuals
from congbo.site.guide_types import every_field, types_of
from congbo.site.guide_where import has_components
from congbo.site.index import Index
from congbo.site.markdown import to_html
from congbo.site.page_facts import common
from congbo.site.views import FileFacts, Link
from congbo.site.views.guide import GuideFacts, GuidePart

LANG = "vi"
FINDINGS, TYPES = "loi", "kieu"
_BETWEEN = re.compile(r">[^<]*<")
_FENCE = re.compile(r"^```[a-z]*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
# In the order in which they are read; the text of each lies in ``locales/vi/guide``.
PAGES = ("", "viet", TYPES, FINDINGS, "duyet", "ban-dem")


def guide_facts(index: Index, page: str) -> GuideFacts:
    """Return the facts of a page of the guide."""
    at, links = PAGES.index(page), tuple(Link(_title(one), addresses.guide(one), current=one == page) for one in PAGES)
    return GuideFacts(
        **common(
            index, LANG, addresses.guide(page), _title(page),
            index.words(LANG, "guide.description", name=index.portal.name.vi),
            crumbs=links[:1] if page else (),
        ),
        body=_body(page),
        parts=_manuals() if page == FINDINGS else (),
        common=every_field(index) if page == TYPES else None,
        types=types_of(index) if page == TYPES else (),
        pages=links,
        older=links[at - 1] if at else None,
        newer=links[at + 1] if at + 1 < len(links) else None,
        components=Link(index.words(LANG, "components.title"), addresses.components()) if has_components(index) else None,
    )  # fmt: skip


def picture_facts(_: Index, name: str) -> FileFacts:
    """Return a picture of the guide."""
    return FileFacts(f"{addresses.guide('duyet')}{name}", pictures()[name])


@cache
def pictures() -> dict[str, bytes]:
    """Return the pictures of the guide."""
    return dict(guide_pictures())


@cache
def _text(page: str) -> tuple[str, str]:
    """Return the title and the text of a page."""
    title, _, rest = guide_page(page or "dau").partition("\n")
    return title.removeprefix("# "), rest


def _title(page: str) -> str:
    return _text(page)[0]


@cache
def _body(page: str) -> str:
    return _html(_text(page)[1])


@cache
def _manuals() -> tuple[GuidePart, ...]:
    return tuple(sorted((_manual(name) for name in manuals(LANG)), key=lambda part: part.title.casefold()))


def _html(text: str) -> str:
    """Return the HTML of a text of ours.

    Portals' bodies know no fences; here they are blocks that are set in. Examples show links that lead nowhere: quotation
    marks between elements are written so that nothing takes them for those of an attribute.
    """
    html = to_html(_FENCE.sub(lambda found: "\n" + indent(found[1], "    "), text))
    return _BETWEEN.sub(lambda found: found[0].replace('"', "&quot;"), html)


def _manual(name: str) -> GuidePart:
    """A manual page, its headings one step lower: its title is a part of the page."""
    title, _, rest = manual(LANG, name).partition("\n")
    lower = re.sub(r"<(/?)h([2-5])\b", lambda tag: f"<{tag[1]}h{int(tag[2]) + 1}", _html(rest))
    return GuidePart(name.replace("_", "-"), title.removeprefix("# "), name, lower)
