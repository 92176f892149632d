"""Scheduled to the minute, stopped, missed; corrected, with the earlier text; withdrawn; looked at before it is published.

HD-13.2 and QN-8.1f: what was wrong is corrected for everybody to see.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from congbo.__main__ import main
from support.repositories import NEWS, git, ward_repository

PATH = "content/dl/tin-tuc-su-kien/2026/ra-quan.md"
PAGE = "dl/internet/tin-tuc-su-kien/2026/ra-quan/index.html"
TITLE = "Ra quân vớt rác trên kênh mương"
SCHEDULED = NEWS.format(title=TITLE, more="publish_at: 2026-11-22T14:00:00+07:00\n")
BEFORE, AT, LATE = (f"2026-11-22T{clock}:00+07:00" for clock in ("13:59", "14:00", "15:30"))
RECORD = """format: 1
record: dung_dang
id: dd-1
portal: dl
muc: dl-2026-9001
ly_do_khan: Lễ ra quân hoãn.
nguoi_quyet_dinh: truong_ban
tu_luc: 2026-11-22T13:00:00+07:00
"""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ward's repository, made once."""
    return ward_repository(tmp_path_factory.mktemp("mau") / "phuong")


@pytest.fixture
def ward(template: Path, tmp_path: Path) -> Path:
    """A repository of one's own in which an item waits for 14:00."""
    made = tmp_path / "phuong"
    git(tmp_path, "clone", "-q", str(template), str(made))
    commit(made, PATH, SCHEDULED)
    return made


def commit(ward: Path, path: str, text: str, when: str = "2026-11-20T08:00:00+07:00") -> None:
    (ward / path).parent.mkdir(parents=True, exist_ok=True)
    (ward / path).write_text(text, "utf-8")
    git(ward, "add", "-A")
    git(ward, "commit", "-qm", path, when=when)


def run(ward: Path, command: str, *words: str) -> int:
    return main([command, "-C", str(ward), *words])


def holding(folder: Path, words: str) -> list[str]:
    """Return the files below a folder that hold some words."""
    every = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return [file.relative_to(folder).as_posix() for file in every if words.encode() in file.read_bytes()]


