"""An item's row in an edition: what it is found and ordered by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final

from msgspec import Struct

from congbo.dates import VIETNAM
from congbo.facts import addresses, showing
from congbo.facts.corpus import Corpus
from congbo.facts.document_number import plain
from congbo.facts.relations import AMENDS, NUMBER, REPLACES, cited, texts_of
from congbo.facts.terms import Term, terms_of
from congbo.item import Item

# The kinds of terms by which registers of documents are divided, and those that only documents have.
FACETS: Final = ("field", "year", "issuer", "form")
_OF_DOCUMENTS: Final = ("issuer", "form", "issued")
CITES: Final = "cites"
SHOWN: Final = "shown"
GONE: Final = "gone"
# The term by which an item is found among all of its type and month of posting ("van_ban/2026-11").
DATA: Final = "data"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Row(Struct, frozen=True):
    """An item that an edition shows, or of which a notice stands at its address (``gone``).

    ``posted`` in microseconds since 1970, UTC; ``month`` as ``2026-11``, in Vietnam; ``original`` is the id of the item that
    it translates, or its own; ``names`` the numbers of the documents that it replaces or amends; ``claims`` its earlier
    addresses; ``terms`` what lists find it by while it is shown.
    """

    path: str
    state: str
    id: str
    url: str
    section: str
    lang: str
    posted: int
    month: str
    original: str
    number: str
    names: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()

    @property
    def day(self) -> str:
        """Return the day of issue of a document; the day of posting where it names none."""
        issued = next((value for kind, value in self.terms if kind == "issued"), "")
        return issued or (_EPOCH + timedelta(microseconds=self.posted)).astimezone(VIETNAM).date().isoformat()

    @property
    def filed(self) -> tuple[Term, ...]:
        """Return where the registers of its section have a document: among all ("", ""), and under each value of a facet."""
        return (("", ""), *(term for term in self.terms if term[0] in FACETS)) if is_filed(self.terms) else ()


def is_filed(terms: Iterable[Term]) -> bool:
    """Tell whether these are the terms of a document, which registers have."""
    return any(kind in _OF_DOCUMENTS for kind, _ in terms)


def row_of(corpus: Corpus, item: Item, edition: str) -> Row | None:
    """Return an item's row in an edition of its portal; None where the edition neither shows it nor says where it went."""
    state = _state(corpus, item) if item.in_edition(edition) else ""
    if not state:
        return None
    number, posted = item.fields.get(NUMBER), showing.posted(corpus, item)
    return Row(
        path=item.path,
        state=state,
        id=item.id,
        url=addresses.item(item),
        section=item.section,
        lang=item.lang,
        posted=stamp(posted),
        month=f"{posted:%Y-%m}",
        original=item.translation or item.id,
        number=plain(number) if isinstance(number, str) else "",
        names=_names(item),
        claims=tuple(_claims(corpus, item)),
        terms=(*terms_of(corpus.policy.types, item), (DATA, f"{item.type}/{posted:%Y-%m}")) if state == SHOWN else (),
    )


def stamp(moment: datetime) -> int:
    """Return a moment in microseconds since 1970, UTC."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def _state(corpus: Corpus, item: Item) -> str:
    if showing.shows(corpus, item):
        return SHOWN
    return GONE if showing.leaves_trace(corpus, item) else ""


def _names(item: Item) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cited(text).number for key in (REPLACES, AMENDS) for text in texts_of(item, key)))


def _claims(corpus: Corpus, item: Item) -> list[str]:
    """Addresses that the item had in its portal; what moved from another portal leaves no redirect there."""
    earlier = corpus.history.earlier_paths(item.path)
    return list(dict.fromkeys(addresses.old_item(path) for path in earlier if path.split("/")[1] == item.portal))
