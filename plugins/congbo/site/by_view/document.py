"""Documents: registers by day of issue with facets; of a document what it is based on and stands in relation to."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.facts import addresses
from congbo.facts.terms import terms_of
from congbo.item import Item
from congbo.shelf.row import is_filed
from congbo.site.by_view.view import NEWEST, Front, Part
from congbo.site.index import Index
from congbo.site.registers import facets, files, has_years, in_order, total
from congbo.site.relations import based_on, contents, link_to
from congbo.site.views import Link
from congbo.site.views.registers import Choice, Document, Register

STATES = "tinh-trang-hieu-luc"


def front(index: Index, section: str, lang: str) -> Front:
    """Return a front of the newest documents by day of issue, among them what is none by day of posting."""
    filed = index.asked("filed_newest", lang, section, "", "", "")
    others = (one for one in index.newest(lang, section) if not is_filed(terms_of(index.corpus.policy.types, one)))
    items = in_order(index, (*filed, *others))[:NEWEST]
    return Front((Part("", items),) if items else (), register(index, section, lang))


def register(index: Index, section: str, lang: str) -> Register | None:
    """Return what stands beside a register; None where no document is filed."""
    count = total(index, section, lang)
    if not count:
        return None
    return Register(
        count,
        tuple(facets(index, section, lang)),
        tuple(files(index, section, lang)),
        tuple(_states(index, lang)),
        has_years(index, section, lang),
    )


def page(index: Index, item: Item) -> Document:
    """Return what a document's page has of its own."""
    number = item.fields.get("so")
    return Document(
        cites=tuple(based_on(index, item)),
        relations=link_to(index, item),
        other_day=_other_day(index, item),
        issue=index.words(item.lang, "document.issue", number=number) if isinstance(number, str) else "",
        contents=tuple(contents(index, item)),
    )


def _other_day(index: Index, item: Item) -> Link | None:
    """A register has the page if it has a document with an issuer, such as this one."""
    has_issuer = any(kind == "issuer" for kind, _ in terms_of(index.corpus.policy.types, item))
    if index.view_of(item.section) != "document" or not has_issuer:
        return None
    return Link(index.words(item.lang, "document.other_day"), addresses.effects(item.section, item.lang))


def _states(index: Index, lang: str) -> Iterator[Choice]:
    for term in index.corpus.policy.vocabularies[STATES].terms:
        yield Choice(Link(term.name.in_(lang), ""), term.id)
