"""Whether an item's page is live in an edition, and if not, why: what was decided of it, what is released, what is served."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from congbo.deploy.manifest import Entry, Manifest
from congbo.deploy.proof import read_back
from congbo.deploy.reading import Fetch
from congbo.facts import addresses
from congbo.facts.corpus import Corpus
from congbo.facts.showing import EXPIRED, SCHEDULED, SHOWN, STOPPED, TAKEN_DOWN, ends, stage
from congbo.facts.takedowns import begins, stop_of, takedown_of
from congbo.item import Item

LIVE: Final = "live"
OLDER: Final = "older"  # live, but not in the newest form that the history has
EDITED: Final = "edited"  # live; the folder here holds a form that the history has not
DIFFERS: Final = "differs"  # what is served is not what was released
WAITS: Final = "waits"  # for the next publication
HERE: Final = "here"  # in this working folder alone
NOTHING: Final = "nothing"  # nothing was published at the target
NO_ANSWER: Final = "no_answer"


@dataclass(frozen=True)
class Standing:
    """One edition's answer. ``since``: when the state began or (scheduled) will end; ``page``: the file below the target.

    ``still``: a page of the item may still be seen, since what is live is older than what was decided of it.
    """

    edition: str
    state: str
    page: str
    url: str
    since: datetime | None = None
    still: bool = False
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True)
class Seen:
    """What a target shows: its manifest (None: nothing), how to read it, and what differs between it and the folder here.

    ``newer``: OLDER or EDITED if the item's files here are not those of the release, else empty. ``committed``: the item is
    in the history. ``behind``: the release is of another commit than the newest one here. ``alone``: the target shows one
    portal and nothing above it.
    """

    manifest: Manifest | None
    fetch: Fetch
    newer: str
    committed: bool
    behind: bool
    alone: bool = False


def standing(corpus: Corpus, item: Item, edition: str, seen: Seen) -> Standing:
    """Return how an item stands in one edition of its portal."""
    portal = corpus.policy.portals[item.portal]
    address = addresses.item(item)
    page = f"{'' if seen.alone else f'{item.portal}/{edition}/'}{addresses.file_of(address)}"
    url = f"https://{portal.editions[edition].hosts[0]}/{address}"
    decided = stage(corpus, item)
    files = dict(_files(seen.manifest, page, item.id))
    if decided != SHOWN:
        since = _since(corpus, item, decided)
        return Standing(edition, decided, page, url, since, still=page in files and _older(seen, since))
    state, wrong = _shown(seen, files, page)
    return Standing(edition, state, page, url, wrong=wrong)


def _shown(seen: Seen, files: dict[str, Entry], page: str) -> tuple[str, tuple[str, ...]]:
    """How an item stands that is to be shown."""
    if page not in files:
        if not seen.committed:
            return HERE, ()
        return (NOTHING if seen.manifest is None else WAITS), ()
    _, wrong = read_back(files, seen.fetch)
    if wrong:
        return DIFFERS, tuple(one.path for one in wrong)
    return seen.newer or LIVE, ()


def _files(known: Manifest | None, page: str, item: str) -> Iterator[tuple[str, Entry]]:
    """The files of the item's page and beside it in a release."""
    for path, entry in known.entries(page.rpartition("/")[0] + "/") if known is not None else ():
        if entry.source == item:
            yield path, entry


def _older(seen: Seen, since: datetime | None) -> bool:
    """Tell whether what is live may be from before something was decided."""
    if seen.manifest is None:
        return False
    at = datetime.fromisoformat(seen.manifest.at) if seen.manifest.at else None
    return seen.behind or bool(seen.newer) or (since is not None and (at is None or at < since))


def _since(corpus: Corpus, item: Item, decided: str) -> datetime | None:
    if decided == SCHEDULED:
        return item.publish_at
    if decided == EXPIRED:
        return ends(corpus.policy, item)
    find = {TAKEN_DOWN: takedown_of, STOPPED: stop_of}.get(decided)
    record = find(corpus.policy, item, corpus.moment) if find else None
    return begins(record) if record else None
