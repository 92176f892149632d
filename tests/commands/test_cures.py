"""What is told as the cure of a fault does cure it."""

from __future__ import annotations

from pathlib import Path

import pytest

from congbo.__main__ import main
from support.repositories import git, ward_repository


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """A ward's repository of one's own."""
    return ward_repository(tmp_path / "phuong")


def page(ward: Path) -> Path:
    return next(file for file in sorted((ward / "content/dl").rglob("*.md")))


def test_a_nul_is_removed_by_hand_and_both_commands_say_so(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = page(ward)
    good = file.read_bytes()
    line = good.count(b"\n") + 1
    file.write_bytes(good + b"a\0b\n")
    assert main(["check", "-C", str(ward), str(file)]) == 1
    told = capsys.readouterr().out
    assert f"{file.name}:{line}:2" in told
    assert "Chạy `congbo fix`" not in told
    assert "bằng tay" in told
    assert main(["fix", "-C", str(ward), str(file), "--write"]) == 1
    told = capsys.readouterr().out
    assert f"dòng {line} có ký tự NUL" in told
    assert "bảng mã" not in told


@pytest.mark.parametrize("path", ["policies/portals/dl.yml", "policies/calendar/2026.yml", "policies/targets.yml"])
@pytest.mark.parametrize("text", ["", "# chú thích\n"])
def test_an_empty_policy_is_said_to_be_empty(ward: Path, path: str, text: str, capsys) -> None:
    (ward / path).write_text(text, "utf-8")
    assert main(["check", "-C", str(ward)]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"{path}:1: Tệp không có dòng nào")
    assert "summary" not in told


def test_an_item_whose_ending_is_in_capitals_is_renamed(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = page(ward)
    git(ward, "mv", str(file), str(file.with_name("BAI.MD")))
    assert main(["check", "-C", str(ward)]) == 1
    told = capsys.readouterr().out
    assert "Đổi tên thành `BAI.md`" in told
    assert "PDF" not in told
    assert "không thuộc mục tin nào" not in told


def test_where_nothing_was_submitted_no_changes_are_listed(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "approve", "khong-co", "-C", str(ward)]) == 2
    told = capsys.readouterr().err
    assert "chưa có thay đổi nào được nộp" in told
    assert ": ." not in told
