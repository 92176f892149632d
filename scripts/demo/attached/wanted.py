"""Which attachments the items name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from congbo.item import Image, Item, read_item
from congbo.policy import Policy, load_policy
from congbo.text.pictures import pictures
from congbo.tree import FolderTree

# The first of these that an item has is its own day.
DAYS = ("ngay_ban_hanh", "ngay", "ngay_nghiem_thu", "ngay_phe_duyet", "ngay_quyet_dinh_cong_bo", "bat_dau")
FILE_TYPES = ("file", "files", "image", "table")
BODY = "than_bai"  # the "field" of the pictures in a text


@dataclass(frozen=True)
class Studio:
    """What every maker may look at: the policies and all items."""

    policy: Policy
    items: tuple[Item, ...]
    unreadable: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wanted:
    """One file that an item names; ``alt`` is a picture's text."""

    item: Item
    field: str
    file: str
    alt: str = ""

    @property
    def path(self) -> str:
        """Return where the file belongs."""
        return f"{self.item.address.folder}/{self.file}"


def open_studio(root: Path) -> Studio:
    """Read the policies and every content file of a repository."""
    tree = FolderTree(root)
    policy = load_policy(tree)
    paths = [path for path in tree.paths("content") if path.endswith(".md")]
    readings = [read_item(tree.read(path), path, policy) for path in paths]
    items = tuple(reading.item for reading in readings if reading.item)
    return Studio(policy, items, tuple(reading.path for reading in readings if not reading.item))


def wanted(studio: Studio, portals: Iterable[str]) -> Iterator[Wanted]:
    """Yield every file that the portals' items name, in the order of paths; no portals means all."""
    chosen = set(portals)
    for item in studio.items:
        if not chosen or item.portal in chosen:
            yield from _of(item, studio.policy)


def original(want: Wanted, studio: Studio) -> Wanted:
    """Return the same file of the Vietnamese item that a translation belongs to, so that both show one picture."""
    for item in studio.items:
        value = item.fields.get(want.field)
        if item.id == want.item.translation and isinstance(value, Image):
            return Wanted(item, want.field, value.file, value.alt)
    return want


def day_of(item: Item) -> date:
    """Return the item's own day: of issue, else of its first posting, else the first of its year."""
    for field in DAYS:
        found = item.fields.get(field)
        if isinstance(found, date):
            return found
    return item.imported.published.date() if item.imported else date(item.address.year, 1, 1)


def text_of(item: Item, field: str) -> str:
    """Return a text field, empty if the item has none."""
    found = item.fields.get(field)
    return found if isinstance(found, str) else ""


def texts_of(item: Item, field: str) -> tuple[str, ...]:
    """Return a list field, empty if the item has none."""
    found = item.fields.get(field)
    return found if isinstance(found, tuple) else ()


def _of(item: Item, policy: Policy) -> Iterator[Wanted]:
    for field, value in item.fields.items():
        if policy.types.fields[field].type not in FILE_TYPES:
            continue
        if isinstance(value, Image):
            yield Wanted(item, field, value.file, value.alt)
        elif isinstance(value, str):
            yield Wanted(item, field, value)
        elif isinstance(value, tuple):
            yield from (Wanted(item, field, file) for file in value)
    yield from (Wanted(item, BODY, one.address, one.words or "") for one in pictures(item.body))
