"""Handing in: what is sent and where to, what is refused before it is sent, and a server that does not answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from congbo.__main__ import main
from congbo.history.remote import address_of
from support.repositories import git
from support.served import CLERK, DEPUTY, NOW, Served, copied, news


@pytest.fixture
def own(begun: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Served:
    """A server whose register has begun, a desk that knows it, and the clerk at the desk."""
    made = copied(begun, tmp_path)
    git(made.desk, "remote", "add", "origin", f"file://{made.server}")
    monkeypatch.setenv("CONGBO_USER", CLERK)
    return made


def submit(own: Served, *words: str) -> int:
    return main(["review", "submit", "-C", str(own.desk), *words])


def test_it_says_where_it_went(own: Served, capsys: pytest.CaptureFixture[str]) -> None:
    own.commit("tin-moi")
    assert submit(own) == 0
    assert f"Đã gửi nhánh “tin-moi” tới “origin” (file://{own.server})." in capsys.readouterr().err


def test_a_branch_that_is_named_is_the_one_that_is_sent(own: Served) -> None:
    head = own.commit("tin-moi")
    git(own.desk, "checkout", "-q", "main")
    assert submit(own, "tin-moi") == 0
    assert own.refs()["refs/heads/tin-moi"] == head


@pytest.mark.parametrize("name", ["khong-co", "origin/main", "refs/heads/tin-moi", "HEAD"])
def test_a_branch_that_is_not_here_is_not_made_of_another(own: Served, capsys, name: str) -> None:
    own.commit("tin-moi")
    before = own.refs()
    assert submit(own, name) == 2
    assert f"“{name}”" in capsys.readouterr().err
    assert own.refs() == before


def test_what_the_gate_refuses_is_told_and_exits_with_1(
    own: Served, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The server takes a new version of a change that was turned down, and the gate does not."""
    own.commit("tin-moi")
    assert submit(own) == 0
    monkeypatch.setenv("CONGBO_USER", DEPUTY)
    signs = (
        "--as",
        DEPUTY,
        "--key",
        str(own.keys[DEPUTY]),
        "--yes",
        "--at",
        NOW,
        "--reason",
        "Không thuộc thẩm quyền.",
    )
    assert main(["review", "refuse", "tin-moi", "-C", str(own.desk), *signs]) == 0
    own.commit("tin-moi", text=news("Ra quân lần nữa"))
    monkeypatch.setenv("CONGBO_USER", CLERK)
    capsys.readouterr()
    assert submit(own) == 1
    shown = capsys.readouterr()
    assert "không được đăng" in shown.out
    assert "Đã gửi nhánh" in shown.err


def test_a_server_without_a_register_is_sent_nothing(own: Served, tmp_path: Path, capsys) -> None:
    bare = tmp_path / "tran.git"
    git(tmp_path, "clone", "-q", "--bare", str(own.desk), str(bare))
    git(own.desk, "remote", "add", "khac", f"file://{bare}")
    own.commit("tin-moi")
    assert submit(own, "--remote", "khac") == 2
    told = capsys.readouterr().err
    assert "congbo server genesis" in told
    assert str(bare) in told
    assert "tin-moi" not in git(bare, "for-each-ref")


@pytest.mark.parametrize("verb", ["status", "show", "submit", "approve"])
def test_a_server_that_does_not_answer(own: Served, verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    own.commit("tin-moi")
    git(own.desk, "remote", "set-url", "origin", "file:///khong/co/kho.git")
    assert main(["review", verb, "-C", str(own.desk)]) == 2
    told = capsys.readouterr().err
    assert "Không liên lạc được với máy chủ “origin” (file:///khong/co/kho.git)" in told
    assert "fatal" not in told


@pytest.mark.parametrize("verb", ["status", "show", "submit", "approve", "merge"])
def test_a_server_that_there_is_not(own: Served, verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    own.commit("tin-moi")
    assert main(["review", verb, "-C", str(own.desk), "--remote", "khong-co"]) == 2
    assert "không có máy chủ tên “khong-co”" in capsys.readouterr().err


def test_a_password_in_an_address_is_not_shown(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    git(tmp_path, "remote", "add", "origin", "https://tu:bi-mat@kho.example/cong.git")
    assert address_of(tmp_path, "origin") == "https://tu@kho.example/cong.git"
