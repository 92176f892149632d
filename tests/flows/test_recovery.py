"""A ward's board has lost every key; the root key comes out of the safe, once: real git, real ssh-keygen."""

from __future__ import annotations

from pathlib import Path

import pytest

from congbo.__main__ import main
from congbo.dates import parse_moment
from congbo.history.digests import policy_digest
from congbo.review.decision import draft, keep
from congbo.review.offers import Offer
from congbo.signed.keygen import signed
from support.repositories import git
from support.served import CHIEF, CLERK, DEPUTY, NOW, OFFICE, SIGNERS, Served, copied, enrolled, served
from support.signers import key_file, needs

pytestmark = needs("ssh-keygen")

LATER, MUCH_LATER = "2026-11-22T11:00:00+07:00", "2026-11-22T13:00:00+07:00"
TEN, TWELVE = "20261122030000Z", "20261122050000Z"  # when the first keys end, and the second ones


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Served:
    """A server whose people's keys all end at ten; its desk knows it as origin. Not to be changed."""
    made = served(tmp_path_factory.mktemp("mat-khoa"), until=TEN)
    git(made.desk, "remote", "add", "origin", f"file://{made.server}")
    return made


@pytest.fixture
def own(place: Served, tmp_path: Path) -> Served:
    """The same for one test."""
    made = copied(place, tmp_path)
    git(made.desk, "remote", "set-url", "origin", f"file://{made.server}")
    return made


def sealed(own: Served) -> Path:
    """Where the root key is kept."""
    return own.server.parent / "keys" / "root" / "ed25519"


def run(own: Served, person: str, key: Path, at: str, verb: str, branch: str) -> int:
    who = ("--as", person, "--key", str(key), "--yes", "--at", at)
    return main(["review", verb, "-C", str(own.desk), branch, *who])


def hand_in(own: Served, branch: str, until: str) -> dict[str, Path]:
    """Somebody hands in another key for everybody; return them."""
    git(own.desk, "fetch", "-q", "origin", "+refs/heads/main:refs/remotes/kho/main")
    keys = {}
    for person in (CHIEF, DEPUTY, OFFICE, CLERK):
        folder = own.server.parent / branch / person
        folder.mkdir(parents=True)
        keys[person] = key_file(folder)
    before = git(own.desk, "show", f"refs/remotes/kho/main:{SIGNERS}")
    own.commit(branch, SIGNERS, before + enrolled(keys, until), base="refs/remotes/kho/main")
    told = own.push(branch)
    assert told.code == 0, told.told
    return keys


@pytest.fixture(autouse=True)
def office(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who pushes what is decided here."""
    monkeypatch.setenv("CONGBO_USER", OFFICE)


def test_the_root_key_is_refused_while_people_are_left(own: Served, capsys: pytest.CaptureFixture[str]) -> None:
    hand_in(own, "khoa-moi", TWELVE)
    before = own.refs()
    assert run(own, OFFICE, sealed(own), NOW, "recover", "khoa-moi") == 1
    assert "không còn đủ người ký" in capsys.readouterr().err
    assert own.refs() == before


def test_the_root_key_lets_new_keys_in_once(own: Served, capsys: pytest.CaptureFixture[str]) -> None:
    own.at(LATER)
    keys = hand_in(own, "khoi-phuc", TWELVE)
    assert run(own, CHIEF, keys[CHIEF], LATER, "approve", "khoi-phuc") == 1, "its own keys decide nothing yet"
    assert run(own, CHIEF, own.keys[CHIEF], LATER, "recover", "khoi-phuc") == 1, "only the root key can"
    assert run(own, OFFICE, sealed(own), LATER, "recover", "khoi-phuc") == 0
    assert run(own, OFFICE, sealed(own), LATER, "merge", "khoi-phuc") == 0
    tip = own.refs()["refs/heads/main"]
    assert enrolled(keys, TWELVE) in git(own.server, "show", f"{tip}:{SIGNERS}")
    capsys.readouterr()
    assert main(["server", "status", str(own.server), "--at", LATER]) == 0
    assert "Khóa gốc đã dùng" in capsys.readouterr().out

    own.at(MUCH_LATER)
    hand_in(own, "lan-hai", "20261122080000Z")
    capsys.readouterr()
    assert run(own, OFFICE, sealed(own), MUCH_LATER, "recover", "lan-hai") == 1
    assert "đã được dùng một lần" in capsys.readouterr().err
    assert own.refs()["refs/heads/main"] == tip


def test_a_hand_made_merge_by_the_root_key_is_refused_by_the_server(
    own: Served, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(own, "khoa-moi", TWELVE)
    git(own.desk, "fetch", "-q", "origin", "+refs/congbo/*:refs/congbo/*")
    policy, change = own.change("khoa-moi")
    at = parse_moment(NOW)
    assert at
    offer = Offer("dl", "recovery", "recovery", "recovery", "khoa_goc", OFFICE, "approve")
    made = draft(change, offer, policy_digest(own.desk, change.tip), {}, at, "5" * 32)
    keep(own.desk, made, signed(made.data, sealed(own), "congbo-root"), policy.people.person(OFFICE))
    assert own.push(f"refs/congbo/decisions/{change.id}", who=OFFICE).code == 0
    told = own.push(f"{own.merge('khoa-moi', OFFICE)}:refs/heads/main", who=OFFICE)
    assert told.code == 1
    assert "recovery.not_lost" in told.told
