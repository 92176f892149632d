"""Hard input by hand: what clerks, machines and hostile authors bring; a sentence and an exit code, never a traceback."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from congbo.__main__ import main
from congbo.deploy.draft import draft
from congbo.deploy.verify import verify_links, verify_secrecy
from congbo.errors import CongboError
from congbo.facts.effect import Effect, effect_of
from congbo.history import read_history
from congbo.item import Item
from congbo.item.address import parse_address
from congbo.site.markdown import to_html
from congbo.site.writer import PageWriter
from support.effort import bounded
from support.repositories import ROOT, TODAY, git, ward_repository

SECTION = "content/dl/tin-tuc-su-kien/2019"
ITEM = f"{SECTION}/khai-mac-giai-bong-chuyen-hoi-nguoi-cao-tuoi.md"


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """The ward's repository, committed."""
    return ward_repository(tmp_path / "phuong")


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]):
    """Run the command; give its exit code, stdout and stderr."""

    def run(*words: object) -> tuple[int, str, str]:
        try:
            code = main([str(word) for word in words])
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def new_item(ward: Path, more: str = "", name: str = "tin-moi") -> Path:
    text = (ward / ITEM).read_text("utf-8")
    id_line = next(line for line in text.splitlines() if line.startswith("id: "))
    file = ward / SECTION / f"{name}.md"
    file.write_text(text.replace(id_line, f"id: thu-{name}") + more, "utf-8")
    return file


def problems(said, ward: Path) -> list[tuple[str, str]]:
    code, out, _ = said("-C", ward, "check", "--format", "json", "--today", "2026-11-22")
    found = [(one["check"], one["path"]) for one in json.loads(out)["findings"] if one["severity"] == "error"]
    assert code == (1 if found else 0)
    return found


# ---- what git brings


def test_author_with_a_control_character_does_not_break_the_history(ward):
    (ward / ITEM).write_text((ward / ITEM).read_text("utf-8") + "\nThêm.\n", "utf-8")
    git(ward, "-c", "user.name=x", "commit", "-qam", "Sửa", "--author", "A\x1eB <a@b.example>")
    assert "A\x1eB" in read_history(ward).files[ITEM].contributors


def test_address_of_a_file_that_lay_at_another_depth_is_no_earlier_address(ward):
    # A redirect from content/dl/x.md would be written to /x/index.html, at the root of the machine.
    new_item(ward).rename(ward / "content/dl/lac-cho.md")
    git(ward, "add", "-A")
    git(ward, "commit", "-qm", "Đặt nhầm chỗ")
    git(ward, "mv", "content/dl/lac-cho.md", f"{SECTION}/tin-moi.md")
    git(ward, "commit", "-qm", "Đặt lại")
    git(ward, "mv", f"{SECTION}/tin-moi.md", f"{SECTION}/tin-khac.md")
    git(ward, "commit", "-qm", "Đổi tên")
    assert read_history(ward).earlier_paths(f"{SECTION}/tin-khac.md") == (f"{SECTION}/tin-moi.md",)


def test_broken_repository_is_not_taken_for_an_empty_one(ward, said):
    shutil.rmtree(ward / ".git" / "objects")
    (ward / ".git" / "objects").mkdir()
    code, out, err = said("-C", ward, "check")
    assert (code, out) == (2, "")
    assert "Git không đọc được kho" in err


