"""Going back, going forward, and who may not: older commits, other histories, damaged releases."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from congbo.__main__ import main
from congbo.deploy.places import places
from support.repositories import TODAY, git, snapshot, ward_repository
from support.served import Served

FRONT = "dl/internet/index.html"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ward's repository, published at two commits."""
    made = ward_repository(tmp_path_factory.mktemp("mau") / "phuong")
    assert run(made, "publish", "--today", TODAY) == 0
    edited(made, "Tóm tắt sau cùng.")
    assert run(made, "publish", "--today", TODAY) == 0
    return made


@pytest.fixture
def ward(template: Path, tmp_path: Path) -> Path:
    """A repository of one's own, releases included."""
    return Path(shutil.copytree(template, tmp_path / "phuong", symlinks=True))


def an_item(ward: Path) -> Path:
    return min((ward / "content/dl/tin-tuc-su-kien").rglob("*.md"))


def edited(ward: Path, summary: str) -> None:
    item = an_item(ward)
    old = next(row for row in item.read_text("utf-8").splitlines() if row.startswith("summary:"))
    item.write_text(item.read_text("utf-8").replace(old, f"summary: {summary}"), "utf-8")
    git(ward, "commit", "-qam", summary, when="2026-11-20T08:00:00+07:00")


def run(ward: Path, command: str, *words: str) -> int:
    return main(["-C", str(ward), command, *words])


def live(ward: Path) -> str:
    return (ward / "public").resolve().name


def commit_of(ward: Path) -> str:
    return str(json.loads((ward / "public/manifest.json").read_text("utf-8"))["commit"])


def test_back_and_forward_again(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newest = snapshot(ward / "public")
    capsys.readouterr()
    assert run(ward, "rollback", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["from"], told["to"], told["proof"]["holds"]) == ("00000002", "00000001", True)
    assert commit_of(ward) == git(ward, "rev-parse", "HEAD~1").strip()
    assert snapshot(ward / "public") != newest
    assert run(ward, "publish", "--today", TODAY) == 0
    assert snapshot(ward / "public/dl") == {
        path.removeprefix("dl/"): data for path, data in newest.items() if path.startswith("dl/")
    }


def test_an_older_commit_does_not_undo_a_newer_release(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(ward, "checkout", "-q", "HEAD~1")
    assert run(ward, "publish", "--today", TODAY) == 1
    assert "congbo rollback --target local --to 00000002" in capsys.readouterr().err
    assert live(ward) == "00000002"
    assert places(ward).complete() == ["00000001", "00000002"]


def test_nor_does_another_history_unless_it_is_on_purpose(ward: Path) -> None:
    git(ward, "commit", "-q", "--amend", "-m", "Lịch sử khác", when="2026-11-21T08:00:00+07:00")
    assert run(ward, "publish", "--today", TODAY) == 1
    assert run(ward, "rollback", "--to", "2") == 0
    assert run(ward, "publish", "--today", TODAY) == 0
    assert live(ward) == "00000003"
    git(ward, "commit", "-q", "--amend", "-m", "Lại khác", when="2026-11-21T08:00:00+07:00")
    assert run(ward, "publish", "--today", TODAY) == 1, "what was allowed once is not allowed for ever"


@pytest.mark.parametrize(
    ("words", "said"),
    [(("--to", "00000009"), "00000001"), (("--to", "../x"), "00000001"), (("--target", "khong-co"), "khong-co")],
)
def test_what_cannot_be_gone_back_to(
    ward: Path, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(ward, "rollback", *words) in (1, 2)
    assert said in capsys.readouterr().err
    assert live(ward) == "00000002"


def test_nothing_before_the_first_and_nothing_before_any(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ward, "rollback") == 0
    assert run(ward, "rollback") == 1
    assert "congbo publish" in capsys.readouterr().err
    assert run(ward, "rollback", "--target", "internet") == 1
    assert not (ward / "public-internet").exists()


def missing(ward: Path) -> None:
    (places(ward).release("00000001") / FRONT).unlink()


def altered(ward: Path) -> None:
    (places(ward).release("00000001") / FRONT).write_text("khác")


def foreign(ward: Path) -> None:
    (places(ward).release("00000001") / "dl/internet/la.html").write_text("lạ")


def cut(ward: Path) -> None:
    file = places(ward).release("00000001") / "manifest.json"
    file.write_bytes(file.read_bytes()[:500])


@pytest.mark.parametrize("damage", [missing, altered, foreign, cut])
def test_a_release_that_is_not_whole_is_not_shown(ward: Path, damage: object) -> None:
    damage(ward)  # type: ignore[operator]
    assert run(ward, "rollback") == 1
    assert live(ward) == "00000002"


def test_a_view_goes_back_alone(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ward, "publish", "--target", "internet", "--today", TODAY) == 0
    edited(ward, "Tóm tắt nữa.")
    assert run(ward, "publish", "--target", "internet", "--today", TODAY) == 0
    assert run(ward, "rollback", "--target", "internet") == 0
    assert (ward / "public-internet").resolve().name == "00000003-internet"
    assert live(ward) == "00000002"
    told = json.loads((ward / "public-internet/manifest.json").read_text("utf-8"))
    assert sorted(told["files"]) == sorted(set(snapshot(ward / "public-internet")) - {"manifest.json"})


def test_the_view_of_a_network_holds_nothing_of_another(tmp_path: Path) -> None:
    """A release of two editions: neither files nor manifest of the one for the Internet tell of the inner one."""
    from datetime import date

    from congbo.deploy.draft import draft, finish
    from congbo.deploy.manifest import ReleaseFacts
    from congbo.deploy.view import view

    facts = ReleaseFacts("c" * 40, None, date(2026, 11, 22))
    paths = ("index.html", "fonts/a", "hd/internet/a", "hd/wan/kin", "hd2/wan/kin", "a/internet/x", "z/internet/y")
    with draft(tmp_path) as made:
        for path in paths:
            made.put(path, path.encode(), None)
        done = finish(made, facts)
        shown = view(made.where, done, "internet", {"hd", "hd2", "a", "z"}, facts, {"index.html": b"danh sach"})
    found = snapshot(shown)
    assert {*found} - {"manifest.json"} == {"index.html", "fonts/a", "hd/internet/a", "a/internet/x", "z/internet/y"}
    assert sorted(json.loads(found["manifest.json"])["files"]) == sorted({*found} - {"manifest.json"})
    assert found["index.html"] == b"danh sach"
    assert b"wan" not in found["manifest.json"]


def test_a_publisher_goes_back_where_no_repository_lies(kho: Served, tmp_path: Path) -> None:
    web = tmp_path / "web"
    for day in ("2026-11-22", "2026-11-23"):
        assert main(["-C", str(web), "server", "publish", str(kho.server), "--today", day]) == 0
    assert main(["-C", str(web), "rollback"]) == 0
    assert (web / "public").resolve().name == "00000001"
