"""What git keeps as no plain file, from the disk, the index and a commit, and what the check says of it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from congbo.__main__ import main
from congbo.facts.merged import Merged, Only
from congbo.history.quick import odd_entries
from congbo.history.revision import RevisionTree
from congbo.tree import LINK, PROGRAM, SUBMODULE, FolderTree
from support.repositories import git, ward_repository
from support.trees import ValueTree

SECTION = "content/dl/tin-tuc-su-kien/2019"
ITEM = f"{SECTION}/khai-mac-giai-bong-chuyen-hoi-nguoi-cao-tuoi.md"


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    return ward_repository(tmp_path / "phuong")


def add_all_kinds(ward: Path) -> dict[str, str]:
    """Add a link among the items, one among the attachments, a program and a submodule, and tell where they are."""
    folder = ward / SECTION / "them"
    folder.mkdir()
    (ward / SECTION / "lien-ket.md").symlink_to(ward / ITEM)
    (folder / "a.pdf").symlink_to("/etc/hostname")
    (ward / ITEM).chmod(0o755)
    git(ward, "add", "-A")
    git(ward, "update-index", "--chmod=+x", ITEM)
    git(ward, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},{SECTION}/kho")
    (ward / SECTION / "kho").mkdir()
    return {
        f"{SECTION}/lien-ket.md": LINK,
        f"{SECTION}/them/a.pdf": LINK,
        ITEM: PROGRAM,
        f"{SECTION}/kho": SUBMODULE,
    }


def found(capsys: pytest.CaptureFixture[str], ward: Path, *words: str) -> list[tuple[str, str]]:
    main(["-C", str(ward), "check", "--format", "json", "--today", "2026-11-22", *words])
    findings = json.loads(capsys.readouterr().out)["findings"]
    wanted = ("file_name", "front_matter")
    return sorted((one["path"], one["check"]) for one in findings if one["check"] in wanted)


def test_index_disk_and_commit_tell_the_same(ward: Path) -> None:
    kinds = add_all_kinds(ward)
    assert odd_entries(ward) == kinds
    assert FolderTree(ward, lambda: odd_entries(ward)).odd("content") == kinds
    assert FolderTree(ward).odd("content") == {path: kind for path, kind in kinds.items() if kind == LINK}
    git(ward, "commit", "-qm", "Thêm")
    assert RevisionTree(ward, "HEAD").odd("content") == kinds
    assert RevisionTree(ward, "HEAD~1").odd("content") == {}
    assert not RevisionTree(ward, "HEAD").has(f"{SECTION}/kho")
    assert f"{SECTION}/kho" not in RevisionTree(ward, "HEAD").paths("content")


def test_each_is_a_finding_and_none_stops_the_check(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add_all_kinds(ward)
    expected = [
        (ITEM, "file_name"),
        (f"{SECTION}/kho", "file_name"),
        (f"{SECTION}/lien-ket.md", "front_matter"),
        (f"{SECTION}/them/a.pdf", "file_name"),
    ]
    assert found(capsys, ward) == sorted(expected)
    assert found(capsys, ward) == sorted(expected)  # the second answer is a stored one
    git(ward, "commit", "-qm", "Thêm")
    assert found(capsys, ward, "--base", "HEAD~1") == sorted(expected)
    assert found(capsys, ward, "--base", "HEAD~1", "--head", "HEAD") == sorted(expected)


def test_what_was_mended_is_asked_for_again(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(ward, "update-index", "--chmod=+x", ITEM)
    assert found(capsys, ward) == [(ITEM, "file_name")]
    git(ward, "update-index", "--chmod=-x", ITEM)
    assert found(capsys, ward) == []


def test_an_entry_that_was_deleted_on_disk_is_none(ward: Path) -> None:
    kinds = add_all_kinds(ward)
    (ward / SECTION / "kho").rmdir()
    left = FolderTree(ward, lambda: odd_entries(ward)).odd("content")
    assert left == {path: kind for path, kind in kinds.items() if kind != SUBMODULE}


def test_a_link_to_a_folder_is_not_entered(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "vong").symlink_to(tmp_path)
    assert FolderTree(tmp_path).odd("content") == {"content/vong": LINK}


def test_where_there_is_no_repository_there_is_nothing_recorded(tmp_path: Path) -> None:
    assert odd_entries(tmp_path) == {}
    assert FolderTree(tmp_path).odd("content") == {}


def test_a_change_replaces_what_it_touches() -> None:
    base = ValueTree({"content/a": b"", "content/b": b""}, {"content/a": LINK, "content/b": PROGRAM})
    change = ValueTree({"content/b": b"", "content/c": b""}, {"content/c": SUBMODULE})
    merged = Merged(base, change, frozenset({"content/b", "content/c"}))
    assert merged.odd("content") == {"content/a": LINK, "content/c": SUBMODULE}
    assert Only(merged, frozenset({"content/c"})).odd("content") == {"content/c": SUBMODULE}


def test_a_name_that_is_not_utf8_is_a_finding(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = ward / SECTION / "khai-mac-giai-bong-chuyen-hoi-nguoi-cao-tuoi"
    folder.mkdir(exist_ok=True)
    Path(os.fsdecode(os.fsencode(folder) + b"/th\xf4ng-b\xe1o.pdf")).write_bytes(b"x")
    assert [check for _, check in found(capsys, ward)] == ["file_name"]
