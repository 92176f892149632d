"""Checkpoints as people meet them: signed at the desk, judged by the server, and missed once the chain is another."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from congbo.__main__ import main
from congbo.dates import parse_moment
from congbo.errors import CongboError
from congbo.frozen import replace
from congbo.history.objects import blob_at, tree_with, write_commit
from congbo.history.refs import ref_at
from congbo.policy.people import Person
from congbo.register.chain import Entry, append, read_chain
from congbo.register.checkpoints import CHECKPOINTS, checkpoints, keep, stem_of, tip_of
from congbo.review.code import code_of
from congbo.server.layout import key_of
from congbo.signed.checkpoint import Checkpoint, written_checkpoint
from congbo.signed.keygen import signed
from support.repositories import git
from support.served import CHIEF, CLERK, DEPUTY, NOW, OFFICE, Served, copied

MOMENT = parse_moment(NOW)
assert MOMENT
MAIN, CHAIN = "refs/heads/main", "refs/congbo/receipts"
CODE = re.compile(r"\[([a-z_]+\.[a-z_]+)\]")


@pytest.fixture
def kho(submitted: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Served:
    """A server with one change handed in, and a desk that knows it by a name."""
    kho = copied(submitted, tmp_path)
    monkeypatch.setenv("CONGBO_USER", CHIEF)
    git(kho.desk, "remote", "add", "origin", f"file://{kho.server}")
    return kho


def attest(own: Served, person: str = CHIEF, *words: str, at: str = NOW) -> int:
    key = ["--as", person, "--key", str(own.keys[person])]
    return main(["--lang", "en", "-C", str(own.desk), "review", "checkpoint", *key, "--at", at, "--yes", *words])


def true(own: Served) -> Checkpoint:
    """What the head of the board could sign now."""
    own.fetch()
    chain = read_chain(own.desk)
    data = blob_at(own.desk, chain.commits[-1], "receipt")
    assert chain.genesis
    assert data
    return Checkpoint(
        chain.genesis.repository, MAIN, len(chain.receipts) - 1, sha256(data).hexdigest(), tip_of(chain.receipts), MOMENT,
        CHIEF, "truong_ban", "0" * 32,
    )  # fmt: skip


def added(own: Served, files: Mapping[str, bytes], before: str = "") -> str:
    """Commit files to the desk's checkpoints and return the commit."""
    tree = tree_with(own.desk, before, files)
    return write_commit(own.desk, tree, [before] if before else [], "x", "n", "n@x.example", MOMENT)


def both(own: Served, made: Checkpoint, key: Path | None = None) -> dict[str, bytes]:
    """The two files of a checkpoint."""
    data = written_checkpoint(made)
    signature = signed(data, key or own.keys[CHIEF], "congbo-decision")
    return {f"{stem_of(made)}.checkpoint": data, f"{stem_of(made)}.sig": signature}


def pushed(own: Served, commit: str) -> set[str]:
    """Push a commit as the checkpoints and return the codes of what is refused."""
    told = own.push(f"{commit}:{CHECKPOINTS}", who=CHIEF)
    found = set(CODE.findall(told.told.replace("\nremote: ", " ")))
    assert bool(told.code) == bool(found), told.told
    return found


def refused(action: Callable[[], object]) -> str:
    with pytest.raises(CongboError) as caught:
        action()
    return caught.value.message.key


def test_a_person_in_office_attests_the_register(kho: Served, capsys: pytest.CaptureFixture[str]) -> None:
    expected = true(kho)
    assert attest(kho) == 0
    told = capsys.readouterr()
    (kept,) = checkpoints(kho.server)
    assert replace(kept.checkpoint, nonce=expected.nonce) == expected
    assert kept.stem == "2026/11/1--dl-truong-ban"
    for words in (told.out, told.err):
        assert code_of(expected.receipt) in words
        assert "receipt 1" in words
    last = read_chain(kho.server).receipts[-1]
    assert (last.kind, last.after, last.person) == ("checkpoint", kho.refs()[CHECKPOINTS], CHIEF)
    assert attest(kho, DEPUTY) == 0
    assert [one.checkpoint.number for one in checkpoints(kho.server)] == [1, 2]
    assert main(["server", "status", str(kho.server), "--at", NOW]) == 0


