"""The server as people meet it: real git pushes over file://, real keys, the real hooks and the real gate."""

from __future__ import annotations

import json
import re
import stat
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from congbo.__main__ import main
from congbo.dates import parse_moment
from congbo.history.objects import tree_with, write_commit
from congbo.history.refs import ref_at
from congbo.register.chain import read_chain
from congbo.server.layout import journal_of, key_of, wanted_of
from congbo.server.receipts import new_id
from support.repositories import git, ward_repository
from support.served import CHIEF, CLERK, DEPUTY, ITEM, NOW, OFFICE, Served, news

MAIN = "refs/heads/main"
NOBODY = "pusher.nobody"
CODE = re.compile(r"\[([a-z_]+\.[a-z_]+)\]")


def codes(told: str) -> set[str]:
    return set(CODE.findall(told.replace("\nremote: ", " ")))


def kinds(own: Served) -> list[str]:
    return [one.kind for one in read_chain(own.server).receipts]


def changes(own: Served) -> list[str]:
    return [name for name in own.refs() if name.startswith("refs/congbo/changes/")]


# ---- the beginning


def test_nothing_comes_in_before_the_genesis(tmp_path: Path) -> None:
    desk = ward_repository(tmp_path / "phuong")
    kho = tmp_path / "kho.git"
    assert main(["server", "init", str(kho), "--from", str(desk)]) == 0
    own = Served(kho, desk, {})
    own.commit("tin-moi")
    for ref in ("tin-moi", "tin-moi:main"):
        told = own.push(ref)
        assert told.code == 1
        assert "congbo server genesis" in told.told
    assert list(own.refs()) == [MAIN]


def test_the_server_keeps_everything_and_its_key_to_itself(kho: Served) -> None:
    config = dict(line.split("=", 1) for line in git(kho.server, "config", "--list", "--local").splitlines())
    wanted = {
        "receive.fsckobjects": "true", "transfer.fsckobjects": "true", "receive.denydeletes": "true",
        "receive.denynonfastforwards": "true", "core.logallrefupdates": "always", "gc.pruneexpire": "never",
        "core.sharedrepository": "0640", "receive.maxinputsize": str(200 * 1024 * 1024),
    }  # fmt: skip
    assert {key: config.get(key) for key in wanted} == wanted
    assert len(config["receive.certnonceseed"]) == 64
    assert stat.S_IMODE(key_of(kho.server).stat().st_mode) == 0o600
    assert stat.S_IMODE(key_of(kho.server).parent.stat().st_mode) == 0o700


def test_a_folder_in_use_and_a_second_beginning_are_refused(kho: Served, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["server", "init", str(kho.server)]) == 1
    words = [
        "--person",
        CHIEF,
        "--role",
        "truong_ban",
        "--key",
        str(kho.keys[CHIEF]),
        "--root-key",
        f"{kho.keys[OFFICE]}.pub",
    ]
    assert main(["server", "genesis", str(kho.server), *words, "--at", NOW]) == 1
    assert kinds(kho) == ["genesis"]


@pytest.mark.parametrize(
    ("person", "role", "key"),
    [(CHIEF, "thanh_vien", CHIEF), (OFFICE, "truong_ban", OFFICE), (CHIEF, "truong_ban", OFFICE)],
)
def test_only_who_is_in_office_begins(kho: Served, tmp_path: Path, person: str, role: str, key: str) -> None:
    second = tmp_path / "hai.git"
    assert main(["server", "init", str(second), "--from", str(kho.server)]) == 0
    words = ["--person", person, "--role", role, "--key", str(kho.keys[key]), "--root-key", f"{kho.keys[OFFICE]}.pub"]
    assert main(["server", "genesis", str(second), *words, "--at", NOW]) == 1
    assert "refs/congbo/receipts" not in git(second, "for-each-ref")


# ---- a change on its way


def test_a_change_goes_all_the_way_to_the_public(duyet: Served, tmp_path: Path) -> None:
    merge = duyet.merge("tin-moi", OFFICE)
    told = duyet.push(f"{merge}:{MAIN}", who=OFFICE)
    assert told.code == 0, told.told
    assert duyet.refs()[MAIN] == merge
    chain = read_chain(duyet.server)
    assert [one.kind for one in chain.receipts] == ["genesis", "submitted", "decided", "decided", "decided", "merged"]
    assert [one.person for one in chain.receipts[1:]] == [CLERK, DEPUTY, CHIEF, OFFICE, OFFICE]
    assert {one.change_id for one in chain.receipts[1:]} == {changes(duyet)[0].split("/")[3]}
    assert not any(one.late for one in chain.receipts)
    assert wanted_of(duyet.server).read_text().strip() == merge
    web = tmp_path / "web"
    assert main(["-C", str(web), "server", "publish", str(duyet.server), "--today", "2026-11-22"]) == 0
    told_of = json.loads((web / "public/manifest.json").read_text())
    assert told_of["commit"] == merge
    assert list(told_of["approval"]) == [changes(duyet)[0].split("/")[3]]
    assert list((web / "public/dl/internet").rglob("ra-quan*"))


