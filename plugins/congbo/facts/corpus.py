"""Everything that checks and pages look at: policy, items, the names of their attachments, and today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from congbo.attached import Inspection, inspect
from congbo.dates import day_of, start_of
from congbo.errors import CongboError
from congbo.facts import addresses
from congbo.facts.owing import Owed
from congbo.facts.working_days import Calendar
from congbo.history import History
from congbo.history.model import Version
from congbo.item import Fault, Item, Reading, read_item
from congbo.item.address import parse_address
from congbo.message import say
from congbo.pictures import Kept
from congbo.place import Place
from congbo.policy import Policy
from congbo.policy.portals import Portal
from congbo.tree import Tree

CONTENT = "content"


@dataclass(frozen=True)
class Corpus:
    """The repository at one moment. ``readings`` keep the order of the paths; ``files`` are the other content files.

    A part of the repository says in ``elsewhere`` which items lie outside it (their paths): links may lead there; or, where
    nobody wants to read all of them, which addresses there are (``known_addresses``, by portal).
    ``prints`` gives what bodies show of themselves (``text.shingles``), for items that were told without them. ``at`` is the
    moment where an hour is known; ``before`` the repository that a change is meant for. ``previewed``: the paths of a change
    that is only looked at (None: no preview). ``earlier``: the published forms of corrected items, by path, oldest first.
    ``owed``: the signatures that emergency publications still lack, where the register is known. ``pictures``: where sizes
    of pictures are kept from one build to the next.
    """

    policy: Policy
    readings: tuple[Reading, ...]
    files: frozenset[str]
    today: date
    tree: Tree
    history: History = field(default_factory=History)
    elsewhere: tuple[str, ...] = ()
    known_addresses: Mapping[str, Container[str]] | None = field(default=None, repr=False)
    prints: Mapping[str, bytes] = field(default_factory=dict)
    at: datetime | None = None
    before: Corpus | None = field(default=None, repr=False)
    previewed: frozenset[str] | None = None
    earlier: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    owed: tuple[Owed, ...] = ()
    pictures: Kept = field(default_factory=Kept, repr=False, compare=False)

    @property
    def moment(self) -> datetime:
        """Return the moment that the corpus is looked at: the one told, else the beginning of today."""
        return self.at or start_of(self.today)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Return every item that could be read."""
        return tuple(reading.item for reading in self.readings if reading.item)

    @cached_property
    def by_path(self) -> Mapping[str, Item]:
        """Return the items by repository path."""
        return {item.path: item for item in self.items}

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """Return the items by id; the first of two with one id."""
        found: dict[str, Item] = {}
        for item in self.items:
            found.setdefault(item.id, item)
        return found

    @cached_property
    def _by_portal(self) -> Mapping[str, list[Item]]:
        found: dict[str, list[Item]] = defaultdict(list)
        for item in self.items:
            found[item.portal].append(item)
        return found

    def items_of(self, portal: str) -> list[Item]:
        """Return the items of a portal, in the order of their paths."""
        return self._by_portal.get(portal, [])

    @cached_property
    def calendar(self) -> Calendar:
        """Return the working days by the policy's calendars."""
        return Calendar.of(self.policy)

    def portal_of(self, item: Item) -> Portal | None:
        """Return the item's portal, or None if there is none of that id."""
        return self.policy.portals.get(item.portal)

    def published(self, item: Item) -> datetime | None:
        """Return when the item became public: as imported, else by history, later if ``publish_at`` is; None for a draft."""
        first = item.imported.published if item.imported else self.history.first_published(item.path)
        if first is None:
            return None
        return max(first, item.publish_at) if item.publish_at and not item.imported else first

    def judged_on(self, item: Item) -> date:
        """Return the day whose law judges the item: its first publication, today for a draft."""
        moment = self.published(item)
        return day_of(moment) if moment else self.today

    def addresses_of(self, portal: str) -> Container[str]:
        """Return the addresses of a portal's items, section fronts, home pages and site maps, without the last ``/``."""
        known = self._addresses if self.known_addresses is None else self.known_addresses
        return known.get(portal, frozenset())

    @cached_property
    def _addresses(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for path in (*(reading.path for reading in self.readings), *self.elsewhere):
            address = parse_address(path)
            if address:
                found[address.portal].update(addresses.around(address))
        return {portal: frozenset(known) for portal, known in found.items()}

    def inspection(self, path: str) -> Inspection:
        """Return what an attached file is and says, looked into once. Raises CongboError for a link or an unreadable file."""
        found = self.noted.get(("inspection", path))
        if not isinstance(found, Inspection):
            found = self.noted["inspection", path] = inspect(self.tree.read(path), path)
        return found

    @cached_property
    def noted(self) -> dict[tuple[str, str], object]:
        """Return what was worked out so far, by fact and path, so that many rules ask once."""
        return {}

    def attachments(self, item: Item) -> tuple[str, ...]:
        """Return the paths of the files in the item's folder."""
        return self._by_folder.get(item.address.folder, ())

    @cached_property
    def _by_folder(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for path in sorted(self.files):
            found[path.rpartition("/")[0]].append(path)
        return {folder: tuple(paths) for folder, paths in found.items()}


def read_page(tree: Tree, path: str, policy: Policy) -> Reading:
    """Return what an item's file says; of a symbolic link, that it is one. Raises CongboError for what cannot be read."""
    try:
        return read_item(tree.read(path), path, policy)
    except CongboError as error:
        if error.message.key != "tree.symbolic_link":
            raise
        return Reading(path, faults=(Fault(Place(path), error.message, say("tree.symbolic_link.fix")),))


def load_corpus(
    tree: Tree, policy: Policy, today: date, history: History | None = None, only: Iterable[str] | None = None
) -> Corpus:
    """Read the content of a tree; ``only`` limits it to portals."""
    paths = [path for path in tree.paths(CONTENT) if only is None or path.split("/")[1] in set(only)]
    readings = tuple(read_page(tree, path, policy) for path in paths if path.endswith(".md"))
    files = frozenset(path for path in paths if not path.endswith(".md"))
    return Corpus(policy, readings, files, today, tree, history or History())
