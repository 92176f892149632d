"""Publishing: what a clerk and a technician live through, with real git and real Pelican."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from congbo.__main__ import main
from support.repositories import TODAY, git, snapshot

HOME = "public/dl/internet/index.html"


def publish(folder: Path) -> int:
    return main(["-C", str(folder), "publish", "--today", TODAY])


def an_item(folder: Path) -> Path:
    return min((folder / "content/dl/tin-tuc-su-kien").rglob("*.md"))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_publish_makes_the_portal_and_says_where(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert publish(ward) == 0
    assert (ward / HOME).is_file()
    assert "public/dl/internet/index.html" in capsys.readouterr().out
    manifest = json.loads((ward / "public/manifest.json").read_text("utf-8"))
    assert manifest["commit"] == git(ward, "rev-parse", "HEAD").strip()
    assert manifest["today"] == TODAY


def test_an_edit_is_live_after_the_next_publish_and_nothing_else_changes(ward: Path) -> None:
    publish(ward)
    before = snapshot(ward / "public/dl")
    item = an_item(ward)
    line = next(row for row in item.read_text("utf-8").splitlines() if row.startswith("summary:"))
    edit(item, line, "summary: Bản tóm tắt đã được ban biên tập sửa lại cho rõ hơn.")
    git(ward, "commit", "-qam", "Sửa tóm tắt", when="2026-11-20T08:00:00+07:00")
    assert publish(ward) == 0
    after = snapshot(ward / "public/dl")
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    slug = item.stem
    assert any(slug in path for path in changed)
    other_items = {
        p for p in changed if p.count("/") == 4 and p.endswith("index.html") and slug not in p and "luu-tru" not in p
    }
    assert other_items == set()


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("item", "type: tin_bai", "type: khong_co_kieu_nay", 1),
        ("item", "---\n", "---\nslug: trang-chu\n", 1),
        ("policies/units/dl.yml", "format: 1", "format: 2", 2),
        ("policies/sections.yml", "sections:", "chuyen-muc:", 2),
        ("theme/templates/item.html", "", "{{ khong_co }}", 2),
        ("theme/templates/base.html", "", "{% if %}", 2),
    ],
)
def test_bad_input_refuses_and_leaves_public_as_it_was(
    ward: Path, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str, code: int
) -> None:
    publish(ward)
    before = snapshot(ward / "public")
    capsys.readouterr()
    target = an_item(ward) if file == "item" else ward / file
    edit(target, old, new)
    assert publish(ward) == code
    told = capsys.readouterr().err
    assert target.relative_to(ward).as_posix() in told
    assert snapshot(ward / "public") == before
    assert [f.name for f in (ward / ".congbo/releases").iterdir() if f.name.isdigit() and f.is_dir()] == ["00000001"]


def test_a_missing_theme_file_fails_loudly(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (ward / "theme/templates/section.html").unlink()
    assert publish(ward) == 2
    assert "section.html" in capsys.readouterr().err
    assert not (ward / "public").exists()


def test_a_plugin_that_does_not_load_fails_loudly(
    ward: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("congbo.site.build.PLUGIN", "congbo.site.khong_co")
    assert publish(ward) == 2
    assert not (ward / "public").exists()
    assert "make setup" in capsys.readouterr().err


def test_a_source_that_pelican_drops_fails_loudly(
    ward: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def drop(*_: object) -> None:
        raise ValueError("dropped")

    monkeypatch.setattr("congbo.site.reader.ItemReader.read", drop)
    assert publish(ward) == 2
    assert not (ward / "public").exists()
    assert "content/dl/" in capsys.readouterr().err


def test_a_folder_of_somebody_else_is_never_replaced(ward: Path) -> None:
    (ward / "public").mkdir()
    (ward / "public/giu-lai.txt").write_text("của tôi")
    assert publish(ward) == 1
    assert (ward / "public/giu-lai.txt").read_text() == "của tôi"


def test_build_refuses_a_folder_that_is_not_a_build(ward: Path, tmp_path: Path) -> None:
    out = tmp_path / "tai-lieu"
    out.mkdir()
    (out / "don.docx").write_text("x")
    assert main(["-C", str(ward), "build", "--today", TODAY, "--out", str(out)]) == 2
    assert (out / "don.docx").is_file()


def test_three_releases_are_kept(ward: Path) -> None:
    for _ in range(5):
        assert publish(ward) == 0
    kept = sorted(f.name for f in (ward / ".congbo/releases").iterdir() if f.name.isdigit() and f.is_dir())
    assert kept == ["00000003", "00000004", "00000005"]
    assert (ward / "public").resolve().name == "00000005"


def test_uncommitted_work_is_built_and_said_to_be_so(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(an_item(ward), "title: ", "title: Bản thảo - ")
    assert publish(ward) == 0
    assert "chưa được ghi vào lịch sử" in capsys.readouterr().out
    assert "+1" in json.loads((ward / "public/manifest.json").read_text("utf-8"))["commit"]


def test_a_moved_item_leaves_a_redirect(ward: Path) -> None:
    item = an_item(ward)
    moved = item.with_name("dia-chi-moi.md")
    git(ward, "mv", item.relative_to(ward).as_posix(), moved.relative_to(ward).as_posix())
    git(ward, "commit", "-qm", "Đổi địa chỉ")
    assert publish(ward) == 0
    old = ward / "public/dl/internet" / item.relative_to(ward / "content/dl").with_suffix("") / "index.html"
    page = old.read_text("utf-8")
    assert "dia-chi-moi/" in page
    assert 'http-equiv="refresh"' in page


def test_an_item_of_tomorrow_is_not_shown_today(ward: Path) -> None:
    item = an_item(ward)
    edit(item, "type: tin_bai", "type: tin_bai\nexpires_at: 2026-11-22T00:00:00+07:00")
    assert publish(ward) == 0
    slug = item.stem
    assert not any(slug in path for path in snapshot(ward / "public/dl"))


def test_pelican_alone_builds_a_portal(ward: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    env = os.environ | {"CONGBO_PORTAL": "dl", "CONGBO_TODAY": TODAY}
    done = subprocess.run(
        [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", str(out)],
        cwd=ward,
        env=env,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert main(["-C", str(ward), "build", "--today", TODAY, "--out", str(tmp_path / "b")]) == 0
    assert snapshot(out) == snapshot(tmp_path / "b/dl/internet")


def test_pelican_alone_fails_on_a_bad_item(ward: Path, tmp_path: Path) -> None:
    edit(an_item(ward), "type: tin_bai", "type: tin_bai\nstatus: draft")
    env = os.environ | {"CONGBO_PORTAL": "dl", "CONGBO_TODAY": TODAY}
    done = subprocess.run(
        [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", str(tmp_path / "out")],
        cwd=ward, env=env, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode != 0


def test_a_revision_is_built_as_it_was(ward: Path, tmp_path: Path) -> None:
    first = git(ward, "rev-parse", "HEAD").strip()
    assert main(["-C", str(ward), "build", "--today", TODAY, "--out", str(tmp_path / "before")]) == 0
    item = an_item(ward)
    edit(item, "title: ", "title: Tiêu đề mới - ")
    git(ward, "commit", "-qam", "Sửa tiêu đề")
    (ward / "content/dl/tin-tuc-su-kien/hong.md").write_text("chưa xong")
    assert main(["-C", str(ward), "build", "--rev", first, "--today", TODAY, "--out", str(tmp_path / "again")]) == 0
    assert snapshot(tmp_path / "before") == snapshot(tmp_path / "again")
    assert main(["-C", str(ward), "build", "--rev", "khong-co", "--out", str(tmp_path / "x")]) == 2


def test_programs_get_one_json_document(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(ward), "publish", "--today", TODAY, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["commit"] == git(ward, "rev-parse", "HEAD").strip()
    assert told["uncommitted"] == 0
    assert [(one["portal"], one["edition"]) for one in told["editions"]] == [("dl", "internet")]
    assert Path(told["editions"][0]["front"]).is_file()
