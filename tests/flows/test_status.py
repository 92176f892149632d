"""Is my page live, and if not, why: every answer that a clerk can get."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from congbo.__main__ import main
from congbo.deploy.places import places
from support.repositories import NEWS, git, ward_repository

PATH = "content/dl/tin-tuc-su-kien/2026/ra-quan.md"
ID = "dl-2026-9001"
TITLE = "Ra quân làm sạch đường làng"
NOW, LATER = "2026-11-22T14:00:00+07:00", "2026-11-22T15:00:00+07:00"
RECORD = """format: 1
record: {type}
id: {id}
portal: dl
muc: dl-2026-9001
ly_do_khan: Lễ ra quân hoãn.
nguoi_quyet_dinh: truong_ban
tu_luc: 2026-11-22T14:30:00+07:00
"""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ward's repository in which one item more than usual was published."""
    made = ward_repository(tmp_path_factory.mktemp("mau") / "phuong")
    commit(made, NEWS.format(title=TITLE, more=""))
    assert run(made, "publish", "--at", NOW) == 0
    return made


@pytest.fixture
def ward(template: Path, tmp_path: Path) -> Path:
    """The same, of one's own."""
    return Path(shutil.copytree(template, tmp_path / "phuong", symlinks=True))


def commit(ward: Path, text: str, path: str = PATH) -> None:
    (ward / path).parent.mkdir(parents=True, exist_ok=True)
    (ward / path).write_text(text, "utf-8")
    git(ward, "add", "-A")
    git(ward, "commit", "-qm", path, when="2026-11-20T08:00:00+07:00")


def run(ward: Path, command: str, *words: str) -> int:
    return main(["-C", str(ward), command, *words])


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str]) -> Any:
    """Ask for the state of an item: exit code and answer; the sentences for people have to work as well."""

    def ask(ward: Path, item: str = ID, at: str = LATER, *words: str) -> tuple[int, dict[str, Any]]:
        capsys.readouterr()
        code = run(ward, "status", item, "--at", at, *words, "--format", "json")
        told = json.loads(capsys.readouterr().out)
        assert run(ward, "status", item, "--at", at, *words) == code
        told["vi"] = capsys.readouterr().out
        assert "{" not in told["vi"]
        return code, told

    return ask


@pytest.mark.parametrize(
    "item",
    [
        ID,
        PATH,
        "http://127.0.0.1:8000/dl/internet/tin-tuc-su-kien/2026/ra-quan/",
        "https://{host}/tin-tuc-su-kien/2026/ra-quan/index.html",
    ],
)
def test_live(ward: Path, asked: Any, item: str) -> None:
    from congbo.policy import load_policy
    from congbo.tree import FolderTree

    host = load_policy(FolderTree(ward)).portals["dl"].editions["internet"].hosts[0]
    code, told = asked(ward, item.format(host=host))
    assert (code, told["live"], told["state"], told["id"]) == (0, True, "live", ID)
    assert told["release"] == "00000001"
    assert told["commit"] == git(ward, "rev-parse", "HEAD").strip()
    assert told["proof"]["holds"] is True
    assert told["since"]
    assert told["editions"][0]["url"] == f"https://{host}/tin-tuc-su-kien/2026/ra-quan/"
    assert "đã lên, đúng như bản vừa công bố; đọc thấy từ " in told["vi"]


def test_on_this_machine_alone(ward: Path, asked: Any) -> None:
    other = PATH.replace("ra-quan", "moi-viet")
    (ward / other).write_text(NEWS.format(title="Bài mới viết", more="").replace(ID, "dl-2026-9002"), "utf-8")
    code, told = asked(ward, "dl-2026-9002")
    assert (code, told["state"]) == (1, "here")
    assert "congbo review submit" in told["vi"]


def test_in_the_history_but_released_before(ward: Path, asked: Any) -> None:
    commit(ward, NEWS.format(title="Bài mới", more="").replace(ID, "dl-2026-9002"), PATH.replace("ra-quan", "moi"))
    code, told = asked(ward, "dl-2026-9002")
    assert (code, told["state"]) == (1, "waits")
    assert "congbo publish --target local" in told["vi"]


