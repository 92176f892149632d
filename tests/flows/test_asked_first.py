"""Nobody signs in vain: the gate is asked before the signature, in the terminal as at the desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from congbo.__main__ import main
from support.repositories import git
from support.served import CHIEF, CLERK, DEPUTY, ITEM, NOW, OFFICE, Served, copied, news
from support.signers import key_file, needs

pytestmark = needs("ssh-keygen")

DECISIONS = "refs/congbo/decisions/"


@pytest.fixture(scope="module")
def looked_at(begun: Served, tmp_path_factory: pytest.TempPathFactory) -> Served:
    """A change that the deputy has looked at; it waits for an approval. Not to be changed."""
    own = copied(begun, tmp_path_factory.mktemp("da-xem"))
    own.commit("tin-moi")
    assert own.push("tin-moi").code == 0
    assert own.push(own.decide("tin-moi", DEPUTY), who=DEPUTY).code == 0
    git(own.desk, "remote", "add", "origin", f"file://{own.server}")
    return own


@pytest.fixture
def own(looked_at: Served, tmp_path: Path) -> Served:
    """The same for one test."""
    made = copied(looked_at, tmp_path)
    git(made.desk, "remote", "set-url", "origin", f"file://{made.server}")
    return made


@pytest.fixture
def sign(own: Served, monkeypatch: pytest.MonkeyPatch):
    """Run a verb as a person, with their key or another one."""

    def run(person: str, verb: str, *words: str, key: Path | None = None) -> int:
        monkeypatch.setenv("CONGBO_USER", person)
        signs = ("--as", person, "--key", str(key or own.keys[person]), "--yes", "--at", NOW)
        return main(["review", verb, "tin-moi", "-C", str(own.desk), *words, *signs])

    return run


def unusable(key: Path, folder: Path) -> Path:
    """Return a key whose public half is right and whose private half cannot sign: who is asked for it, has been asked to."""
    made = folder / "hong"
    made.write_text("hỏng\n")
    made.with_name("hong.pub").write_text(key.with_name(f"{key.name}.pub").read_text())
    return made


def decisions(own: Served) -> dict[str, str]:
    return {name: at for name, at in own.refs().items() if name.startswith(DECISIONS)}


def test_the_author_is_told_and_signs_nothing(
    own: Served, sign, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = decisions(own)
    assert sign(CLERK, "approve", key=unusable(own.keys[CLERK], tmp_path)) == 1
    assert "nên không được tự duyệt" in capsys.readouterr().err
    assert decisions(own) == before


def test_a_key_that_nobody_enrolled_is_named_before_it_signs(
    own: Served, sign, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = decisions(own)
    assert sign(CHIEF, "approve", key=unusable(key_file(tmp_path), tmp_path)) == 1
    assert "congbo keys enrol" in capsys.readouterr().err
    assert decisions(own) == before


def test_the_key_of_another_is_named_before_it_signs(own: Served, sign, tmp_path: Path, capsys) -> None:
    assert sign(CHIEF, "approve", key=unusable(own.keys[OFFICE], tmp_path)) == 1
    assert OFFICE in capsys.readouterr().err


def test_what_is_missing_then_is_said_before(own: Served, sign, capsys: pytest.CaptureFixture[str]) -> None:
    assert sign(CHIEF, "approve") == 0
    told = capsys.readouterr().err
    assert told.index("Bạn sắp ký") < told.index("còn chờ Đăng") < told.index("Máy chủ:")
    assert sign(OFFICE, "publish") == 0
    assert "đủ điều kiện để đăng" in capsys.readouterr().err
    assert git(own.server, "show", f"refs/heads/main:{ITEM}") == news()


def test_who_may_not_approve_may_still_return(own: Served, sign) -> None:
    assert sign(CLERK, "return", "--reason", "Tôi nhầm ảnh.") == 0


def test_what_the_checks_refuse_today_is_not_signed_for_publication(
    own: Served, sign, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another change came in first, with an item of the same id: only now is there an error."""
    assert sign(CHIEF, "approve") == 0
    twin = "content/dl/tin-tuc-su-kien/2026/cung-ma.md"
    own.approved("tin-truoc", twin)
    assert own.push(f"{own.merge('tin-truoc', OFFICE)}:refs/heads/main", who=OFFICE).code == 0
    before = decisions(own)
    capsys.readouterr()
    assert sign(OFFICE, "publish", key=unusable(own.keys[OFFICE], tmp_path)) == 1
    told = capsys.readouterr().err
    assert "Chưa ký gì" in told
    assert twin in told or ITEM in told
    assert decisions(own) == before


def test_a_decision_is_judged_by_the_rules_of_the_tip(own: Served, sign, capsys: pytest.CaptureFixture[str]) -> None:
    """The chief has approved; then the regulation wants two to approve: what was signed counts as one of them."""
    assert sign(CHIEF, "approve") == 0
    tip = git(own.server, "rev-parse", "refs/heads/main").strip()
    path = "policies/regulations/dl/board.yml"
    before = git(own.server, "show", f"{tip}:{path}")
    row = next(line for line in before.splitlines() if "step: phe_duyet" in line and "count" not in line)
    after = before.replace(row, row.replace("step: phe_duyet,", "step: phe_duyet, count: 2,"), 1)
    assert after != before, row
    git(own.desk, "fetch", "-q", "origin")
    git(own.desk, "checkout", "-q", "--detach", tip)
    (own.desk / path).write_text(after, "utf-8")
    own.git("commit", "-qam", "Hai người duyệt")
    # Straight onto the target, as nobody can through the hook: what is asked here is only how the gate reads it.
    git(own.server, "fetch", "-q", str(own.desk), "HEAD")
    git(own.server, "update-ref", "refs/heads/main", git(own.desk, "rev-parse", "HEAD").strip())
    capsys.readouterr()
    assert main(["review", "show", "tin-moi", "-C", str(own.desk), "--at", NOW]) == 0
    told = capsys.readouterr().out
    assert "chờ bước “Phê duyệt”" in told
    assert "record.policy" not in told
