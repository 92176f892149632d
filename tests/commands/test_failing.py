"""How commands fail: a sentence, an exit code, and JSON for a program; never a traceback for what a person can mend."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from congbo.__main__ import main
from congbo.commands.failing import wants_json
from congbo.errors import CongboError
from congbo.tree import FolderTree
from support.repositories import git, ward_repository
from support.trees import ROOT

needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")


def run(*words: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    """Run a command as people do, in a process of its own."""
    known = {"cwd": ROOT, "capture_output": True, "check": False, **more}
    return subprocess.run([sys.executable, "-m", "congbo", *words], **known)  # type: ignore[call-overload, no-any-return]


def test_nothing_is_asked_for() -> None:
    done = run()
    assert done.returncode == 2
    assert b"congbo L" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("chek",), "Không có lệnh `chek`. Có phải bạn muốn gõ `check`?"),
        (("gì-đó",), "Không có lệnh `gì-đó`. Hãy chọn một lệnh trong danh sách trên."),
        (("--lang", "fr", "check"), "Không có thông báo bằng tiếng `fr`"),
        (("--lang=fr", "check"), "Không có thông báo bằng tiếng `fr`"),
        (("--lang=en", "chek"), "There is no command `chek`. Did you mean `check`?"),
    ],
)
def test_a_command_that_there_is_not(words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert told in capsys.readouterr().err


def test_the_version_is_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("congbo ")
    assert not shown.err


@pytest.mark.parametrize(
    "words",
    [
        ("check", "--today", "x", "--format", "json"),
        ("rules", "--regulation", "zz", "--format=json"),
        ("due", "DL-8.1a", "9999", "--form", "json"),
        ("publish", "--target", "khong-co", "--format", "json"),
        ("--lang", "en", "scheduled", "--format", "json", "--at", "x"),
    ],
    ids=" ".join,
)
def test_a_program_is_told_in_json(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code = main(words)
    shown = capsys.readouterr()
    document = json.loads(shown.out)
    assert code == document["code"] == 2
    assert document["error"]["key"]
    assert document["error"]["message"] in shown.err


def test_words_that_ask_for_json() -> None:
    assert wants_json(["check", "--format", "json"])
    assert wants_json(["check", "--fo=json"])
    assert not wants_json(["check", "--format", "text", "json"])
    assert not wants_json(["check", "--", "json"])
    assert not wants_json(["check", "--format"])


@needs_full
def test_a_disk_that_is_full_is_told_and_no_fault_of_ours() -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = run("rules", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert "đĩa đã đầy" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_what_nobody_reads_and_what_a_terminal_cannot_show() -> None:
    closed = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m congbo rules >&-"], cwd=ROOT, capture_output=True, check=False
    )
    assert (closed.returncode, closed.stderr) == (0, b"")
    plain = run("--help", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert plain.returncode == 0
    assert b"\\u1ec7" in plain.stdout


def test_errors_of_the_content_are_told_to_a_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ward = ward_repository(tmp_path / "phuong")
    page = next((ward / "content/dl").rglob("*.md"))
    page.write_text("không có đầu tệp\n", "utf-8")
    git(ward, "add", "-A")
    git(ward, "commit", "-q", "-m", "hỏng")
    assert main(["publish", "-C", str(ward), "--format", "json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["error"]["key"] == "build.findings"
    assert page.relative_to(ward).as_posix() in [one["path"] for one in document["findings"]]
    assert document["summary"]["errors"] == len(document["findings"])


# ---- folders that may not be looked into must not pass for empty ones


@pytest.fixture
def closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, str]:
    """A ward's repository and a folder of its content that may not be looked into, not even by root, who runs tests."""
    ward = ward_repository(tmp_path / "phuong")
    folder = next(page for page in sorted((ward / "content/dl").rglob("*.md"))).parent
    look = os.scandir

    def scandir(path: str | Path | int = ".") -> object:
        if not isinstance(path, int) and Path(path) == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)
    return ward, folder.relative_to(ward).as_posix()


@pytest.mark.parametrize("command", ["check", "build", "publish", "fix"])
def test_a_folder_that_cannot_be_looked_into_is_not_empty(
    closed: tuple[Path, str], command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ward, folder = closed
    assert main([command, "-C", str(ward)]) == 2
    told = capsys.readouterr().err
    assert f"{folder}: Không xem được thư mục này: không có quyền." in told
    assert not (ward / "public").exists()


def test_a_file_that_may_not_be_looked_at_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look = os.lstat

    def lstat(path: str | Path) -> os.stat_result:
        if str(path).endswith("kin.md"):
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    (tmp_path / "kin.md").write_text("x")
    monkeypatch.setattr(os, "lstat", lstat)
    with pytest.raises(CongboError, match=r"tree\.unreadable"):
        FolderTree(tmp_path).has("kin.md")
    assert not FolderTree(tmp_path).has("khong-co.md")
    assert not FolderTree(tmp_path).has("x" * 5000)
