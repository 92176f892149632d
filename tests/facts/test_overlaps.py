"""Two open changes at one item are seen, from either side."""

from __future__ import annotations

from datetime import UTC, datetime

from congbo.facts.overlaps import OpenChange, overlaps

SINCE = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ITEM = "content/dl/tin-tuc/2026/a.md"


def change(id_: str, *paths: str) -> OpenChange:
    return OpenChange(id_, (f"dl-{id_}",), SINCE, frozenset(paths))


def told(*changes: OpenChange) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.change, one.other.id, one.paths) for one in overlaps(changes)]


def test_both_are_told() -> None:
    assert told(change("a", ITEM), change("b", ITEM)) == [("a", "b", (ITEM,)), ("b", "a", (ITEM,))]


def test_the_file_of_an_item_is_the_item() -> None:
    assert told(change("a", ITEM), change("b", "content/dl/tin-tuc/2026/a/anh.png"))[0] == ("a", "b", (ITEM,))


def test_neighbours_do_not_meet() -> None:
    assert told(change("a", ITEM), change("b", ITEM.replace("/a.md", "/b.md"))) == []


def test_files_of_governance_meet_too() -> None:
    path = "policies/boards/dl.yml"
    assert told(change("a", path), change("b", ITEM), change("c", path)) == [("a", "c", (path,)), ("c", "a", (path,))]


def test_nobody_meets_himself() -> None:
    assert told(change("a", ITEM, ITEM.replace("a.md", "a/x.pdf"))) == []
