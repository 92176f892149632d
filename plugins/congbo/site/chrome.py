"""What surrounds every page: masthead, menu, languages, footer. It changes only when governance does, never by counts."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.facts import addresses
from congbo.message import Texts
from congbo.site.about import about
from congbo.site.banners import banners
from congbo.site.ceased_facts import canonical_host, owner_ceased, taken_over
from congbo.site.index import Index
from congbo.site.menu import groups, menu
from congbo.site.trace import Trace
from congbo.site.views import Chrome, Fact, Link


def chrome_of(index: Index, lang: str) -> Chrome:
    """Return the chrome of a page, worked out once; the page rests on it as a whole."""
    index.trace.on("chrome", lang)
    known = index.noted.get(lang)
    if known is None:
        index.traces.append(Trace())  # what the chrome rests on is not the page's affair
        known = index.noted[lang] = chrome(index, lang)
        index.traces.pop()
    return known


def chrome(index: Index, lang: str) -> Chrome:
    """Return the chrome of a language of an edition."""
    portal = index.portal
    owner, licence = index.corpus.policy.units[portal.owner].name_in(lang), portal.licence
    return Chrome(
        portal=portal.id,
        edition=index.edition,
        lang=lang,
        palette=portal.palette,
        over=(portal.over or Texts("")).in_(lang),
        name=portal.name.in_(lang),
        short=portal.short.in_(lang),
        host=index.host,
        owner=owner,
        home=addresses.home(lang),
        menu=tuple(menu(index, lang)),
        sections=tuple(groups(index, lang)),
        languages=tuple(_language(index, lang, other) for other in index.languages) if len(index.languages) > 1 else (),
        parent=_parent(index, lang),
        footer=tuple(_footer(index, lang, owner)),
        about=tuple(about(index, lang)),
        regulation=_regulation(index, lang),
        credit=index.words(lang, "credit", name=portal.name.in_(lang)),
        feed="" if index.preview else addresses.feed(lang),
        preview=index.words(lang, "preview.banner") if index.preview else "",
        ceased=owner_ceased(index, lang),
        banners=tuple(banners(index, lang)),
        licence=Link(licence.name.in_(lang), licence.url, external=True) if licence else None,
    )


def _language(index: Index, lang: str, other: str) -> Link:
    return Link(index.words(lang, f"label.language.{other}"), addresses.home(other), current=lang == other, lang=other)


def _parent(index: Index, lang: str) -> Link | None:
    parent = index.corpus.policy.portals.get(index.portal.parent)
    if parent is None:
        return None
    return Link(parent.name.in_(lang), f"https://{canonical_host(index, parent)}/", external=True)


def _footer(index: Index, lang: str, owner: str) -> Iterator[Fact]:
    contact = index.portal.contact
    values: dict[str, str] = {"owner": owner}
    if contact:
        values |= {
            "head": contact.head.in_(lang) if contact.head else "",
            "answerable": contact.answerable.in_(lang) if contact.answerable else "",
        }
    values["licence"] = str(index.portal.facts.get("giay_phep", ""))
    if contact:
        values |= {
            "address": contact.address,
            "phone": contact.phone,
            "fax": contact.fax,
            "email": contact.email,
        }
    for key, value in values.items():
        if value:
            url = f"mailto:{value}" if key == "email" else ""
            yield Fact(key, index.words(lang, f"label.{key}"), "email" if url else "text", (value,), url=url)
    if names := taken_over(index, lang):
        yield Fact("forerunners", index.words(lang, "label.forerunners"), "texts", names)


def _regulation(index: Index, lang: str) -> str:
    regulation = index.regulation
    if regulation is None:
        return ""
    title = regulation.title.in_(lang)
    if regulation.number is None:
        return index.words(lang, "regulation.title", title=title)
    return index.words(lang, "regulation.number", title=title, number=regulation.number)
