"""The telephone numbers and mailboxes that a portal has declared as its offices' own: they may stand in any text of it."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.facts.corpus import Corpus
from congbo.policy.free import Free
from congbo.policy.portals import Portal
from congbo.text.sensitive import find

CONTACTS = ("mobile", "home_phone", "mailbox")
"""The kinds of finds that an office may declare as its own."""


def officials(corpus: Corpus, portal_id: str) -> frozenset[str]:
    """Return what the portal, the one above it and its components declare under ``contact`` and ``facts``, normalised."""
    found = corpus.noted.get(("officials", portal_id))
    if not isinstance(found, frozenset):
        declared = "\n".join(text for portal in _family(corpus, portal_id) for text in _declared(portal))
        hits = find(declared, ["personal_data"])["personal_data"]
        found = corpus.noted["officials", portal_id] = frozenset(hit.value for hit in hits if hit.kind in CONTACTS)
    return found


def _family(corpus: Corpus, portal_id: str) -> Iterator[Portal]:
    for portal in corpus.policy.portals.values():
        mine = corpus.policy.portals.get(portal_id)
        if mine and (portal.id in (mine.id, mine.parent) or portal.parent == mine.id):
            yield portal


def _declared(portal: Portal) -> Iterator[str]:
    if portal.contact:
        yield from (portal.contact.address, portal.contact.phone, portal.contact.fax, portal.contact.email)
    for value in portal.facts.values():
        yield from _texts(value)


def _texts(value: Free) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
