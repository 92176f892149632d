"""Reviewing: the gate on one change, in a repository of 50,000 files and 100,000 commits.

The repository is made by ``git fast-import``: this repository's policies with keys, a ward's items, the records of earlier
changes, and a history that alters one item a commit. The change is submitted, approved and waits to be published.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from timing import ROOT, Timed, congbo, process, timed

from congbo.commands.review.asking import opened
from congbo.dates import day_of
from congbo.history.commits import commit_facts
from congbo.history.digests import policy_digest
from congbo.register.begun import written_keys
from congbo.register.chain import Entry, append, begin
from congbo.register.gather import Asked
from congbo.review.decision import draft, keep
from congbo.review.offers import offers
from congbo.signed.genesis import Genesis, written_genesis
from congbo.signed.keygen import new_key, public_key, signed

FILES, COMMITS, RECORDS = 50_000, 100_000, 5_000
TARGET = "refs/heads/main"
CHANGE = "20261122-tin-moi-00000000"
PEOPLE = ("dl-truong-ban", "dl-pho-ban-tt", "dl-van-phong", "dl-tv-dia-chinh")
WRITER = PEOPLE[3]
STEPS = ("dl-pho-ban-tt", "dl-truong-ban", "dl-van-phong")
MAIL = "donglac.example"
NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ITEM = """---
id: {id}
type: tin_bai
title: Tin số {number}
summary: Tóm tắt một câu cho người đọc.
authors: [Công chức địa chính - xây dựng]
nguon: Bộ phận địa chính
nguon_goc: tu_viet
don_vi: dl-van-hoa-thong-tin
phan_loai_mat: khong_mat
pho_bien: true
the_loai: tin
---
Nội dung của tin số {number}, lần {edition}.
"""
# The same signatures by hand: what .github/verify.md does for one page.
BY_HAND = """
git merge-tree --write-tree {tip} {head} > /dev/null
git diff-tree -r -z --no-renames --full-index {tip} {head} | sha256sum > /dev/null
git show {tip}:policies/keys/allowed_signers > {folder}/signers
for record in $(git ls-tree -r --name-only refs/congbo/decisions/{change} | grep stmt$); do
  git show refs/congbo/decisions/{change}:$record > {folder}/statement
  git show refs/congbo/decisions/{change}:${{record%.stmt}}.sig > {folder}/signature
  ssh-keygen -Y verify -f {folder}/signers -I $(sed -n 's/^person: //p' {folder}/statement) -n congbo-decision \\
    -O verify-time=20261122020000Z -s {folder}/signature < {folder}/statement
