"""A stranger's repository of this layout: written here from nothing, checked and built by the installed program."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from congbo.__main__ import main
from support.repositories import ROOT, TODAY, git

FILES = {
    "policies/types.yml": """format: 1
every_item: [tac_gia]
types:
  tin: {name: {vi: Tin, en: News}, view: news, fields: [nguon]}
fields:
  tac_gia: {type: names, key: authors, name: {vi: Tác giả, en: Author}}
  nguon: {type: text, name: {vi: Nguồn, en: Source}}
field_lists: {}
""",
    "policies/sections.yml": """format: 1
sections:
  - {id: tin-xa, name: {vi: Tin của xã, en: News}, types: [tin]}
""",
    "policies/units/xa.yml": """format: 1
units:
  - {id: ubnd-xa, name: Ủy ban nhân dân xã Mường Lát, type: ubnd}
""",
    "policies/regulations/ml/regulation.yml": """format: 1
regulation: ML
title: {vi: Quy chế Trang thông tin điện tử xã, en: Regulation of the commune's site}
number: 12/QĐ-UBND
date: 2024-01-02
issuer: ubnd-xa
force: {from: 2024-01-02}
tiers: {xa: {vi: Xã, en: Commune}}
""",
    "policies/regulations/ml/clauses.yml": """format: 1
clauses_of: ML
articles:
  - article: "3"
    title: Nội dung
    clauses:
      - id: ML-3.1
        cite: khoản 1 Điều 3
        is: {kind: mandated section, strength: duty, level: A}
        says: {vi: Có chuyên mục tin., en: There is a news section.}
        met_by: [{check: sections, required: [tin-xa]}]
      - id: ML-3.2
        cite: khoản 2 Điều 3
        is: {kind: mandatory field, strength: duty, level: A}
        says: {vi: Tin ghi rõ tác giả., en: News names its author.}
        met_by: [{check: fields, required: [tac_gia]}]
""",
    "policies/portals/ml.yml": """format: 1
portal: ml
name: {vi: Trang thông tin điện tử xã Mường Lát, en: Mường Lát commune}
short: {vi: Xã Mường Lát, en: Mường Lát}
follows: [{regulation: ML, from: 2024-01-02}]
tier: xa
owner: ubnd-xa
languages: [vi]
editions: {internet: {hosts: [muonglat.example]}}
""",
}
ITEM = """---
id: ml-1
type: tin
title: Xã Mường Lát họp dân bàn làm đường vào bản
summary: Bà con thống nhất hiến đất, góp công làm đường bê tông.
authors: [Công chức văn hóa]
---
Sáng nay, bà con **bản Đoàn Kết** họp bàn việc làm đường.
"""


@pytest.fixture
def stranger(tmp_path: Path) -> Path:
    folder = tmp_path / "muong-lat"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    item = folder / "content/ml/tin-xa/2025/lam-duong.md"
    item.parent.mkdir(parents=True)
    item.write_text(ITEM, "utf-8")
    shutil.copytree(ROOT / "theme", folder / "theme")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Bắt đầu", when="2025-03-04T09:00:00+07:00")
    return folder


def test_check_and_build_in_a_strangers_repository(stranger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(stranger), "check", "--today", TODAY]) == 0
    assert "0 lỗi" in capsys.readouterr().out
    assert main(["-C", str(stranger), "build", "--today", TODAY, "--out", str(stranger / "output")]) == 0
    page = (stranger / "output/ml/internet/tin-xa/2025/lam-duong/index.html").read_text("utf-8")
    assert "<strong>bản Đoàn Kết</strong>" in page
    assert "04/3/2025" in page
    assert "Tác giả" in page


def test_its_own_regulation_is_cited(stranger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    item = stranger / "content/ml/tin-xa/2025/lam-duong.md"
    item.write_text(ITEM.replace("authors: [Công chức văn hóa]\n", ""), "utf-8")
    assert main(["-C", str(stranger), "check", "--today", TODAY]) == 1
    told = capsys.readouterr().out
    assert "khoản 2 Điều 3 Quy chế ban hành kèm theo Quyết định số 12/QĐ-UBND" in told
    assert "authors" in told


def test_the_command_works_from_a_folder_inside(stranger: Path) -> None:
    assert main(["-C", str(stranger / "content/ml"), "check", "--today", TODAY]) == 0


def test_a_folder_without_policies_is_not_judged_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(tmp_path, "init", "-q")
    assert main(["-C", str(tmp_path), "check"]) == 2
    assert "policies" in capsys.readouterr().err


def test_an_edition_without_a_public_item_is_no_release(stranger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    item = stranger / "content/ml/tin-xa/2025/lam-duong.md"
    item.write_text(ITEM.replace("type: tin\n", "type: tin\npublish_at: 2099-01-01\n"), "utf-8")
    assert main(["-C", str(stranger), "build", "--today", TODAY, "--out", str(stranger / "output")]) == 2
    assert "`ml`" in capsys.readouterr().err
    assert not (stranger / "output").exists()
