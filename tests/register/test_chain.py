"""The chain of receipts: written by many at once, read whole, and refused as soon as anything about it is not as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from congbo.dates import parse_moment
from congbo.errors import CongboError
from congbo.frozen import replace
from congbo.history.commits import commit_facts
from congbo.history.digests import policy_digest
from congbo.history.objects import files_at, tree_with, write_commit
from congbo.history.refs import ref_at
from congbo.register import verified
from congbo.register.begun import written_keys
from congbo.register.chain import Entry, append, begin, read_chain
from congbo.register.known import known_of
from congbo.signed.genesis import Genesis, written_genesis
from congbo.signed.keygen import Signature, checked, public_key, signed
from congbo.signed.receipt import parse_receipt, written_receipt
from support.repositories import git
from support.shared import once
from support.signers import key_file

CHAIN, MAIN, NOW = "refs/congbo/receipts", "refs/heads/main", parse_moment("2026-11-22T09:00:00+07:00")
assert NOW


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    names = ("person", "receipts", "root", "other")

    def make(folder: Path) -> None:
        for name in names:
            (folder / name).mkdir(parents=True)
            key_file(folder / name)

    made = once(tmp_path_factory, "khoa-cua-so", make)
    return {name: made / name / "ed25519" for name in names}


def genesis_of(repo: Path, keys: dict[str, Path], **changed: str) -> tuple[Genesis, dict[str, bytes]]:
    facts = commit_facts(repo, MAIN)
    made = Genesis(
        repository="cong-donglac", target=MAIN, commit=facts.id, tree=facts.tree, policy=policy_digest(repo, facts.id),
        receipts_key=public_key(keys["receipts"]).fingerprint, root_key=public_key(keys["root"]).fingerprint,
        person="dl-truong-ban", role="truong_ban", issued=NOW, nonce="0" * 32,
    )  # fmt: skip
    made = replace(made, **changed)
    data = written_genesis(made)
    files = {
        "genesis": data,
        "genesis.sig": signed(data, keys["person"], "congbo-genesis"),
        "keys": written_keys(public_key(keys["receipts"]), public_key(keys["root"]), NOW),
    }
    return made, files


def prepared(folder: Path, keys: dict[str, Path]) -> Path:
    git(folder, "init", "-q", "-b", "main", "r")
    kind, blob, *_ = keys["person"].with_name("ed25519.pub").read_text().split()
    signers = folder / "r/policies/keys/allowed_signers"
    signers.parent.mkdir(parents=True)
    signers.write_text(f'dl-truong-ban namespaces="congbo-genesis",valid-after="20260101000000Z" {kind} {blob}\n')
    git(folder / "r", "add", "-A")
    git(folder / "r", "commit", "-qm", "đầu")
    return folder / "r"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory, keys: dict[str, Path]) -> Path:
    """A repository whose register has begun; not to be changed."""

    def make(folder: Path) -> None:
        folder.mkdir()
        begin(prepared(folder, keys), *genesis_of(folder / "r", keys), keys["receipts"])

    return once(tmp_path_factory, "so-da-mo", make) / "r"


@pytest.fixture
def repo(begun: Path, tmp_path: Path) -> Path:
    shutil.copytree(begun, tmp_path / "r", symlinks=True)
    return tmp_path / "r"


def entry(repo: Path, number: int = 1, **changed: object) -> Entry:
    head = ref_at(repo, MAIN)
    id_ = f"20261122-tin-{number}-1a2b3c4d"
    refs = {f"refs/congbo/changes/{id_}/1": (head, "")}
    made = Entry(
        "submitted", MAIN, head, NOW, change_id=id_, branch=f"refs/heads/tin-{number}", person="dl-van-phong", refs=refs
    )
    return replace(made, **changed)


def refused(action: Callable[[], object]) -> str:
    with pytest.raises(CongboError) as caught:
        action()
    return caught.value.message.key


def test_where_no_register_was_begun_there_is_none(tmp_path: Path, keys: dict[str, Path]) -> None:
    folder = prepared(tmp_path, keys)
    assert (read_chain(folder).genesis, read_chain(folder).receipts) == (None, ())
    assert refused(lambda: append(folder, entry(folder), keys["receipts"])) == "register.not_begun"


def test_receipts_are_read_back_and_name_each_other(repo: Path, keys: dict[str, Path]) -> None:
    written = [append(repo, entry(repo, number), keys["receipts"]) for number in (1, 2, 3)]
    chain = read_chain(repo)
    assert chain.genesis is not None
    assert list(chain.receipts[1:]) == written
    assert [one.number for one in chain.receipts] == [0, 1, 2, 3]
    assert chain.commits[-1] == ref_at(repo, CHAIN)
    assert len(known_of(repo, written[0].change_id, "", ref_at(repo, MAIN)).submitted) == 1


def test_a_bare_copy_tells_the_same(repo: Path, keys: dict[str, Path], tmp_path: Path) -> None:
    append(repo, entry(repo), keys["receipts"])
    git(tmp_path, "clone", "-q", "--mirror", str(repo), "ban-sao.git")
    assert read_chain(tmp_path / "ban-sao.git") == read_chain(repo)


def test_a_signature_is_asked_for_once_however_often_the_chain_is_read(
    repo: Path, keys: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []

    def counted(data: bytes, signature: bytes, namespace: str) -> Signature | None:
        asked.append(data)
        return checked(data, signature, namespace)

    append(repo, entry(repo), keys["receipts"])
    monkeypatch.setattr("congbo.register.seals.checked", counted)
    monkeypatch.setattr("congbo.register.seals._FOUND_GOOD", set())  # other tests make the same receipts
    assert [read_chain(repo).receipts[-1].number for _ in range(2)] == [1, 1]
    assert len(asked) == 2
    append(repo, entry(repo, 2), keys["receipts"])
    asked.clear()
    assert read_chain(repo).receipts[-1].number == 2
    assert len(asked) == 1


def test_many_write_at_once_and_none_is_lost(repo: Path, keys: dict[str, Path]) -> None:
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda number: append(repo, entry(repo, number), keys["receipts"]), range(1, 19)))
    assert sorted(one.number for one in found) == list(range(1, 19))
    assert {one.change_id for one in read_chain(repo).receipts[1:]} == {one.change_id for one in found}


def test_a_ref_that_moved_meanwhile_takes_the_receipt_with_it(repo: Path, keys: dict[str, Path]) -> None:
    append(repo, entry(repo), keys["receipts"])
    tip = ref_at(repo, CHAIN)
    assert refused(lambda: append(repo, entry(repo), keys["receipts"])) == "history.ref_moved"
    assert ref_at(repo, CHAIN) == tip


def test_only_the_key_of_the_genesis_signs(repo: Path, keys: dict[str, Path]) -> None:
    assert refused(lambda: append(repo, entry(repo), keys["other"])) == "register.other_key"
    assert len(read_chain(repo).receipts) == 1


def test_a_clock_that_was_put_back_is_noticed(repo: Path, keys: dict[str, Path]) -> None:
    append(repo, entry(repo, 1, time=NOW + timedelta(hours=1)), keys["receipts"])
    assert refused(lambda: append(repo, entry(repo, 2), keys["receipts"])) == "register.clock"
    near = append(repo, entry(repo, 3, time=NOW + timedelta(minutes=58)), keys["receipts"])
    assert near.time == NOW + timedelta(hours=1)


def test_a_register_begins_once(repo: Path, keys: dict[str, Path]) -> None:
    assert refused(lambda: begin(repo, *genesis_of(repo, keys), keys["receipts"])) == "history.ref_moved"


@pytest.mark.parametrize("at", [0, 1, 2, 3])
@pytest.mark.parametrize("how", ["byte", "signature", "extra", "signed_by_another", "renumbered", "dated_back"])
def test_a_forged_link_is_refused(repo: Path, keys: dict[str, Path], how: str, at: int) -> None:
    for number in (1, 2, 3):
        append(repo, entry(repo, number), keys["receipts"])
    forge(repo, keys, how, at)
    assert refused(lambda: read_chain(repo))


def forge(repo: Path, keys: dict[str, Path], how: str, at: int) -> None:
    """Write the chain anew with one link that is not as it was; the links after it are kept as they were."""
    chain = read_chain(repo)
    parent: list[str] = []
    for number, commit in enumerate(chain.commits):
        files = dict(files_at(repo, commit, ""))
        if number == at:
            files |= altered(files, keys, how)
        parent = [write_commit(repo, tree_with(repo, "", files), parent, "x", "n", "n@x.example", NOW)]
        if number == 0:
            git(repo, "update-ref", "refs/congbo/genesis", parent[0])
    git(repo, "update-ref", CHAIN, parent[0])


@pytest.mark.parametrize(
    "how", ["byte", "signature", "extra", "signed_by_another", "renumbered", "dated_back", "parents"]
)
def test_a_forged_link_behind_those_that_were_read_is_refused(repo: Path, keys: dict[str, Path], how: str) -> None:
    append(repo, entry(repo, 1), keys["receipts"])
    before = read_chain(repo)
    append(repo, entry(repo, 2), keys["receipts"])
    sound = ref_at(repo, CHAIN)
    files = dict(files_at(repo, sound, ""))
    parents = [before.commits[-1], *([before.commits[0]] if how == "parents" else [])]
    files |= {} if how == "parents" else altered(files, keys, how)
    forged = write_commit(repo, tree_with(repo, "", files), parents, "x", "n", "n@x.example", NOW)
    git(repo, "update-ref", CHAIN, forged)
    assert refused(lambda: read_chain(repo)).startswith(("register.", "signed.", "history."))
    git(repo, "update-ref", CHAIN, sound)
    assert [one.number for one in read_chain(repo).receipts] == [0, 1, 2]  # what was refused is not remembered


def test_a_register_that_was_brought_back_from_a_copy_is_read(
    repo: Path, keys: dict[str, Path], tmp_path: Path
) -> None:
    append(repo, entry(repo, 1), keys["receipts"])
    shutil.copytree(repo, tmp_path / "ban-sao", symlinks=True)
    append(repo, entry(repo, 2), keys["receipts"])
    assert len(read_chain(repo).receipts) == 3
    shutil.rmtree(repo)
    shutil.copytree(tmp_path / "ban-sao", repo, symlinks=True)
    assert len(read_chain(repo).receipts) == 2


def test_only_links_that_are_new_are_read(repo: Path, keys: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    written = [append(repo, entry(repo, number), keys["receipts"]) for number in (1, 2)]
    monkeypatch.setattr(verified, "_READ", {})
    first = read_chain(repo)
    monkeypatch.setattr(verified, "stored", lambda *_: pytest.fail("the whole chain is read again"))
    assert read_chain(repo) == first
    written.append(append(repo, entry(repo, 3), keys["receipts"]))
    again = read_chain(repo)
    assert list(again.receipts[1:]) == written
    assert again.commits[:3] == first.commits
    monkeypatch.undo()
    monkeypatch.setattr(verified, "_READ", {})
    assert read_chain(repo) == again


def altered(files: dict[str, bytes], keys: dict[str, Path], how: str) -> dict[str, bytes]:
    receipt = parse_receipt(files["receipt"])
    if how == "byte":
        return {"receipt": files["receipt"].replace(b"late: no", b"late: yes")}
    if how == "signature":
        return {"receipt.sig": files["receipt.sig"].replace(b"\n", b"\nA", 1)}
    if how == "extra":
        return {"them": b"x"}
    forged, key = receipt, keys["receipts"]
    if how == "signed_by_another":
        key = keys["other"]
    elif how == "renumbered":
        forged = (
            replace(receipt, number=receipt.number + 1)
            if receipt.number
            else replace(receipt, repository="mot-kho-khac")
        )
    else:
        forged = replace(receipt, time=receipt.time - timedelta(days=400 if receipt.number else -400))
    data = written_receipt(forged)
    return {"receipt": data, "receipt.sig": signed(data, key, "congbo-receipt")}


@pytest.mark.parametrize("cut", ["end", "beginning", "all", "middle"])
def test_a_chain_that_was_cut_is_refused(repo: Path, keys: dict[str, Path], cut: str) -> None:
    for number in (1, 2, 3):
        append(repo, entry(repo, number), keys["receipts"])
    commits = read_chain(repo).commits
    if cut == "all":
        git(repo, "update-ref", "-d", CHAIN)
    elif cut == "end":
        git(repo, "update-ref", CHAIN, commits[2])
    else:
        kept = commits[1:] if cut == "beginning" else (commits[0], *commits[2:])
        parent: list[str] = []
        for commit in kept:
            parent = [write_commit(repo, commit_facts(repo, commit).tree, parent, "x", "n", "n@x.example", NOW)]
        git(repo, "update-ref", CHAIN, parent[0])
    assert refused(lambda: read_chain(repo))


def test_a_shallow_copy_is_refused(repo: Path, keys: dict[str, Path], tmp_path: Path) -> None:
    append(repo, entry(repo), keys["receipts"])
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repo}", "nong")
    git(tmp_path / "nong", "fetch", "-q", "--depth", "1", "origin", f"{CHAIN}:{CHAIN}")
    assert refused(lambda: read_chain(tmp_path / "nong")) == "history.shallow"


def test_replaced_links_do_not_mislead(repo: Path, keys: dict[str, Path]) -> None:
    append(repo, entry(repo), keys["receipts"])
    commits = read_chain(repo).commits
    git(repo, "replace", commits[1], commits[0])
    assert [one.number for one in read_chain(repo).receipts] == [0, 1]


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"person": "dl-van-phong"}, "register.genesis_signature"),
        ({"issued": NOW - timedelta(days=400)}, "register.genesis_signature"),
        ({"tree": "1" * 40}, "register.genesis_other"),
        ({"policy": "1" * 64}, "register.genesis_other"),
        ({"root_key": "SHA256:" + "A" * 43}, "register.genesis_keys"),
    ],
)
def test_a_genesis_is_what_its_commit_and_its_keys_say(
    tmp_path: Path, keys: dict[str, Path], changed: dict[str, str], key: str
) -> None:
    folder = prepared(tmp_path, keys)
    begin(folder, *genesis_of(folder, keys, **changed), keys["receipts"])
    assert refused(lambda: read_chain(folder)) == key


def test_a_genesis_by_a_key_that_nobody_enrolled_is_refused(tmp_path: Path, keys: dict[str, Path]) -> None:
    folder = prepared(tmp_path, keys)
    begin(folder, *genesis_of(folder, keys | {"person": keys["other"]}), keys["receipts"])
    assert refused(lambda: read_chain(folder)) == "register.genesis_signature"
    assert refused(lambda: append(folder, entry(folder), keys["receipts"])) == "register.genesis_signature"