def test_a_newer_form_waits_and_one_that_is_in_no_commit(ward: Path, asked: Any) -> None:
    (ward / PATH).write_text(NEWS.format(title="Tiêu đề đang sửa", more=""), "utf-8")
    assert asked(ward)[1]["state"] == "edited"
    commit(ward, NEWS.format(title="Tiêu đề đã sửa", more=""))
    code, told = asked(ward)
    assert (code, told["state"]) == (1, "older")


def test_other_commits_do_not_make_a_page_old(ward: Path, asked: Any) -> None:
    commit(ward, NEWS.format(title="Bài khác", more="").replace(ID, "dl-2026-9002"), PATH.replace("ra-quan", "khac"))
    assert asked(ward)[0] == 0


def test_scheduled(ward: Path, asked: Any) -> None:
    commit(ward, NEWS.format(title=TITLE, more="publish_at: 2026-11-29T14:00:00+07:00\n"))
    code, told = asked(ward)
    assert (code, told["state"]) == (1, "scheduled")
    assert told["editions"][0]["since"] == "2026-11-29T14:00:00+07:00"
    assert told["editions"][0]["still"] is True, "the release that is live still has the page"
    assert "29/11/2026" in told["vi"]


def test_expired(ward: Path, asked: Any) -> None:
    commit(ward, NEWS.format(title=TITLE, more="expires_at: 2026-11-22T14:30:00+07:00\n"))
    code, told = asked(ward)
    assert (code, told["state"], told["editions"][0]["still"]) == (1, "expired", True)
    assert run(ward, "publish", "--at", LATER) == 0
    assert asked(ward)[1]["editions"][0]["still"] is False


@pytest.mark.parametrize(("type_", "state"), [("go_bai", "taken_down"), ("dung_dang", "stopped")])
def test_decided_at_once(ward: Path, asked: Any, type_: str, state: str) -> None:
    commit(ward, RECORD.format(type=type_, id="r-1"), f"policies/records/{type_}/r-1.yml")
    code, told = asked(ward)
    assert (code, told["state"], told["editions"][0]["still"]) == (1, state, True)


def test_withdrawn(ward: Path, asked: Any) -> None:
    commit(ward, NEWS.format(title=TITLE, more='rut_bai: {loai: nham, ngay: 2026-11-22, can_cu: "Văn bản số 7"}\n'))
    assert asked(ward)[1]["state"] == "withdrawn"


def test_what_is_served_is_not_what_was_released(ward: Path, asked: Any) -> None:
    page = ward / "public/dl/internet/tin-tuc-su-kien/2026/ra-quan/index.html"
    page.write_text("người khác sửa", "utf-8")
    code, told = asked(ward)
    assert (code, told["state"]) == (1, "differs")
    assert "congbo publish --target local --full" in told["vi"]
    assert run(ward, "publish", "--at", LATER, "--full") == 0
    assert asked(ward)[0] == 0


def test_nothing_was_ever_published(ward: Path, asked: Any) -> None:
    (ward / "public").unlink()
    assert asked(ward)[1]["state"] == "nothing"


def test_waiting_for_approval_or_on_a_branch(ward: Path, asked: Any) -> None:
    git(ward, "checkout", "-q", "-b", "bai-moi")
    commit(ward, NEWS.format(title="Bài mới", more="").replace(ID, "dl-2026-9002"), PATH.replace("ra-quan", "moi"))
    git(ward, "checkout", "-q", "-")
    code, told = asked(ward, "dl-2026-9002")
    assert (code, told["branch"]) == (1, "bai-moi")
    git(ward, "update-ref", "refs/congbo/changes/20261122-bai-moi-1a2b3c4d/1", "bai-moi")
    git(ward, "branch", "-qD", "bai-moi")
    for item in ("dl-2026-9002", PATH.replace("ra-quan", "moi")):
        code, told = asked(ward, item)
        assert (code, told["change"]) == (1, "20261122-bai-moi-1a2b3c4d")
        assert "congbo review show 20261122-bai-moi-1a2b3c4d" in told["vi"]


def test_an_item_that_was_moved_is_told_with_its_new_path(ward: Path, asked: Any, capsys) -> None:
    """A branch that lags behind has it under the old one still; nobody has to do anything about that."""
    git(ward, "branch", "cham")
    new = PATH.replace("ra-quan", "ra-quan-lam-sach")
    git(ward, "mv", PATH, new)
    git(ward, "commit", "-qm", "Đổi tên", when="2026-11-21T08:00:00+07:00")
    assert run(ward, "publish", "--at", LATER) == 0
    capsys.readouterr()
    assert run(ward, "status", PATH, "--at", LATER) == 0
    shown = capsys.readouterr()
    assert f"({new})" in shown.out
    assert f"{PATH} đã chuyển sang {new}." in shown.err


