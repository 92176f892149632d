"""A kept, a fresh and a parallel run say the same (ADR 9); one item by itself shows what it shows among all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from congbo.checks import alone as alone_module
from congbo.checks.judge import judge
from congbo.checks.nearby import neighbours
from congbo.checks.survey import about
from congbo.commands.common import load
from congbo.commands.footing import Footing, footing
from congbo.finding import Finding
from congbo.store import Store
from support.repositories import ward_repository

DAY = date(2026, 11, 22)
FOLDER = "content/dl/tin-tuc-su-kien/2019"


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """A repository of the ward, with faults of several kinds in it."""
    repository = ward_repository(tmp_path / "phuong")
    pages = sorted((repository / FOLDER).glob("*.md"))
    break_line(pages[0], "nguon: ", "nguon_khac: ")
    break_line(pages[1], "id: ", "id: dl-khac-")
    shutil.copy(pages[2], pages[2].with_name("ban-chep.md"))
    with pages[3].open("a", encoding="utf-8") as file:
        file.write("\nXem [bài](/tin-tuc-su-kien/2019/khong-co/).\n")
    return repository


def break_line(page: Path, old: str, new: str) -> None:
    page.write_text(page.read_text("utf-8").replace(old, new, 1), "utf-8")


def surveyed(ground: Footing) -> list[Finding]:
    return ground.folder.findings(ground.store)


def test_a_survey_says_what_judging_all_at_once_says(ward: Path) -> None:
    _, corpus = load(ward, DAY)
    expected = list(judge(corpus))
    assert {"front_matter", "duplicate_id", "body"} <= {finding.check for finding in expected}
    assert surveyed(footing(ward, DAY)) == expected
    assert surveyed(footing(ward, DAY)) == expected


def test_processes_say_what_one_says(ward: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ground = footing(ward, DAY)
    alone = dict(alone_module.judge_alone(ground.ground, ground.pages))
    monkeypatch.setattr(alone_module, "A_BATCH", 7)
    monkeypatch.setattr(alone_module, "WORTH_PROCESSES", 1)
    assert dict(alone_module.judge_alone(ground.ground, ground.pages)) == alone


EDITS: dict[str, Callable[[Path], object]] = {
    "an item is mended": lambda root: break_line(sorted((root / FOLDER).glob("*.md"))[1], "nguon_khac: ", "nguon: "),
    "an item is deleted": lambda root: (root / FOLDER / "ban-chep.md").unlink(),
    "an item is renamed": lambda root: (root / FOLDER / "ban-chep.md").rename(root / FOLDER / "ban-chep-2.md"),
    "the page that a link missed is written": lambda root: shutil.copy(
        max((root / FOLDER).glob("*.md")), root / FOLDER / "khong-co.md"
    ),
    "a file of no item appears": lambda root: (root / FOLDER / "la.pdf").write_bytes(b"%PDF-1.4"),
    "a policy changes": lambda root: break_line(root / "policies/portals/dl.yml", "www.donglac", "w3.donglac"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_after_an_edit_the_kept_facts_give_what_fresh_ones_give(ward: Path, edit: Callable[[Path], object]) -> None:
    before = surveyed(footing(ward, DAY))
    edit(ward)
    after = surveyed(footing(ward, DAY))
    _, corpus = load(ward, DAY)
    assert after == list(judge(corpus))
    assert after != before


def test_another_day_is_judged_anew(ward: Path) -> None:
    surveyed(footing(ward, DAY))
    _, corpus = load(ward, date(2019, 12, 2))
    assert surveyed(footing(ward, date(2019, 12, 2))) == list(judge(corpus))


def test_an_item_by_itself_shows_what_it_shows_among_all(ward: Path) -> None:
    ground = footing(ward, DAY)
    everything = surveyed(ground)
    for page in ground.pages:
        near = neighbours(ground.ground, ground.store, ground.content, {page})
        mine = [finding for finding in about(ground.ground, near) if finding.place.path == page]
        assert mine == [f for f in everything if f.place.path == page and not of_the_whole(f)], page


def of_the_whole(finding: Finding) -> bool:
    """What stands at an item but is said of the portal: a pause before it, a passage that some other item has too."""
    return finding.check == "cadence" or finding.message.params.get("finds") == "copied_text"


@pytest.mark.parametrize("rubbish", [b"", b"SQLite format 3\0 and no more", b"\0" * 5000])
@pytest.mark.parametrize("name", ["facts.sqlite", "folder.sqlite"])
def test_a_broken_store_is_no_fault(ward: Path, rubbish: bytes, name: str) -> None:
    ground = footing(ward, DAY)
    expected = surveyed(ground)
    (ward / ".git/congbo" / name).write_bytes(rubbish)
    assert surveyed(footing(ward, DAY)) == expected
    assert surveyed(footing(ward, DAY)) == expected


def test_a_store_keeps_the_newest_and_forgets_what_is_gone(tmp_path: Path) -> None:
    store = Store(tmp_path / "a" / "facts.sqlite")
    assert store.get("kind", "one") is None
    store.replace("kind", [("one", 1), ("two", (2, "b"))])
    store.replace("kind", [("three", 3)], gone=["one"])
    assert store.all("kind") == {"two": (2, "b"), "three": 3}
    assert store.keys("kind") == {"two", "three"}
    store.put("kind", "four", 4)
    assert store.all("kind") == {"four": 4}


def test_without_a_file_nothing_is_kept() -> None:
    store = Store(None)
    store.put("kind", "one", 1)
    assert store.get("kind", "one") is None
    assert store.keys("kind") == set()