def test_without_the_last_step_nothing_is_merged(kho: Served) -> None:
    kho.commit("tin-moi")
    assert kho.push("tin-moi").code == 0
    ref = kho.decide("tin-moi", DEPUTY)
    assert kho.push(ref, who=DEPUTY).code == 0
    merge = kho.merge("tin-moi", OFFICE)
    told = kho.push(f"{merge}:{MAIN}", who=OFFICE)
    assert (told.code, codes(told.told)) == (1, {"gate.missing"})
    assert "truong_ban" in told.told
    assert kinds(kho) == ["genesis", "submitted", "decided"]


def test_an_evil_merge_is_refused(duyet: Served) -> None:
    merge = duyet.merge("tin-moi", OFFICE)
    git(duyet.desk, "checkout", "-q", merge)
    (duyet.desk / "content/dl/tin-tuc-su-kien/2026/len.md").write_text(news("Tin lén"), "utf-8")
    git(duyet.desk, "add", "-A")
    duyet.git("commit", "-q", "--amend", "--no-edit", who=OFFICE)
    told = duyet.push(f"HEAD:{MAIN}", who=OFFICE)
    assert told.code == 1
    assert any(code.startswith("merge.") for code in codes(told.told)), told.told
    assert duyet.refs()[MAIN] != merge


def test_a_pushed_head_after_the_approval_begins_anew(duyet: Served) -> None:
    duyet.commit("tin-moi", text=news("Ra quân làm sạch đường làng, sửa"))
    assert duyet.push("tin-moi").code == 0
    assert len(changes(duyet)) == 2
    assert len({name.rpartition("/")[0] for name in changes(duyet)}) == 1
    merge = duyet.merge("tin-moi", OFFICE)
    assert duyet.push(f"{merge}:{MAIN}", who=OFFICE).code == 1


def test_a_fast_forward_to_a_change_is_no_merge(duyet: Served) -> None:
    told = duyet.push(f"tin-moi:{MAIN}", who=OFFICE)
    assert (told.code, "merge.parents" in codes(told.told)) == (1, True)


def test_errors_keep_a_change_out_with_place_and_cure(kho: Served) -> None:
    kho.commit("tin-hong", text=news().replace("type: tin_bai\n", "type: khong_co\n"))
    head = git(kho.desk, "rev-parse", "tin-hong").strip()
    told = kho.push("tin-hong")
    assert told.code == 1
    assert f"{ITEM}:3:" in told.told
    assert "→" in told.told
    assert changes(kho) == []
    asked = subprocess.run(["git", "cat-file", "-e", head], cwd=kho.server, capture_output=True, check=False)
    assert asked.returncode != 0
    assert not journal_of(kho.server).exists()


def test_a_policy_that_cannot_be_read_is_kept_out(kho: Served) -> None:
    kho.commit("quy-che", "policies/types.yml", "format: [")
    assert kho.push("quy-che").code != 0
    assert changes(kho) == []


def test_a_stranger_s_commit_is_kept_out(kho: Served) -> None:
    kho.commit("tin-la", who="ai-do")
    told = kho.push("tin-la")
    assert (told.code, "commit.stranger" in codes(told.told)) == (1, True)


# ---- refs


def test_refs_are_added_to_and_never_lost(duyet: Served) -> None:
    before = duyet.refs()
    (decisions,) = (name for name in before if "/decisions/" in name)
    duyet.fetch()
    for words, code in (
        (("--delete", "tin-moi"), "ref.delete"),
        ((":" + decisions,), "ref.delete"),
        (("--force", "main:tin-moi"), "ref.forced"),
        (("tin-moi:refs/tags/x",), "ref.tag"),
        (("tin-moi:refs/heads/origin/main",), "ref.name"),
        (("tin-moi:refs/heads/refs/heads/main",), "ref.name"),
        (("tin-moi:refs/congbo/receipts",), "ref.other"),
        (("tin-moi:refs/congbo/decisions/20261122-khac-1a2b3c4d",), "decisions.unknown_change"),
        (("tin-moi:main", "tin-moi:hai"), "ref.alone"),
    ):
        told = duyet.push(*words)
        assert told.code == 1
        assert codes(told.told) == {code} or "denying ref deletion" in told.told or "non-fast-forward" in told.told, (
            told.told
        )
    assert duyet.refs() == before