def test_the_status_tells_the_newest_and_misses_one_that_nobody_made(
    kho: Served, capsys: pytest.CaptureFixture[str]
) -> None:
    def told(at: str) -> str:
        assert main(["--lang", "en", "server", "status", str(kho.server), "--at", at]) == 0
        return capsys.readouterr().out

    assert "Warning" not in told(NOW)
    assert "in 11/2026" in told("2026-12-01T00:00:00+07:00")
    assert attest(kho) == 0
    capsys.readouterr()
    for at in (NOW, "2026-12-31T23:59:59+07:00"):
        assert "receipt 1, attested by dl-truong-ban" in told(at)
        assert "Warning" not in told(at)
    assert "in 12/2026" in told("2027-01-01T00:00:00+07:00")


def test_who_may_not_attest_is_told_so_before_signing(kho: Served) -> None:
    assert attest(kho, OFFICE) == 1
    assert attest(kho, CHIEF, "--role", "quan_ly") == 1
    assert CHECKPOINTS not in kho.refs()
    git(kho.server, "update-ref", MAIN, git(kho.desk, "rev-parse", "tin-moi").strip())
    assert attest(kho) == 1  # the tip has no receipt


def test_what_the_server_refuses_is_not_kept_at_the_desk(kho: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONGBO_USER", "ai-do")
    assert attest(kho) == 1
    assert not ref_at(kho.desk, CHECKPOINTS)
    monkeypatch.setenv("CONGBO_USER", CHIEF)
    assert attest(kho) == 0
    before = ref_at(kho.desk, CHECKPOINTS)
    monkeypatch.setenv("CONGBO_USER", "ai-do")
    assert attest(kho) == 1
    assert ref_at(kho.desk, CHECKPOINTS) == before


def test_nobody_attests_twice(kho: Served) -> None:
    made, person = true(kho), Person(CHIEF, "Trưởng ban", ("truong-ban@donglac.example",), None)
    keep(kho.desk, made, b"x", person)
    assert refused(lambda: keep(kho.desk, made, b"x", person)) == "checkpoint.again"


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("checkpoint.repository", {"repository": "cong-khac-99"}),
        ("checkpoint.repository", {"target": "refs/heads/khac"}),
        ("checkpoint.number", {"number": 2}),
        ("checkpoint.number", {"number": 999_999_999}),
        ("checkpoint.receipt", {"number": 0}),
        ("checkpoint.receipt", {"receipt": "f" * 64}),
        ("checkpoint.tip", {"tip": "f" * 40}),
        ("checkpoint.time", {"time": MOMENT + timedelta(minutes=6)}),
        ("checkpoint.time", {"time": MOMENT - timedelta(minutes=6)}),
        ("checkpoint.role", {"role": "quan_ly"}),
        ("checkpoint.role", {"role": "pho_ban"}),
        ("checkpoint.signature", {"person": DEPUTY, "role": "pho_ban_thuong_truc"}),
    ],
)
def test_an_untrue_checkpoint_is_refused(kho: Served, code: str, changes: dict[str, object]) -> None:
    made = replace(true(kho), **changes)
    assert pushed(kho, added(kho, both(kho, made))) == {code}
    assert CHECKPOINTS not in kho.refs()


def test_only_an_enrolled_key_in_office_signs(kho: Served) -> None:
    made = true(kho)
    stranger = kho.keys[CLERK].parents[1] / "root/ed25519"
    assert pushed(kho, added(kho, both(kho, made, stranger))) == {"checkpoint.signature"}
    other = {**both(kho, made), f"{stem_of(made)}.sig": signed(written_checkpoint(made), kho.keys[CHIEF], "git")}
    assert pushed(kho, added(kho, other)) == {"checkpoint.signature"}
    lone = both(kho, made)
    del lone[f"{stem_of(made)}.sig"]
    assert pushed(kho, added(kho, lone)) == {"checkpoint.signature"}
    clerk = replace(made, person=OFFICE, role="cong_chuc_van_phong")
    assert pushed(kho, added(kho, both(kho, clerk, kho.keys[OFFICE]))) == {"checkpoint.role"}