done
"""


def measured(scratch: Path) -> list[Timed]:
    """Return the figures; the last line is the peer."""
    root, size = scratch / "kho", f"{FILES:,} files, {COMMITS:,} commits"
    print(f"making {size}", file=sys.stderr)
    head = _made(root, scratch / "khoa")
    tip = commit_facts(root, TARGET).id
    words = ("review", "gate", "--base", TARGET, "--head", "refs/heads/tin-moi", "--at", "2026-11-22T09:30+07:00")
    by_hand = BY_HAND.format(tip=tip, head=head, folder=scratch, change=CHANGE)
    return [
        timed("`congbo review gate`, three signatures", size, congbo(*words, at=root), 7),
        timed("`congbo review needs`", size, congbo("review", "needs", *words[2:], at=root), 7),
        timed(
            "git and ssh-keygen, the same signatures, no verdict", size, process(["sh", "-e", "-c", by_hand], root), 7
        ),
    ]


def _made(root: Path, keys: Path) -> str:
    subprocess.run(["git", "init", "--quiet", "--bare", f"--initial-branch={TARGET[11:]}", str(root)], check=True)
    keys.mkdir()
    for name in (*PEOPLE, "receipts", "root"):
        new_key(keys / name, name, asks=False)
    importing = subprocess.Popen(["git", "fast-import", "--quiet"], cwd=root, stdin=subprocess.PIPE)
    assert importing.stdin is not None  # noqa: S101 - for the reader of types: it is a pipe
    importing.stdin.writelines(_history(keys))
    importing.stdin.close()
    if importing.wait():
        raise SystemExit("git fast-import failed")
    _begun(root, keys)
    return _approved(root, keys)


def _history(keys: Path) -> Iterator[bytes]:
    """The first commit with everything, then one item a commit, and the branch that waits."""
    items = FILES - RECORDS * 6
    start = int(datetime(2012, 1, 1, tzinfo=UTC).timestamp())
    yield _commit(TARGET, start)
    for file in sorted((ROOT / "policies").rglob("*.yml")):
        yield _file(file.relative_to(ROOT).as_posix(), file.read_bytes())
    yield _file("policies/keys/allowed_signers", "".join(map(_signer, (keys / name for name in PEOPLE))).encode())
    for number in range(items):
        yield _item(number, 0)
    for number in range(RECORDS):
        yield from _records(number)
    for edit in range(1, COMMITS):
        yield _commit(TARGET, start + edit * 3600)
        yield _item(edit % items, edit)
    yield _commit("refs/heads/tin-moi", int(NOW.timestamp()), f"from {TARGET}\n")
    yield _file(
        "content/dl/tin-tuc-su-kien/2026/tin-moi.md", ITEM.format(id="dl-2026-moi", number="mới", edition=1).encode()
    )


def _commit(ref: str, when: int, parent: str = "") -> bytes:
    who = f"{WRITER} <{WRITER.removeprefix('dl-')}@{MAIL}> {when} +0700"
    return f"commit {ref}\nauthor {who}\ncommitter {who}\ndata 1\nx\n{parent}".encode()


def _file(path: str, data: bytes) -> bytes:
    return f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n"


def _item(number: int, edition: int) -> bytes:
    text = ITEM.format(id=f"dl-2019-{number}", number=number, edition=edition)
    return _file(f"content/dl/tin-tuc-su-kien/{2012 + number % 10}/tin-{number}.md", text.encode())


def _records(number: int) -> Iterator[bytes]:
    """Three records of an earlier change: as many files, and as large, as real ones. The gate must not read them."""
    day = datetime(2012, 1, 1, tzinfo=UTC) + timedelta(days=number % 3650)
    folder = f"policies/approvals/{day:%Y}/{day:%m}/{day:%Y%m%d}-tin-{number}-{number:08x}"
    for step in ("kiem_duyet", "phe_duyet", "dang"):
        for ending, size in (("stmt", 1000), ("sig", 300)):
            yield _file(f"{folder}/dl--{step}--dl-truong-ban--{number:08x}.{ending}", f"{number}".encode() * size)


def _signer(key: Path) -> str:
    public = public_key(key)
    purposes = 'namespaces="congbo-decision,congbo-genesis",valid-after="20120101000000Z"'
    return f"{key.name} {purposes} {public.type} {public.base64}\n"


def _begun(root: Path, keys: Path) -> None:
    facts = commit_facts(root, TARGET)
    receipts, sealed = public_key(keys / "receipts"), public_key(keys / "root")
    genesis = Genesis(
        "congbo-bench", TARGET, facts.id, facts.tree, policy_digest(root, facts.id), receipts.fingerprint, sealed.fingerprint,
        PEOPLE[0], "truong_ban", NOW - timedelta(days=1), "0" * 32,
    )  # fmt: skip
    data = written_genesis(genesis)
    signature = signed(data, keys / PEOPLE[0], "congbo-genesis")
    files = {"genesis": data, "genesis.sig": signature, "keys": written_keys(receipts, sealed, genesis.issued)}
    begin(root, genesis, files, keys / "receipts")


def _approved(root: Path, keys: Path) -> str:
    head = commit_facts(root, "refs/heads/tin-moi").id
    refs = {f"refs/congbo/changes/{CHANGE}/1": (head, "")}
    entry = Entry(
        "submitted", TARGET, head, NOW, change_id=CHANGE, branch="refs/heads/tin-moi", person=WRITER, refs=refs
    )
    append(root, entry, keys / "receipts")
    tip = commit_facts(root, TARGET).id
    for number, person in enumerate(STEPS):
        at = NOW + timedelta(minutes=number + 1)
        found = opened(Asked(root, TARGET, tip, head, CHANGE), at)
        every = offers(found.policy, found.change, found.aftermath, found.verdict, person, day_of(at))
        offer = next(one for one in every if one.decision == "approve")
        made = draft(found.change, offer, policy_digest(root, tip), {}, at, f"{number:032x}")
        who = found.policy.people.person(person)
        assert who is not None  # noqa: S101 - the bench enrolled everybody
        keep(root, made, signed(made.data, keys / person, "congbo-decision"), who)
    return head