def test_decisions_only_add_records_of_their_change(duyet: Served) -> None:
    (name,) = (name for name in duyet.refs() if "/decisions/" in name)
    duyet.fetch()
    tip, folder = ref_at(duyet.desk, name), f"policies/approvals/2026/11/{name.rpartition('/')[2]}"
    files = git(duyet.desk, "ls-tree", "-r", "--name-only", tip).split()
    moment = parse_moment(NOW)
    assert moment
    for change in (
        {files[0]: b"khac"}, {f"{folder}/ghi-chu.txt": b"x"}, {"content/dl/x.md": b"x"},
        {folder.replace("-tin-moi-", "-tin-khac-") + "/dl--x--y--00000000.stmt": b"x"},
    ):  # fmt: skip
        bad = write_commit(
            duyet.desk, tree_with(duyet.desk, tip, change), [tip], "x", "n", f"{CHIEF}@x.example", moment
        )
        assert codes(duyet.push(f"{bad}:{name}", who=CHIEF).told) == {"records.not_added"}
    empty = write_commit(duyet.desk, tree_with(duyet.desk, "", {}), [tip], "x", "n", "n@x.example", moment)
    assert codes(duyet.push(f"{empty}:{name}", who=CHIEF).told) == {"records.not_added"}
    forged = {f"{folder}/dl--phe_duyet--{CHIEF}--00000000.{ending}": b"x" for ending in ("stmt", "sig")}
    bad = write_commit(duyet.desk, tree_with(duyet.desk, tip, forged), [tip], "x", "n", "n@x.example", moment)
    assert duyet.push(f"{bad}:{name}", who=CHIEF).code == 1
    assert duyet.refs()[name] == tip


# ---- who pushes


@pytest.mark.parametrize(
    ("who", "more", "code"),
    [
        (None, {}, "pusher.nobody"),
        ("ai-do", {}, "pusher.unknown"),
        (CLERK, {"GL_USER": CHIEF}, "pusher.two_names"),
        (None, {"GIT_PUSH_CERT_STATUS": "G", "GIT_PUSH_CERT_SIGNER": CHIEF, "GIT_PUSH_CERT_NONCE_STATUS": "OK"}, NOBODY),
        (None, {"GIT_AUTHOR_EMAIL": "tv-dia-chinh@donglac.example", "USER": CLERK, "REMOTE_USER": CLERK}, "pusher.nobody"),
    ],
)  # fmt: skip
def test_nobody_pushes_under_no_name(kho: Served, who: str | None, more: dict[str, str], code: str) -> None:
    kho.commit("tin-moi")
    told = kho.push("tin-moi", who=who, more=more)
    assert (told.code, codes(told.told)) == (1, {code})
    assert changes(kho) == []


def test_gitolite_s_name_counts(kho: Served) -> None:
    kho.commit("tin-moi")
    assert kho.push("tin-moi", who=None, more={"GL_USER": CLERK}).code == 0
    assert read_chain(kho.server).receipts[-1].person == CLERK


def test_a_signed_push_tells_who_pushes(kho: Served) -> None:
    kho.commit("tin-moi")
    for key, person in ((kho.keys[CLERK], CLERK), (kho.keys[CLERK].parents[1] / "root/ed25519", "")):
        git(kho.desk, "config", "user.signingKey", str(key))
        git(kho.desk, "config", "gpg.format", "ssh")
        told = kho.push("--signed=true", f"tin-moi:{'tin-moi' if person else 'tin-khac'}", who=None)
        assert told.code == (0 if person else 1), told.told
    assert codes(told.told) == {"pusher.nobody"}
    assert [one.person for one in read_chain(kho.server).receipts[1:]] == [CLERK]


def test_what_the_client_says_of_git_is_not_heard(kho: Served) -> None:
    kho.commit("tin-hong", text="hỏng")
    more = {
        "GIT_NAMESPACE": "",
        "GIT_REPLACE_REF_BASE": "refs/x/",
        "GIT_LITERAL_PATHSPECS": "1",
        "PYTHONPATH": "/nowhere",
        "PYTHONSTARTUP": "x",
    }
    assert kho.push("tin-hong", more=more).code == 1


# ---- crashes


def test_a_crash_before_the_receipt_is_made_good_by_the_sweep(kho: Served, capsys: pytest.CaptureFixture[str]) -> None:
    hook = kho.server / "hooks/post-receive"
    whole = hook.read_text()
    hook.write_text("#!/bin/sh\nexit 1\n")
    kho.commit("tin-moi")
    assert kho.push("tin-moi").code == 0
    assert kinds(kho) == ["genesis"]
    assert main(["server", "status", str(kho.server)]) == 1
    assert main(["server", "sweep", str(kho.server), "--at", NOW]) == 0
    last = read_chain(kho.server).receipts[-1]
    assert (last.kind, last.person, last.late, last.branch) == ("submitted", CLERK, True, "refs/heads/tin-moi")
    assert main(["server", "sweep", str(kho.server), "--at", NOW]) == 0
    assert main(["server", "status", str(kho.server)]) == 0
    assert kinds(kho) == ["genesis", "submitted"]
    hook.write_text(whole)
    kho.commit("tin-moi", text=news("Tiêu đề khác"))
    assert kho.push("tin-moi").code == 0
    assert [(one.late, one.change_id) for one in read_chain(kho.server).receipts[1:]] == [
        (True, last.change_id), (False, last.change_id),
    ]  # fmt: skip


