"""What is kept of a content and brought up to date says what judging it anew says, finding by finding (ADR 18)."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from congbo.checks import HOUSE_CHECKS, RULE_CHECKS
from congbo.checks.judge import judge
from congbo.checks.kept import Commit, kept_findings, tables
from congbo.checks.kept.tables import Tables
from congbo.checks.scope import HouseCheck
from congbo.commands.change import change
from congbo.facts.corpus import Corpus
from congbo.finding import Finding, Severity
from congbo.message import say
from congbo.place import Place
from congbo.store import Store, ledger
from congbo.store.own import own_store
from support.repositories import NEWS, git, ward_repository
from support.two_ways import TwoWays

DAY = date(2026, 11, 22)
NEW = "content/dl/tin-tuc-su-kien/2026/ra-quan.md"
ITEM = NEWS.format(title="Ra quân làm sạch đường làng", more="")
STEPS = 12


@pytest.mark.parametrize("seed", [1, 2])
def test_random_changes_are_judged_as_they_would_be_anew(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More of them: ``make twoways``. No fault may hide behind judging everything."""
    monkeypatch.setattr(tables, "_FAULTS", ())
    monkeypatch.setattr(tables, "_BUSY", ())
    one = TwoWays.begun(tmp_path / "kho", seed)
    for _ in range(STEPS):
        kept, anew = one.step()
        assert list(kept) == list(anew), one.done


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """A repository of the ward."""
    return ward_repository(tmp_path / "phuong")


def committed(ward: Path, path: str = "", text: str = "") -> str:
    if path:
        (ward / path).parent.mkdir(parents=True, exist_ok=True)
        (ward / path).write_text(text, "utf-8")
    git(ward, "add", "-A")
    git(ward, "commit", "-q", "--allow-empty", "-m", "Thay đổi")
    return git(ward, "rev-parse", "HEAD").strip()


def store_of(ward: Path) -> Store:
    return Store(ward / ".git/congbo/facts.sqlite")


def anew(ward: Path, commit: str, today: date = DAY) -> list[Finding]:
    return list(judge(Commit(ward, commit, today, Store(None)).corpus_of_all()))


