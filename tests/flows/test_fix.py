"""A clerk receives texts from before Unicode: the check says so, ``congbo fix`` shows the change and writes it."""

from __future__ import annotations

import json
import os
import shutil
import unicodedata
from pathlib import Path

import pytest

from congbo.__main__ import main
from support.legacy import ENCODINGS, stored, typed
from support.repositories import ROOT, TODAY, git, snapshot

NEWS = "content/dl/tin-tuc-su-kien/2019"
FRONT = """---
id: dl-2019-{number}
type: tin_bai
title: Ra quân làm sạch đường làng
summary: Tóm tắt một câu cho người đọc.
imported:
  published: 2019-10-05T10:00:00+07:00
  source: Cổng thông tin điện tử (hệ thống cũ)
authors: [Công chức văn hóa - thông tin]
nguon: Bộ phận văn hóa - thông tin
nguon_goc: tu_viet
don_vi: dl-van-hoa-thong-tin
nguoi_chiu_trach_nhiem: Chánh Văn phòng
phan_loai_mat: khong_mat
pho_bien: true
the_loai: tin
---
"""
BODY = (
    "Sáng nay nhân dân các khu dân cư ra quân làm sạch đường làng.\n\nCông chức văn phòng nhận phản ánh tại trụ sở.\n"
)


def wrote(ward: Path, name: str, data: bytes) -> Path:
    """Put a file into the news of the ward."""
    file = ward / NEWS / name
    file.write_bytes(data)
    return file


def item(number: int, body: str = BODY) -> str:
    return FRONT.format(number=number) + body


def fix(ward: Path, *words: str) -> int:
    return main(["-C", str(ward), "fix", *words])


def findings(ward: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    """What the check says about the new files, of the rules that are about characters."""
    capsys.readouterr()
    main(["-C", str(ward), "check", "--today", TODAY, "--format", "json", NEWS])
    found = json.loads(capsys.readouterr().out)["findings"]
    return [one for one in found if one["check"] in ("encoding", "text", "front_matter")]


@pytest.fixture
def mixed(ward: Path) -> Path:
    """A ward's repository with one file of every fault, and one without."""
    for number, encoding in enumerate(ENCODINGS):
        wrote(ward, f"doan-{number}.md", item(9100 + number, typed(BODY, encoding)).encode())
    for number, encoding in enumerate(ENCODINGS[:4]):
        wrote(ward, f"tep-{number}.md", stored(item(9200 + number), encoding))
    wrote(ward, "to-hop.md", unicodedata.normalize("NFD", item(9301)).encode())
    wrote(ward, "windows.md", b"\xef\xbb\xbf" + item(9302).replace("\n", "\r\n").replace("đ", "ð").encode())
    wrote(ward, "an.md", item(9303, "Ra\u200b quân\u00ad làm\u202e sạch\u00a0đường 1\u00a0000 m.\n").encode())
    wrote(ward, "utf-16.md", item(9304).encode("utf-16"))
    wrote(ward, "sach.md", item(9305).encode())
    return ward


def test_a_clerk_mends_what_the_check_finds(mixed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused = {str(one["path"]).rpartition("/")[2] for one in findings(mixed, capsys)}
    assert {"to-hop.md", "windows.md", "an.md", "utf-16.md", "tep-0.md"} <= refused
    assert "sach.md" not in refused
    before = snapshot(mixed)
    assert fix(mixed) == 1
    assert snapshot(mixed) == before
    assert fix(mixed, "--write") == 0
    assert findings(mixed, capsys) == []
    for file in (mixed / NEWS).glob("tep-*.md"):
        assert file.read_text("utf-8").endswith(BODY)
    after = snapshot(mixed)
    assert fix(mixed, "--write") == fix(mixed) == 0
    assert snapshot(mixed) == after
    changed = {path for path in after if after[path] != before.get(path) and not path.startswith(".git/")}
    assert changed == {path for path in before if path.startswith(NEWS) and Path(path).name in CHANGED}


def test_the_breach_of_an_article_is_mended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(ROOT / "policies", tmp_path / "policies")
    page = tmp_path / "content/ht/tin-tuc/2021/hop.md"
    page.parent.mkdir(parents=True)
    text = item(9900).replace("dl-2019", "ht-2021").replace("2019-10-05", "2021-05-10")
    text = text.replace("dl-van-hoa-thong-tin", "ht-van-phong")
    text = text.replace("Ra quân làm sạch đường làng", typed("Thông báo làm sạch đường phố", "viscii"), 1)
    page.write_text(text.replace(BODY, typed(BODY, "vni")))
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "Bài nhận qua thư")
    assert cited(tmp_path, capsys) == [("khoản 2 Điều 8", 4), ("khoản 2 Điều 8", 18)]
    assert fix(tmp_path, "--write", "content") == 0
    assert cited(tmp_path, capsys) == []


def cited(root: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, int]]:
    """The articles and lines of the findings about encodings."""
    capsys.readouterr()
    main(["-C", str(root), "check", "--today", TODAY, "--format", "json", "content/ht/tin-tuc/2021/hop.md"])
    found = json.loads(capsys.readouterr().out)["findings"]
    return [(one["citation"].partition(" Quy chế")[0], one["line"]) for one in found if one["check"] == "encoding"]


