"""A clerk commits with the real pre-commit: what may not be published is stopped on the desk, without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from support.made import made
from support.repositories import GIT, NEWS, ROOT, git, ward_repository

ITEM = "content/dl/tin-tuc-su-kien/2026/ra-quan.md"
DOCX = "content/dl/tin-tuc-su-kien/2026/ra-quan/danh-sach.docx"
TEXT = NEWS.format(title="Ra quân làm sạch đường làng", more="tep_dinh_kem: [danh-sach.docx]\n")
# Put together here, so that no number of this shape stands in the repository.
NUMBER = "0" + "30" + "1" + "85" + "0" * 3 + "123"


class Desk:
    """A clerk's working folder with pre-commit installed."""

    def __init__(self, ward: Path, home: Path) -> None:
        self.ward = ward
        self._env = os.environ | GIT | {"PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never"}
        self._env["PATH"] = f"{Path(sys.executable).parent}:{self._env['PATH']}"

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(words, cwd=self.ward, env=self._env, capture_output=True, text=True, check=False)

    def pre_commit(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "-m", "pre_commit", *words)

    def commit(self, message: str = "dl: tin mới") -> subprocess.CompletedProcess[str]:
        return self.run("git", "commit", "-m", message)

    def write(self, path: str, content: str | bytes) -> None:
        file = self.ward / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def stage(self, files: dict[str, str | bytes]) -> None:
        for path, content in files.items():
            self.write(path, content)
            git(self.ward, "add", "--", path)

    @property
    def head(self) -> str:
        return git(self.ward, "rev-parse", "HEAD")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The ward's repository with this repository's own hooks, and the programs where the hooks expect them."""
    ward = ward_repository(tmp_path / "phuong")
    shutil.copy(ROOT / ".pre-commit-config.yaml", ward)
    (ward / ".gitignore").write_text("/.venv/\n/.congbo/\n")
    (ward / ".venv").mkdir()
    (ward / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    git(ward, "add", "-A")
    git(ward, "commit", "-qm", "hooks")
    made_desk = Desk(ward, tmp_path / "home")
    installed = made_desk.pre_commit("install")
    assert installed.returncode == 0, installed.stderr
    return made_desk


def test_an_identity_number_in_a_word_file_is_stopped_and_passes_once_it_is_gone(desk: Desk) -> None:
    before = desk.head
    desk.stage({ITEM: TEXT, DOCX: made("docx", f"Danh sách hộ dân\nÔng Mẫu Văn A, số căn cước {NUMBER}\n")})
    refused = desk.commit()
    told = refused.stdout + refused.stderr
    assert refused.returncode != 0
    assert desk.head == before
    assert f"{DOCX}" in told
    assert "số căn cước" in told
    assert "không được đăng" in told
    assert NUMBER not in told
    desk.stage({DOCX: made("docx", "Danh sách hộ dân\nÔng Mẫu Văn A\n")})
    passed = desk.commit()
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert desk.head != before


def test_what_is_staged_counts_and_not_what_lies_in_the_folder(desk: Desk) -> None:
    bad, good = TEXT.replace("don_vi: dl-van-hoa-thong-tin\n", ""), TEXT
    desk.stage({ITEM: bad, DOCX: made("docx", "Danh sách\n")})
    desk.write(ITEM, good)
    refused = desk.commit()
    assert refused.returncode != 0
    assert "thiếu Đơn vị cung cấp" in refused.stdout + refused.stderr
    assert (desk.ward / ITEM).read_text("utf-8") == good
    git(desk.ward, "add", ITEM)
    desk.write(ITEM, bad)
    passed = desk.commit()
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert (desk.ward / ITEM).read_text("utf-8") == bad


def test_old_faults_and_drafts_of_other_files_stop_nobody(desk: Desk) -> None:
    desk.write(ITEM.replace("ra-quan", "nhap"), TEXT.replace("9001", "9002").replace("nguon:", "nguonn:"))
    desk.stage({ITEM: TEXT, DOCX: made("docx", "Danh sách\n")})
    passed = desk.commit()
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_letters_of_two_characters_are_mended_and_looked_at_before_they_pass(desk: Desk) -> None:
    desk.stage({ITEM: unicodedata.normalize("NFD", TEXT), DOCX: made("docx", "Danh sách\n")})
    refused = desk.commit()
    assert refused.returncode != 0
    assert "files were modified by this hook" in refused.stdout + refused.stderr
    assert (desk.ward / ITEM).read_text("utf-8") == TEXT
    git(desk.ward, "add", ITEM)
    passed = desk.commit()
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_a_symbolic_link_is_stopped(desk: Desk) -> None:
    desk.stage({ITEM: TEXT, DOCX: made("docx", "Danh sách\n")})
    (desk.ward / DOCX).unlink()
    (desk.ward / DOCX).symlink_to("/etc/hostname")
    git(desk.ward, "add", DOCX)
    refused = desk.commit()
    assert refused.returncode != 0
    assert DOCX in refused.stdout + refused.stderr


def test_policies_that_cannot_be_read_are_stopped(desk: Desk) -> None:
    portal = desk.ward / "policies/portals/dl.yml"
    desk.stage({"policies/portals/dl.yml": portal.read_text("utf-8") + "nmae: x\n"})
    refused = desk.commit()
    assert refused.returncode != 0
    assert "nmae" in refused.stdout + refused.stderr


def test_all_files_can_be_looked_at(desk: Desk) -> None:
    looked = desk.pre_commit("run", "congbo-check", "--all-files", "--verbose")
    items = len(list((desk.ward / "content").rglob("*.md")))
    assert f"Đã kiểm tra {items} tệp" in looked.stdout


def test_the_hooks_serve_other_repositories(desk: Desk, tmp_path: Path) -> None:
    """The manifest is cloned by pre-commit itself; only the installation, which wants a network, is left out."""
    ours = tmp_path / "congbo"
    ours.mkdir()
    git(ours, "init", "-q", "-b", "main")
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", ours)
    git(ours, "add", "-A")
    git(ours, "commit", "-qm", "hooks")
    hooks = "".join(
        f"      - {{id: {name}, language: system}}\n" for name in ("congbo-fix", "congbo-check", "congbo-policies")
    )
    rev = git(ours, "rev-parse", "HEAD").strip()
    config = f"repos:\n  - repo: {ours.as_uri()}\n    rev: {rev}\n    hooks:\n{hooks}"
    desk.stage({".pre-commit-config.yaml": config, ITEM: TEXT.replace("nguon:", "nguonn:")})
    refused = desk.commit()
    assert refused.returncode != 0
    assert f"{ITEM}:7:" in refused.stdout + refused.stderr
    desk.stage({ITEM: TEXT, DOCX: made("docx", "Danh sách\n")})
    passed = desk.commit()
    assert passed.returncode == 0, passed.stdout + passed.stderr


@pytest.mark.parametrize(
    ("verb", "file"), [("validate-config", ".pre-commit-config.yaml"), ("validate-manifest", ".pre-commit-hooks.yaml")]
)
def test_the_files_are_valid(verb: str, file: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", verb, str(ROOT / file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "WARNING" not in done.stdout + done.stderr