def test_deleted_but_live_and_never_heard_of(ward: Path, asked: Any) -> None:
    git(ward, "rm", "-q", PATH)
    git(ward, "commit", "-qm", "Xoá")
    code, told = asked(ward)
    assert (code, told["state"]) == (1, "gone")
    for item in (
        "dl-2026-7777",
        "content/dl/khong/2026/co.md",
        "https://example.invalid/x/",
        "../../etc/passwd",
        "x; y",
    ):
        code, told = asked(ward, item)
        assert (code, told["state"]) == (2, "unknown"), item


DOCUMENT = """---
id: dl-2019-9193
type: van_ban
title: Thông báo lịch tiếp công dân
summary: Tóm tắt một câu cho người đọc.
imported:
  published: 2019-10-25T15:00:00+07:00
  source: Cổng cũ
don_vi: ubnd-phuong-dong-lac
co_quan_ban_hanh: ubnd-phuong-dong-lac
so_ky_hieu: 993/TB-UBND
ngay_ban_hanh: 2019-10-25
ngay_ky: 2019-10-25
trich_yeu: Lịch tiếp công dân tháng 11
phan_loai_mat: khong_mat
---
Nội dung.
"""


def test_approved_in_time_but_seen_too_late(ward: Path, asked: Any) -> None:
    """DL-8.1b: it was due on 28/10/2019; approved by then, it was first seen a day later."""
    commit(ward, DOCUMENT, "content/dl/van-ban-phuong/2019/993-tb-ubnd.md")
    assert run(ward, "publish", "--at", LATER) == 0
    code, told = asked(ward, "dl-2019-9193")
    assert (code, told["late"]) == (0, []), "it was public before anybody read back: since when, nobody knows"
    journal = places(ward).journal("local")
    for at, items in (("2019-10-01", []), ("2019-10-29", ["dl-2019-9193"])):
        line = json.dumps({"at": f"{at}T08:00:00+07:00", "items": items})
        journal.write_text(f"{journal.read_text('utf-8')}\n{line}", "utf-8")
    code, told = asked(ward, "dl-2019-9193")
    assert (code, [one["rule"] for one in told["late"]]) == (0, ["DL-8.1b"])
    assert "29/10/2019" in told["vi"]


def test_a_file_with_errors(ward: Path, asked: Any) -> None:
    (ward / PATH).write_text("---\nid: [\n---\n", "utf-8")
    code, told = asked(ward, PATH)
    assert (code, told["state"]) == (1, "faulty")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def web(ward: Path) -> Iterator[str]:
    """What the target's link leads to, on 127.0.0.1."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(ward / "web"))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_read_back_over_http(ward: Path, web: str, asked: Any, capsys: pytest.CaptureFixture[str]) -> None:
    targets = f"format: 1\ntargets:\n- target: web\n  kind: folder\n  folder: web\n  url: {web}\n"
    commit(ward, targets, "policies/targets.yml")
    assert run(ward, "publish", "--target", "web", "--at", NOW) == 0
    assert web in capsys.readouterr().out
    assert asked(ward, ID, LATER, "--target", "web")[0] == 0
    (ward / "web/dl/internet/tin-tuc-su-kien/2026/ra-quan/index.html").unlink()
    assert asked(ward, ID, LATER, "--target", "web")[1]["state"] == "differs"


def test_a_web_server_that_does_not_answer_is_no_proof(
    ward: Path, asked: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    targets = "format: 1\ntargets:\n- target: web\n  kind: folder\n  folder: web\n  url: http://127.0.0.1:9\n"
    commit(ward, targets, "policies/targets.yml")
    assert run(ward, "publish", "--target", "web", "--at", NOW) == 1
    assert "ĐỌC LẠI KHÔNG KHỚP" in capsys.readouterr().out
    assert (ward / "web/dl/internet/index.html").is_file(), "the release is in place all the same"
    code, told = asked(ward, ID, LATER, "--target", "web")
    assert (code, told["state"]) == (2, "no_answer")