def test_a_lost_head_is_attested_before_the_next_one(kho: Served) -> None:
    hook = kho.server / "hooks/post-receive"
    whole = hook.read_text()
    hook.write_text("#!/bin/sh\nexit 1\n")
    first = kho.commit("tin-moi")
    assert kho.push("tin-moi").code == 0
    hook.write_text(whole)
    second = kho.commit("tin-moi", text=news("Tiêu đề khác"))
    assert kho.push("tin-moi", who=OFFICE).code == 0
    found = [(one.after, one.person, one.late) for one in read_chain(kho.server).receipts[1:]]
    assert found == [(first, CLERK, True), (second, OFFICE, False)]


def test_a_push_that_git_gave_up_gets_no_receipt(kho: Served) -> None:
    hook = kho.server / "hooks/update"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    kho.commit("tin-moi")
    assert kho.push("tin-moi").code == 1
    assert main(["server", "sweep", str(kho.server), "--at", NOW]) == 0
    assert kinds(kho) == ["genesis"]
    later = (parse_moment(NOW) + timedelta(days=2)).isoformat()
    assert main(["server", "sweep", str(kho.server), "--at", later]) == 0
    assert journal_of(kho.server).read_text() == ""


def test_a_key_that_is_lost_leaves_the_push_unattested(kho: Served) -> None:
    key = key_of(kho.server)
    key.rename(key.with_name("elsewhere"))
    kho.commit("tin-moi")
    told = kho.push("tin-moi")
    assert "congbo server sweep" in told.told.replace("\nremote: ", " ")
    assert kinds(kho) == ["genesis"]
    key.with_name("elsewhere").rename(key)
    assert main(["server", "sweep", str(kho.server), "--at", NOW]) == 0
    assert kinds(kho) == ["genesis", "submitted"]


# ---- publishing


def test_a_tip_without_receipt_is_not_published(kho: Served, tmp_path: Path) -> None:
    head = kho.commit("tin-moi")
    assert kho.push("tin-moi").code == 0
    git(kho.server, "update-ref", MAIN, head)
    assert main(["server", "status", str(kho.server)]) == 1
    assert main(["-C", str(tmp_path / "web"), "server", "publish", str(kho.server)]) == 1
    assert not (tmp_path / "web/public").exists()
    assert main(["server", "sweep", str(kho.server), "--at", NOW]) == 0
    assert main(["-C", str(tmp_path / "web"), "server", "publish", str(kho.server)]) == 1


def test_an_older_tip_is_not_published_either(duyet: Served, tmp_path: Path) -> None:
    before = duyet.refs()[MAIN]
    merge = duyet.merge("tin-moi", OFFICE)
    assert duyet.push(f"{merge}:{MAIN}", who=OFFICE).code == 0
    git(duyet.server, "update-ref", MAIN, before)
    assert main(["-C", str(tmp_path / "web"), "server", "publish", str(duyet.server)]) == 1


def test_without_a_register_nothing_is_published(kho: Served, tmp_path: Path) -> None:
    assert main(["-C", str(tmp_path / "web"), "server", "publish", str(kho.desk)]) == 1


# ---- a bare repository


def test_a_change_is_checked_in_a_bare_repository(kho: Served, capsys: pytest.CaptureFixture[str]) -> None:
    kho.commit("tin-moi", text=news().replace("phan_loai_mat: khong_mat\n", ""))
    bare = kho.server.parent / "tran.git"
    git(kho.desk, "clone", "-q", "--bare", str(kho.desk), str(bare))
    answers = []
    for root in (kho.desk, bare):
        capsys.readouterr()
        words = [
            "--base",
            "refs/heads/main",
            "--head",
            "refs/heads/tin-moi",
            "--today",
            "2026-11-22",
            "--format",
            "json",
        ]
        answers.append((main(["-C", str(root), "check", *words]), capsys.readouterr().out))
    assert answers[0] == answers[1]
    assert answers[0][0] == 1


def test_an_id_says_the_day_the_branch_and_the_first_head() -> None:
    moment = parse_moment("2026-11-22T17:30:00Z")
    assert moment
    assert new_id("refs/heads/Nv/Tin_Le.Hoi", "1a2b3c4d" + "0" * 32, moment) == "20261123-nv-tin-le-hoi-1a2b3c4d"
    assert len(new_id("refs/heads/" + "x-" * 50, "1" * 40, moment)) <= 8 + 1 + 40 + 1 + 8
