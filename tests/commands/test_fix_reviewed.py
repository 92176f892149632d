"""A translator who has compared a translation with its original says so by a command; nothing else notes it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from congbo.__main__ import main
from support.repositories import ROOT, git

ORIGINAL, ENGLISH = (f"content/qn/dich-vu-cong/2017/giay-phep{end}.md" for end in ("", ".en"))
TEXT = """---
id: qn-2017-{number}
type: dich_vu
title: Giấy phép
summary: Tóm tắt một câu.
{more}imported:
  published: 2017-08-01T10:00:00+07:00
  source: Cổng cũ
le_phi: "{fee}"
---
Nội dung.

---

Hết.
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "policies", tmp_path / "policies")
    write(tmp_path, ORIGINAL, number=9001)
    write(tmp_path, ENGLISH, number=9002, more="lang: en\ntranslation: qn-2017-9001\n")
    git(tmp_path, "init", "-q")
    return tmp_path


def write(root: Path, path: str, *, number: int, more: str = "", fee: str = "400.000 đồng") -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(TEXT.format(number=number, more=more, fee=fee), "utf-8")


def fix(root: Path, *words: str) -> int:
    return main(["-C", str(root), "fix", "--reviewed", *words])


def warned(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    main(["-C", str(root), "check", "--format", "json", ENGLISH])
    found = json.loads(capsys.readouterr().out)["findings"]
    return [one["message"] for one in found if one["check"] == "translation"]


def test_it_is_shown_then_written_then_holds_until_the_original_changes(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, before = repository / ENGLISH, (repository / ENGLISH).read_text("utf-8")
    assert len(warned(repository, capsys)) == 1
    assert fix(repository, ENGLISH) == 1
    assert "+ban_goc:" in capsys.readouterr().out
    assert file.read_text("utf-8") == before
    assert fix(repository, ENGLISH, "--write") == 0
    noted = file.read_text("utf-8")
    assert [line for line in noted.splitlines() if line in before.splitlines()] == before.splitlines()
    assert warned(repository, capsys) == []
    assert fix(repository, ENGLISH, "--write") == 0
    assert file.read_text("utf-8") == noted
    write(repository, ORIGINAL, number=9001, fee="600.000 đồng")
    assert [text.endswith("ở: Lệ phí.") for text in warned(repository, capsys)] == [True]
    assert fix(repository, ENGLISH, "--write") == 0
    again = file.read_text("utf-8")
    assert again.count("ban_goc:") == 1
    assert len(again.splitlines()) == len(noted.splitlines())
    assert warned(repository, capsys) == []


def test_which_were_compared_somebody_has_to_say(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fix(repository, "--write") == 2
    assert "Chưa nêu bản dịch nào" in capsys.readouterr().err


def test_what_is_no_translation_is_not_noted(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fix(repository, ORIGINAL, "--write") == 2
    assert ORIGINAL in capsys.readouterr().err
    (repository / ORIGINAL).unlink()
    assert fix(repository, ENGLISH, "--write") == 2
    assert "không phải bản dịch đọc được" in capsys.readouterr().err


def test_a_program_reads_what_would_be_written(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert fix(repository, ENGLISH, "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert told["summary"] == {"files": 1, "changed": 1, "written": 0}
    assert told["files"][0]["original"] == ORIGINAL