def test_only_what_a_change_reaches_is_judged_again(ward: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_findings(ward, committed(ward), DAY, store_of(ward))
    asked: list[int] = []
    house = HOUSE_CHECKS["duplicate_id"]

    def counting(corpus: Corpus) -> Iterator[Finding]:
        asked.append(len(corpus.readings))
        return iter(house.around(corpus))

    monkeypatch.setitem(HOUSE_CHECKS, "duplicate_id", HouseCheck(around=counting, reach=house.reach))  # type: ignore[misc]
    commit = committed(ward, NEW, ITEM)
    assert kept_findings(ward, commit, DAY, store_of(ward)) == anew(ward, commit)
    assert asked[0] == 1
    assert asked[-1] > 50


def test_a_check_that_declares_nothing_is_told_of_everything(ward: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def far(corpus: Corpus) -> Iterator[Finding]:
        told = say("duplicate_id", id=str(len(corpus.items)), first="")
        yield Finding("CB-1", "far", Severity.INFO, Place("content/dl"), told, told)

    monkeypatch.setitem(HOUSE_CHECKS, "far", HouseCheck(around=far))  # type: ignore[misc]
    kept_findings(ward, committed(ward), DAY, store_of(ward))
    commit = committed(ward, NEW, ITEM)
    found = kept_findings(ward, commit, DAY, store_of(ward))
    assert found == anew(ward, commit)
    assert any(finding.check == "far" for finding in found)


def test_every_check_declares_how_far_it_looks(ward: Path) -> None:
    commit = committed(ward)
    scene = Commit(ward, commit, DAY, Store(None)).use(lambda _, scene: scene)
    assert scene is not None
    assert scene.undeclared == ()
    assert all(
        c.reach or c.sight or c.of_policies or c.alone is not RULE_CHECKS["quota"].alone for c in RULE_CHECKS.values()
    )


@pytest.mark.parametrize("rubbish", [b"", b"SQLite format 3\0 and no more", b"\0" * 5000])
def test_a_broken_file_is_worked_out_anew(ward: Path, rubbish: bytes) -> None:
    commit = committed(ward)
    expected = kept_findings(ward, commit, DAY, store_of(ward))
    (ward / ".git/congbo/judged.sqlite").write_bytes(rubbish)
    assert kept_findings(ward, commit, DAY, store_of(ward)) == expected == anew(ward, commit)


def test_rows_of_another_version_are_worked_out_anew(ward: Path) -> None:
    commit = committed(ward)
    expected = kept_findings(ward, commit, DAY, store_of(ward))
    rows = sqlite3.connect(ward / ".git/congbo/judged.sqlite")
    rows.executescript("DROP TABLE told; CREATE TABLE told (other TEXT); PRAGMA user_version = 7;")
    rows.close()
    assert kept_findings(ward, commit, DAY, store_of(ward)) == expected
    rows = sqlite3.connect(ward / ".git/congbo/judged.sqlite")
    assert rows.execute("SELECT count(findings) FROM told").fetchone()[0] > 0
    rows.close()


def test_rows_that_another_process_holds_are_not_thrown_away(ward: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = committed(ward)
    expected = kept_findings(ward, commit, DAY, store_of(ward))
    monkeypatch.setattr(ledger, "PATIENCE", 0.05)
    rows = sqlite3.connect(ward / ".git/congbo/judged.sqlite", isolation_level=None)
    rows.execute("BEGIN IMMEDIATE")
    file = (ward / ".git/congbo/judged.sqlite").stat().st_ino
    assert kept_findings(ward, commit, DAY, store_of(ward)) == expected
    rows.execute("ROLLBACK")
    rows.close()
    assert (ward / ".git/congbo/judged.sqlite").stat().st_ino == file


def test_rows_that_were_altered_are_not_believed(ward: Path) -> None:
    commit = committed(ward, NEW, ITEM.replace("nguon: ", "nguon_khac: "))
    expected = kept_findings(ward, commit, DAY, store_of(ward))
    assert expected
    with sqlite3.connect(ward / ".git/congbo/judged.sqlite") as rows:
        ((value,),) = rows.execute("SELECT findings FROM told LIMIT 1").fetchall()
        rows.execute("UPDATE told SET findings = ?", (value[:-9] + bytes([value[-9] ^ 1]) + value[-8:],))
    rows.close()
    assert kept_findings(ward, commit, DAY, store_of(ward)) == expected


def test_a_change_leaves_what_is_kept_of_its_base_as_it_was(ward: Path) -> None:
    base = committed(ward)
    head = committed(ward, NEW, ITEM.replace("nguon: ", "nguon_khac: "))
    assert change(ward, base, head, DAY).findings((), ())
    own = own_store(ward / ".git")
    commits = []

    def noted(rows: Tables, _: object) -> list[Finding]:
        commits.append(rows.note("commit"))
        return rows.words.all()

    assert Commit(ward, base, DAY, own).use(noted) == anew(ward, base)
    assert commits == [base]
    assert change(ward, base, head, DAY).findings((), ()) == change(ward, base, head, DAY).found_anew()


def test_a_history_that_did_not_grow_from_the_kept_one_is_looked_at_again(ward: Path) -> None:
    first = committed(ward)
    one = committed(ward, NEW, ITEM)
    kept_findings(ward, one, DAY, store_of(ward))
    git(ward, "checkout", "-q", "-b", "khac", first)
    (ward / NEW).parent.mkdir(parents=True, exist_ok=True)
    (ward / NEW).write_text(ITEM, "utf-8")
    git(ward, "add", "-A")
    git(ward, "commit", "-qm", "Đăng muộn", when="2026-11-21T08:00:00+07:00")
    other = git(ward, "rev-parse", "HEAD").strip()
    assert kept_findings(ward, other, DAY, store_of(ward)) == anew(ward, other)


def test_a_gate_believes_no_store_that_others_may_write(ward: Path) -> None:
    folder = ward / ".git/congbo/gate"
    assert own_store(ward / ".git").beside("judged.sqlite") == folder / "judged.sqlite"
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o770)
    assert own_store(ward / ".git").beside("judged.sqlite") is None
    folder.chmod(0o700)
    (folder / "judged.sqlite").symlink_to(ward / "pelicanconf.py")
    assert own_store(ward / ".git").beside("judged.sqlite") is None
    (folder / "judged.sqlite").unlink()
    folder.rmdir()
    folder.symlink_to(ward)
    assert own_store(ward / ".git").beside("judged.sqlite") is None


def test_names_that_no_database_keeps_are_judged_all_the_same(ward: Path) -> None:
    git(ward, "config", "core.quotePath", "false")
    name = b"content/dl/tin-tuc-su-kien/2019/\xff.md".decode("utf-8", "surrogateescape")
    (ward / name).write_text(ITEM, "utf-8")
    commit = committed(ward)
    found = kept_findings(ward, commit, DAY, store_of(ward))
    assert found == anew(ward, commit)
    assert any(finding.message.key == "file_name.encoding" for finding in found)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_gate_believes_no_store_of_somebody_else(ward: Path) -> None:
    folder = ward / ".git/congbo/gate"
    own_store(ward / ".git")
    os.chown(folder, 12345, 12345)
    assert own_store(ward / ".git").beside("judged.sqlite") is None
    os.chown(folder, 0, 0)
    (folder / "judged.sqlite").write_bytes(b"")
    os.chown(folder / "judged.sqlite", 12345, 12345)
    assert own_store(ward / ".git").beside("judged.sqlite") is None


def test_a_translation_is_asked_about_as_long_as_its_original_stands(ward: Path) -> None:
    """The review of the translation is overdue; what was withdrawn in the original is over in the translation too."""
    withdrawn = 'rut_bai: {loai: nham, ngay: 2026-11-20, can_cu: "Chỉ đạo của Trưởng Ban Biên tập"}'
    original = NEWS.format(title="Ra quân làm sạch đường làng", more="")
    review = "lang: en\ntranslation: dl-2026-9001\nra_soat: {han: 2026-10-31, chuc_danh: pho_ban_thuong_truc}\n"
    other = NEWS.format(title="Cleaning the village road", more=review).replace("id: dl-2026-9001", "id: dl-2026-9002")
    committed(ward, NEW, original)
    committed(ward, NEW.replace(".md", ".en.md"), other)
    told = []
    for text in (original, original.replace("---\nNội dung", f"{withdrawn}\n---\nNội dung"), original):
        commit = committed(ward, NEW, text)
        found = kept_findings(ward, commit, DAY, store_of(ward))
        assert found == anew(ward, commit)
        told.append(any(finding.check == "review_by" for finding in found))
    assert told == [True, False, True]


def test_an_edit_that_was_taken_back_is_part_of_the_history(ward: Path) -> None:
    committed(ward, NEW, ITEM)
    first = git(ward, "rev-parse", "HEAD").strip()
    kept_findings(ward, first, DAY, store_of(ward))
    committed(ward, NEW, f"{ITEM}Thêm một dòng.\n")
    commit = committed(ward, NEW, ITEM)
    known = Commit(ward, commit, DAY, store_of(ward)).use(lambda rows, _: rows.sheets.of([NEW])[NEW].known)
    assert known is not None
    assert len(known.changes) == 3