def test_checkpoints_are_only_added(kho: Served) -> None:
    made = true(kho)
    files = both(kho, made)
    first = added(kho, files)
    assert pushed(kho, first) == set()
    stem = stem_of(made)
    for bad, code in (
        ({**files, f"{stem}.sig": b"x"}, "checkpoint.not_added"),
        ({"ghi-chu.txt": b"x"}, "checkpoint.not_added"),
        ({"2026/11/1--ai-do.checkpoint": b"x"}, "checkpoint.unreadable"),
        ({"2026/11/1--ai-do.sig": b"x"}, "checkpoint.unreadable"),
        ({f"2026/11/7--{CHIEF}.{end}": data for end, data in zip(("checkpoint", "sig"), files.values(), strict=True)},
         "checkpoint.name"),
    ):  # fmt: skip
        assert pushed(kho, added(kho, bad, first)) == {code}
    emptied = write_commit(kho.desk, tree_with(kho.desk, "", {}), [first], "x", "n", "n@x.example", MOMENT)
    assert pushed(kho, emptied) == {"checkpoint.not_added"}
    beside = write_commit(kho.desk, tree_with(kho.desk, "", {}), [], "x", "n", "n@x.example", MOMENT)
    joined = write_commit(kho.desk, tree_with(kho.desk, first, {}), [first, beside], "x", "n", "n@x.example", MOMENT)
    assert pushed(kho, joined) & {"checkpoint.not_a_chain", "checkpoint.not_added"}
    assert kho.push("--force", f"{beside}:{CHECKPOINTS}", who=CHIEF).code == 1
    assert kho.push(f":{CHECKPOINTS}", who=CHIEF).code == 1
    assert kho.push(f"{first}:{CHECKPOINTS}-2", who=CHIEF).code == 1
    assert kho.refs()[CHECKPOINTS] == first


# ---- whoever holds the server and its key


def cut(own: Served) -> None:
    """Take the newest receipts away, and all that would give it away."""
    for name in [one for one in own.refs() if one.startswith("refs/congbo/changes/")]:
        git(own.server, "update-ref", "-d", name)
    git(own.server, "update-ref", CHAIN, read_chain_of(own)[0])


def rewrite(own: Served) -> None:
    """Write other receipts in place of those that were cut off, with the server's own key."""
    cut(own)
    head = git(own.server, "rev-parse", "refs/heads/tin-moi").strip()
    for number in (1, 2, 3):
        id_ = f"20261122-tin-{number}-1a2b3c4d"
        refs = {f"refs/congbo/changes/{id_}/1": (head, "")}
        entry = Entry(
            "submitted", MAIN, head, MOMENT, change_id=id_, branch="refs/heads/tin-moi", person=OFFICE, refs=refs
        )
        append(own.server, entry, key_of(own.server))


def read_chain_of(own: Served) -> list[str]:
    return git(own.server, "rev-list", "--reverse", CHAIN).split()


@pytest.mark.parametrize("how", [cut, rewrite])
def test_the_server_s_own_key_cannot_write_the_chain_anew(
    kho: Served, tmp_path: Path, how: Callable[[Served], None]
) -> None:
    assert attest(kho) == 0
    web = tmp_path / "web"
    words = ["-C", str(web), "server", "publish", str(kho.server), "--today", "2026-11-22"]
    assert main(words) == 0
    shown = (web / "public").resolve()
    how(kho)
    assert refused(lambda: read_chain(kho.server)) == "checkpoint.rewritten"
    assert main(["server", "status", str(kho.server)]) != 0
    assert main(["server", "sweep", str(kho.server)]) != 0
    assert main(words) != 0
    git(kho.server, "update-ref", "-d", CHECKPOINTS)  # the traces too
    read_chain(kho.server)
    assert main(words) != 0
    assert main(words) != 0  # the copy keeps what it had
    assert checkpoints(web / "kho.git")
    assert main(["-C", str(kho.desk), "review", "status"]) != 0
    assert checkpoints(kho.desk)
    assert (web / "public").resolve() == shown


def test_without_a_checkpoint_the_same_goes_unnoticed(kho: Served) -> None:
    rewrite(kho)
    read_chain(kho.server)


def test_a_checkpoint_that_is_taken_away_is_missed(kho: Served) -> None:
    assert attest(kho) == 0
    git(kho.server, "update-ref", "-d", CHECKPOINTS)
    assert refused(lambda: read_chain(kho.server)) == "checkpoint.gone"
    git(kho.server, "fetch", "-q", str(kho.desk), f"{CHECKPOINTS}:{CHECKPOINTS}")
    read_chain(kho.server)


@pytest.mark.parametrize("what", ["tip", "signature"])
def test_a_checkpoint_of_the_server_s_own_making_does_not_count(kho: Served, what: str) -> None:
    made = true(kho)
    files = both(kho, made, key_of(kho.server) if what == "signature" else None)
    if what == "tip":
        files = both(kho, replace(made, tip=git(kho.desk, "rev-parse", "tin-moi").strip()))
    commit = added(kho, files)
    git(kho.server, "fetch", "-q", str(kho.desk), f"{commit}:{CHECKPOINTS}")
    assert (
        refused(lambda: read_chain(kho.server))
        == {"tip": "checkpoint.other", "signature": "checkpoint.signature"}[what]
    )