def test_not_a_minute_before_its_time(ward: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert run(ward, "build", "--portal", "dl", "--at", BEFORE, "--out", str(out)) == 0
    assert holding(out, TITLE) == []
    assert run(ward, "build", "--portal", "dl", "--at", AT, "--out", str(out)) == 0
    assert PAGE in holding(out, TITLE)


def test_the_same_moment_gives_the_same_bytes(ward: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert run(ward, "build", "--portal", "dl", "--at", AT, "--out", str(tmp_path / name)) == 0
    a, b = (
        {f.relative_to(tmp_path / n).as_posix(): f.read_bytes() for f in (tmp_path / n).rglob("*") if f.is_file()}
        for n in ("a", "b")
    )
    assert a == b


def test_the_schedule_says_what_waits_and_what_was_stopped(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ward, "scheduled", "--at", BEFORE, "--format", "json") == 0
    (one,) = json.loads(capsys.readouterr().out)["scheduled"]
    assert (one["id"], one["state"], one["errors"]) == ("dl-2026-9001", "waits", 0)
    commit(ward, "policies/records/dung_dang/dd-1.yml", RECORD)
    assert run(ward, "scheduled", "--at", BEFORE, "--format", "json") == 0
    (one,) = json.loads(capsys.readouterr().out)["scheduled"]
    assert one["state"] == "stopped"


def test_a_stopped_item_does_not_appear(ward: Path, tmp_path: Path) -> None:
    commit(ward, "policies/records/dung_dang/dd-1.yml", RECORD)
    assert run(ward, "build", "--portal", "dl", "--at", LATE, "--out", str(tmp_path / "site")) == 0
    assert holding(tmp_path / "site", TITLE) == []


def test_a_missed_moment_is_reported_loudly(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ward, "publish", "--at", BEFORE) == 0
    assert run(ward, "scheduled", "--at", "2026-11-22T14:10:00+07:00") == 0
    assert run(ward, "scheduled", "--at", LATE) == 1
    assert "LỠ GIỜ" in capsys.readouterr().out
    assert run(ward, "publish", "--at", LATE) == 1
    assert "chậm 90 phút" in capsys.readouterr().out
    assert (ward / "public" / PAGE).is_file()
    assert run(ward, "publish", "--at", LATE) == 0


def test_what_is_approved_after_its_moment_has_missed_nothing(ward: Path) -> None:
    assert run(ward, "publish", "--at", BEFORE) == 0
    other = SCHEDULED.replace("dl-2026-9001", "dl-2026-9002").replace("2026-11-22T14", "2018-01-01T14")
    commit(ward, PATH.replace("ra-quan", "muon"), other)
    assert run(ward, "publish", "--at", "2026-11-22T14:01:00+07:00") == 0


CORRECTED = 'dinh_chinh: [{ngay: 2026-11-22, noi_dung: "Bản trước ghi sai số đội."}]\n'


def corrected(ward: Path, more: str = CORRECTED) -> None:
    """Publish an item with a wrong sentence, and correct it."""
    first = NEWS.format(title=TITLE, more="")
    commit(ward, PATH, f"{first}\nCó chín đội tham gia.\n")
    commit(ward, PATH, f"{NEWS.format(title=TITLE, more=more)}\nCó bảy đội tham gia.\n", "2026-11-21T08:00:00+07:00")


def test_the_text_before_a_correction_stays_readable(ward: Path, tmp_path: Path) -> None:
    corrected(ward)
    assert run(ward, "build", "--portal", "dl", "--out", str(tmp_path / "site")) == 0
    page = (tmp_path / "site" / PAGE).read_text("utf-8")
    assert "Bản trước ghi sai số đội." in page
    assert "bảy đội" in page
    assert "cac-ban-truoc/" in page
    earlier = (tmp_path / "site" / PAGE).parent / "cac-ban-truoc" / "index.html"
    assert "chín đội" in earlier.read_text("utf-8")
    assert holding(tmp_path / "site", "chín đội") == [earlier.relative_to(tmp_path / "site").as_posix()]


def test_unless_it_must_not(ward: Path, tmp_path: Path) -> None:
    corrected(ward, CORRECTED.replace('đội."', 'đội.", an_ban_cu: "Điều 8"'))
    assert run(ward, "build", "--portal", "dl", "--out", str(tmp_path / "site")) == 0
    assert holding(tmp_path / "site", "chín đội") == []
    earlier = (tmp_path / "site" / PAGE).parent / "cac-ban-truoc" / "index.html"
    assert "Điều 8" in earlier.read_text("utf-8")


def test_a_withdrawn_item_leaves_a_notice_and_nothing_else(ward: Path, tmp_path: Path) -> None:
    for kind, titled in (("nham", True), ("trai_luat", False)):
        more = f'rut_bai: {{loai: {kind}, ngay: 2026-11-22, can_cu: "Văn bản số 7"}}\n'
        commit(ward, PATH, NEWS.format(title=TITLE, more=more))
        out = tmp_path / kind
        assert run(ward, "build", "--portal", "dl", "--out", str(out)) == 0
        assert holding(out, TITLE) == ([PAGE] if titled else [])
        page = (out / PAGE).read_text("utf-8")
        assert "Văn bản số 7" in page
        assert 'content="noindex"' in page
        assert not [name for name in holding(out, "/ra-quan/") if name != PAGE and not name.startswith("manifest")]


def test_a_preview_is_marked_and_lists_what_changes(ward: Path, tmp_path: Path) -> None:
    git(ward, "checkout", "-q", "-b", "sua")
    later = (
        SCHEDULED.replace("dl-2026-9001", "dl-2026-9003").replace(TITLE, "Bài hẹn tuần sau").replace("-22T14", "-29T14")
    )
    commit(ward, PATH.replace("ra-quan", "tuan-sau"), later)
    out = tmp_path / "xem-truoc"
    words = ("--preview", "--base", "HEAD~1", "--head", "sua", "--portal", "dl", "--at", BEFORE)
    assert run(ward, "build", *words, "--out", str(out)) == 0
    site = out / "dl" / "internet"
    assert (site / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    assert list(site.rglob("*.xml")) == []
    pages = [p for p in out.rglob("*.html") if 'http-equiv="refresh"' not in p.read_text("utf-8")]
    unmarked = [
        p for p in pages if "BẢN XEM TRƯỚC" not in p.read_text("utf-8") or "noindex" not in p.read_text("utf-8")
    ]
    assert unmarked == []
    changes = (site / "thay-doi" / "index.html").read_text("utf-8")
    assert "Bài hẹn tuần sau" in changes
    assert "Hẹn đăng 29/11/2026, 14:00" in changes
    assert (site / "tin-tuc-su-kien" / "2026" / "tuan-sau" / "index.html").is_file()
    assert holding(out, TITLE) == []  # scheduled too, but not by this change


def test_options_that_do_not_go_together(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ward, "build", "--base", "main") == 2
    assert run(ward, "build", "--preview", "--head", "HEAD") == 2
    assert run(ward, "build", "--preview", "--rev", "HEAD") == 2
    assert run(ward, "build", "--today", "2026-11-21", "--at", AT) == 2
    assert "--preview" in capsys.readouterr().err


def test_only_the_internet_edition_goes_to_the_internet(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ward, "publish", "--target", "internet", "--edition", "wan", "--at", AT) == 1
    assert "mạng nội bộ" in capsys.readouterr().err
    assert not (ward / "public-internet").exists()
    assert run(ward, "publish", "--target", "internet", "--at", AT) == 0
    assert [one.name for one in (ward / "public-internet" / "dl").iterdir()] == ["internet"]