CHANGED = {
    *(f"doan-{n}.md" for n in range(5)),
    *(f"tep-{n}.md" for n in range(4)),
    "to-hop.md",
    "windows.md",
    "an.md",
    "utf-16.md",
}


def test_what_is_shown(mixed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert fix(mixed, f"{NEWS}/doan-0.md") == 1
    told = capsys.readouterr().out
    assert f"--- {NEWS}/doan-0.md (hiện nay)\n+++ {NEWS}/doan-0.md (sau khi sửa)\n@@ -18,1 +18,1 @@\n-S¸ng nay" in told
    assert "\n+Sáng nay nhân dân" in told
    assert "đoạn mã TCVN3: 1" in told
    assert "Đã xem 1 tệp: 1 tệp cần sửa, chưa ghi." in told
    assert fix(mixed, f"{NEWS}/an.md") == 1
    told = capsys.readouterr().out
    assert "-Ra\\u200b quân\\u00ad làm\\u202e sạch\\u00a0đường 1\\u00a0000 m." in told
    assert "ký tự ẩn: 3" in told
    assert main(["-C", str(mixed), "--lang", "en", "fix", NEWS]) == 1
    assert "to be mended, nothing written" in capsys.readouterr().out


def test_the_answer_for_a_program(mixed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert fix(mixed, "--format", "json", NEWS) == 1
    answer = json.loads(capsys.readouterr().out)
    files = {one["path"].rpartition("/")[2]: one for one in answer["files"]}
    assert files.keys() == CHANGED
    assert answer["summary"] == {
        "files": len(list((mixed / NEWS).glob("*.md"))),
        "changed": 13,
        "written": 0,
        "left": 0,
    }
    assert files["an.md"]["done"] == {"unseen": 3, "blank": 1}
    assert files["windows.md"]["done"] == {"mark": 1, "line_end": 20, "eth": 4}
    assert files["utf-16.md"]["done"] == {"utf16": 1}
    assert not files["an.md"]["written"]
    assert fix(mixed, "--format", "json", "--write", NEWS) == 0
    assert all(one["written"] for one in json.loads(capsys.readouterr().out)["files"])


def test_lines_with_capitals_in_doubt_are_listed(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrote(
        ward,
        "hoa.md",
        item(9400, typed("Nhân dân làm sạch đường làng.\n\nỦy ban nhân dân phường họp bàn việc.\n", "tcvn3")).encode(),
    )
    capsys.readouterr()
    assert fix(ward, NEWS) == 1
    assert "Cần người đọc lại chữ hoa" in (told := capsys.readouterr().out)
    assert "các dòng: 20" in told


def test_modes_are_kept_and_nothing_is_left_beside(mixed: Path) -> None:
    file = mixed / NEWS / "an.md"
    file.chmod(0o640)
    assert fix(mixed, "--write", f"{NEWS}/an.md") == 0
    assert file.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in (mixed / NEWS).iterdir() if one.name.startswith(".")] == []


# ---- what is left alone


def test_links_pictures_and_other_folders_are_never_touched(
    ward: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "ngoai.md"
    outside.write_bytes(b"a\r\n")
    (ward / NEWS / "lien-ket.md").symlink_to(outside)
    (ward / NEWS / "thu-muc").symlink_to(tmp_path)
    wrote(ward, "anh.png", b"\x89PNG\r\n\x1a\n")
    (ward / "theme" / "a.txt").write_bytes(b"a\r\n")
    before = snapshot(ward)
    assert fix(ward, "--write") == 0
    assert snapshot(ward) == before
    assert outside.read_bytes() == b"a\r\n"
    for path in (
        f"{NEWS}/lien-ket.md",
        f"{NEWS}/thu-muc/ngoai.md",
        f"{NEWS}/anh.png",
        "theme/a.txt",
        "..",
        "/etc/passwd",
        "khong-co",
        f"{NEWS}/khong-co.md",
        f"{NEWS}/{'a' * 500}.md",
    ):
        capsys.readouterr()
        assert fix(ward, "--write", path) == 2, path
        said = capsys.readouterr()
        assert said.out == ""
        assert len(said.err.splitlines()) == 1
        assert "Traceback" not in said.err


def test_bytes_of_no_known_encoding_are_told_and_left(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = item(9500).replace("Sáng", "x").encode() + b"caf\xe9\n"
    file = wrote(ward, "la.md", data)
    capsys.readouterr()
    assert fix(ward, NEWS, "--write") == 1
    told = capsys.readouterr().out
    assert "không rõ bảng mã" in told
    assert "1 tệp không sửa được bằng máy" in told
    assert file.read_bytes() == data


def test_lost_letters_stay_to_be_typed(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrote(ward, "mat.md", item(9600, "Phường mời má»i tổ chức.\n").encode())
    capsys.readouterr()
    assert fix(ward, NEWS, "--write") == 1
    assert "cần gõ lại các dòng: 18" in capsys.readouterr().out


def test_policies_are_mended_too(ward: Path) -> None:
    file = ward / "policies" / "boards" / "dl.yml"
    good = file.read_bytes()
    file.write_bytes(b"\xef\xbb\xbf" + good.replace(b"\n", b"\r\n"))
    assert main(["-C", str(ward), "check", "--today", TODAY]) == 2
    assert fix(ward, "--write", "policies") == 0
    assert file.read_bytes() == good


def test_a_table_keeps_its_mark_and_line_ends(ward: Path) -> None:
    file = wrote(ward, "so-lieu.csv", "\ufeffTên,Số\r\nHo\u0300a,1\r\n".encode())
    assert fix(ward, "--write", NEWS) == 0
    assert file.read_bytes() == "\ufeffTên,Số\r\nHòa,1\r\n".encode()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = wrote(ward, "an.md", item(9700, "a\u200bb\n").encode())
    file.parent.chmod(0o555)
    try:
        assert fix(ward, "--write", NEWS) == 2
    finally:
        file.parent.chmod(0o755)
    assert "\u200b" in file.read_text("utf-8")
    assert "Không ghi được" in capsys.readouterr().err


def test_a_disk_that_refuses_leaves_the_old_file(
    ward: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = wrote(ward, "an.md", item(9800, "a\u200bb\n").encode())
    before = snapshot(ward)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert fix(ward, "--write", str(file.relative_to(ward))) == 2
    assert "Không ghi được: đĩa đã đầy" in capsys.readouterr().err
    assert snapshot(ward) == before


def test_history_shows_one_change_in_each_file(mixed: Path) -> None:
    git(mixed, "add", "-A")
    git(mixed, "commit", "-q", "-m", "Bài nhận qua thư")
    assert fix(mixed, "--write") == 0
    changed = git(mixed, "diff", "--name-only").split()
    assert {Path(path).name for path in changed} == CHANGED