def test_machine_without_git_is_told_so(ward):
    env = os.environ | {"PATH": "/nonexistent"}
    done = subprocess.run(
        [sys.executable, "-m", "congbo", "-C", str(ward), "check"],
        env=env | {"PYTHONPATH": str(ROOT / "plugins")}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "git" in done.stderr and "Traceback" not in done.stderr


# ---- what lies in the folders


def test_symbolic_link_among_the_attachments_is_a_finding(ward, said):
    folder = new_item(ward, "\n[x](a.pdf)\n").with_suffix("")
    folder.mkdir()
    (folder / "a.pdf").symlink_to("/etc/hostname")
    assert problems(said, ward) == [("file_name", f"{SECTION}/tin-moi/a.pdf")]


def test_attachment_named_as_the_page_is_a_finding(ward, said):
    folder = new_item(ward, "\n[x](Index.html)\n").with_suffix("")
    folder.mkdir()
    (folder / "Index.html").write_text("x")
    file = f"{SECTION}/tin-moi/Index.html"
    assert problems(said, ward) == [("attachment_kind", file), ("references", file)]


def test_pipe_among_the_items_is_not_waited_for(ward, said):
    os.mkfifo(ward / SECTION / "ong-dan.md")
    code, _, err = said("-C", ward, "check")
    assert code == 2
    assert f"{SECTION}/ong-dan.md" in err


def test_item_imported_from_the_future_is_a_finding(ward, said):
    file = new_item(ward)
    text = file.read_text("utf-8").replace("published: 2019-10-14", "published: 2099-10-14")
    file.write_text(text, "utf-8")
    assert ("order_of_dates", f"{SECTION}/tin-moi.md") in problems(said, ward)


# ---- what is typed


@pytest.mark.parametrize("port", ["99999", "-1"])
def test_port_that_is_none(ward, said, port):
    (ward / "output").mkdir()
    (ward / "output" / "manifest.json").write_text("{}")
    code, _, err = said("-C", ward, "serve", "--out", "output", "--port", port)
    assert code == 2
    assert port in err


def test_path_too_long_or_a_ring_of_links(ward, said):
    (ward / "vong").symlink_to("vong")
    assert said("-C", ward, "check", "a" * 300)[0] == 2
    assert said("-C", ward, "check", "vong")[0] == 2


@pytest.mark.parametrize("made", ["file", "link"])
def test_build_never_replaces_a_file_or_a_link(ward, said, made):
    # A build into the link ``public`` made a folder of it, into which nothing could be published any more.
    release = ward / ".congbo/releases/00000001"
    release.mkdir(parents=True)
    (release / "manifest.json").write_text("{}")
    target = ward / "public"
    target.write_text("x") if made == "file" else target.symlink_to(release)
    code, _, _ = said("-C", ward, "build", "--out", "public")
    assert code == 2
    assert target.is_symlink() == (made == "link")


def test_build_into_a_place_that_cannot_be_written(ward, said):
    code, _, err = said("-C", ward, "build", "--out", "/proc/congbo")
    assert code == 2
    assert "/proc" in err


def test_build_and_serve_from_a_folder_inside_use_the_top(ward, said, monkeypatch):
    monkeypatch.chdir(ward / "content" / "dl")
    code, _, err = said("build", "--today", "2026-11-22")
    assert code == 0, err
    assert (ward / "output" / "manifest.json").is_file()
    assert said("serve", "--port", "99999")[2].count(str(ward / "public"))


def test_terminal_without_vietnamese_letters(ward, monkeypatch):
    bytes_ = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(bytes_, encoding="ascii"))
    assert main(["-C", str(ward), "check", "--today", "2026-11-22"]) == 0
    sys.stdout.flush()
    assert b"\\u" in bytes_.getvalue()


def test_folder_in_the_place_of_the_link_is_refused_before_anything_is_built(ward, said):
    (ward / "public").mkdir()
    code, _, err = said("-C", ward, "publish")
    assert code == 1
    assert "Đang dựng" not in err
    assert not (ward / ".congbo").exists()


# ---- releases and their verification


def test_what_a_killed_publication_left_is_removed(tmp_path):
    releases = tmp_path / ".congbo" / "releases"
    for name in ("00000001", "00000002", "draft-00000003", "work-00000003", "gone-00000000", "objects/00000003/dl"):
        (releases / name).mkdir(parents=True)
    (releases / "00000001" / "manifest.json").write_text("{}")
    with draft(tmp_path) as begun:
        assert begun.name == "00000002"
        assert begun.previous is None
    left = {file.relative_to(releases).as_posix() for file in releases.rglob("*")}
    assert left == {"00000001", "00000001/manifest.json", "lock", "objects"}


