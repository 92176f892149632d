"""A push of checkpoints: it only adds, and each is a true word about this very chain by somebody who may give it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from congbo.dates import day_of
from congbo.errors import CongboError
from congbo.facts.attesting import may_attest
from congbo.facts.gate.model import Refused
from congbo.history.commits import commits_between
from congbo.history.digests import touched_paths
from congbo.history.model import ZERO
from congbo.history.objects import blob_at, files_at
from congbo.history.refs import ref_at
from congbo.history.running import git_text
from congbo.message import say
from congbo.policy import Policy
from congbo.policy.keys import DECISION
from congbo.register.chain import SKEW
from congbo.register.checkpoints import NAME, Kept, read_kept, signed_by, tip_of
from congbo.register.links import FILE, RECEIPTS, links
from congbo.server.refs import Update, refused
from congbo.signed.genesis import Genesis
from congbo.signed.keygen import checked
from congbo.signed.receipt import parse_receipt


@dataclass(frozen=True)
class Judged:
    """What checkpoints are judged by: the register's beginning, the policies of the target's tip, and the moment."""

    root: Path
    genesis: Genesis
    policy: Policy
    now: datetime


def refused_checkpoints(by: Judged, update: Update) -> Iterator[Refused]:
    """Yield why the checkpoints cannot be let in."""
    wrong = list(_not_added(by.root, update))
    yield from wrong
    if wrong:
        return
    before = files_at(by.root, update.old, "") if update.old else {}
    files = {path: data for path, data in files_at(by.root, update.new, "").items() if path not in before}
    try:
        found = read_kept(files)
    except CongboError as error:
        code = "checkpoint.name" if error.message.key == "checkpoint.name" else "checkpoint.unreadable"
        where = say("server.checkpoint.unreadable", ref=update.ref, detail=error.message)
        yield Refused(code, error.message if code == "checkpoint.name" else where, path=update.ref)
        return
    for kept in found:
        yield from _faults(by, update, kept)


def _not_added(root: Path, update: Update) -> Iterator[Refused]:
    tip, nothing = update.old, git_text(root, "hash-object", "-t", "tree", "--stdin").strip()
    for commit in commits_between(root, update.old, update.new):
        if commit.parents != ((tip,) if tip else ()):
            yield refused("checkpoint.not_a_chain", update.ref, commit=commit.id[:12])
            return
        for one in touched_paths(root, tip or nothing, commit.id, ""):
            if (one.old_mode, one.new_mode) != (ZERO, "100644") or not NAME.fullmatch(one.path):
                yield refused("checkpoint.not_added", update.ref, path=one.path)
        tip = commit.id


def _faults(by: Judged, update: Update, kept: Kept) -> Iterator[Refused]:
    said, ref = kept.checkpoint, update.ref
    if (said.repository, said.target) != (by.genesis.repository, by.genesis.target):
        yield refused("checkpoint.repository", ref, found=said.repository, target=said.target)
    if not signed_by(kept, by.policy.keys) or not _key_is_good(by, kept):
        yield refused("checkpoint.signature", ref, person=said.person)
    if not all(may_attest(by.policy, said.person, said.role, day_of(at)) for at in (said.time, by.now)):
        yield refused("checkpoint.role", ref, person=said.person, role=said.role)
    yield from _untrue(by, update, kept)


def _key_is_good(by: Judged, kept: Kept) -> bool:
    found = checked(kept.data, kept.signature, DECISION)
    key = by.policy.keys.by_fingerprint(found.fingerprint) if found else None
    return key is not None and key.good(DECISION, by.now)


def _untrue(by: Judged, update: Update, kept: Kept) -> Iterator[Refused]:
    """What the checkpoint says against what the server has."""
    said, ref = kept.checkpoint, update.ref
    newest = ref_at(by.root, RECEIPTS)
    commits = git_text(by.root, "rev-list", "--first-parent", "--reverse", newest).split()
    if said.number >= len(commits):
        yield refused("checkpoint.number", ref, number=said.number, last=len(commits) - 1)
        return
    commit = commits[said.number]
    data = blob_at(by.root, commit, FILE) or b""
    if sha256(data).hexdigest() != said.receipt:
        yield refused("checkpoint.receipt", ref, number=said.number)
        return
    if tip_of(reversed(tuple(links(by.root, commit)))) != said.tip:
        yield refused("checkpoint.tip", ref, tip=said.tip[:12], number=said.number)
    if not parse_receipt(data).time - SKEW <= said.time <= by.now + SKEW:
        yield refused("checkpoint.time", ref, time=said.time)