@pytest.mark.parametrize("page", [b'<a href="http://[abc">x</a>', b'<a href="//[z">x</a>\xff'])
def test_address_that_is_none_is_a_broken_link(tmp_path, page):
    (tmp_path / "a.html").write_bytes(page)
    with pytest.raises(CongboError) as caught:
        verify_links(tmp_path, ["a.html"])
    assert caught.value.message.key == "build.broken_links"


@pytest.mark.parametrize(
    "written",
    [
        "Họp &#34;kín&#34; A &amp; B",
        "Họp &quot;kín&quot; A &amp; B",
        'Họp "kín" A &amp; B',
        '{"title": "Họp \\"kín\\" A & B"}',
    ],
)
def test_hidden_title_is_found_as_pages_write_it(tmp_path, written):
    (tmp_path / "a.html").write_text(written, "utf-8")
    with pytest.raises(CongboError) as caught:
        verify_secrecy(tmp_path, ["a.html"], "internet", {"id-an": ('Họp "kín" A & B',)})
    assert caught.value.message.key == "build.edition_leak"


def test_document_is_not_replaced_by_one_that_is_older():
    def document(slug: str, number: str, day: date, **more: object) -> Item:
        address = parse_address(f"content/dl/van-ban-phuong/{day.year}/{slug}.md")
        assert address
        fields = {"so_ky_hieu": number, "ngay_ban_hanh": day, "ngay_hieu_luc": day, **more}
        return Item(slug, "van_ban", slug, slug, address, fields, {}, "", 1)

    old = document("a", "01/QĐ-UBND", date(2017, 1, 5))
    replacing = document("b", "05/QĐ-UBND", date(2018, 3, 5), thay_the=("01/QĐ-UBND",))
    namesake = document("c", "01/QĐ-UBND", date(2019, 1, 5))
    states = [effect_of(one, date(2020, 1, 1), (old, replacing, namesake)) for one in (old, namesake)]
    assert [one.state for one in states if one] == [Effect.EXPIRED, Effect.IN_FORCE]


# ---- what a build may never do


def test_a_page_outside_the_output_is_never_written(tmp_path):
    writer = PageWriter(str(tmp_path / "out"), {})
    for path in ("/etc/x.html", "../x.html", "a/../../x.html", "a//x.html"):
        with pytest.raises(CongboError):
            writer.write_page(path, b"x", "dl-2019-0001")
    assert list(tmp_path.rglob("*.html")) == []


def test_settings_that_exit_do_not_pass_for_a_publication(ward, said):
    with (ward / "pelicanconf.py").open("a") as settings:
        settings.write("\nimport sys\nsys.exit(0)\n")
    code, _, err = said("-C", ward, "publish", "--today", TODAY)
    assert code == 2
    assert "Pelican" in err
    assert not (ward / "public").exists()


def test_a_day_before_everything_does_not_empty_the_portal(ward, said):
    assert said("-C", ward, "publish", "--today", TODAY)[0] == 0
    live = (ward / "public").resolve()
    code, _, err = said("-C", ward, "publish", "--today", "1990-01-01")
    assert code == 1
    assert "imported" in err
    assert (ward / "public").resolve() == live


def test_a_missing_theme_is_said_in_vietnamese(ward, said):
    shutil.rmtree(ward / "theme")
    code, _, err = said("-C", ward, "publish", "--today", TODAY)
    assert code == 2
    assert "theme/templates" in err
    assert "Giao diện" in err


@pytest.mark.parametrize("run", ["[a](", "![", "[", "> ", "*a **b "])
def test_no_body_that_check_accepts_stops_the_build(run):
    body = run * (1_000 if "[" in run else 20 if ">" in run else 5_000)
    with bounded():
        to_html(body)


def test_nothing_is_public_before_its_moment(ward, said):
    item = new_item(ward)
    text = item.read_text("utf-8").replace("type: tin_bai", "type: tin_bai\npublish_at: 2026-11-22T17:00:00+07:00")
    item.write_text(text, "utf-8")
    for day, shown in (("2026-11-22", False), ("2026-11-23", True)):
        assert said("-C", ward, "publish", "--today", day)[0] == 0
        assert (ward / "public/dl/internet/tin-tuc-su-kien/2019/tin-moi/index.html").exists() is shown
