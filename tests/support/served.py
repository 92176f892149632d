"""A server of the ward with its register begun, and a clerk's desk that pushes to it: real git, real keys."""

from __future__ import annotations

import os
import secrets
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from congbo.__main__ import main
from congbo.dates import parse_moment
from congbo.facts.gate.judge import judge
from congbo.facts.gate.model import Aftermath, Change
from congbo.frozen import replace
from congbo.history.digests import policy_digest
from congbo.policy import Policy
from congbo.register.gather import Asked, gather, policy_at
from congbo.review.decision import draft, keep
from congbo.review.merging import merge
from congbo.review.offers import offers
from congbo.server.layout import signers_of
from congbo.signed.keygen import signed
from support.repositories import GIT, NEWS, dated, git, ward_repository
from support.signers import key_file

NOW = "2026-11-22T09:00:00+07:00"
CHIEF, DEPUTY, OFFICE, CLERK = "dl-truong-ban", "dl-pho-ban-tt", "dl-van-phong", "dl-tv-dia-chinh"
ITEM = "content/dl/tin-tuc-su-kien/2026/ra-quan.md"
SIGNERS = "policies/keys/allowed_signers"


@dataclass(frozen=True)
class Pushed:
    """What a push answered."""

    code: int
    told: str


@dataclass(frozen=True)
class Served:
    """The server's folder, the desk, and each person's private key."""

    server: Path
    desk: Path
    keys: dict[str, Path]

    def commit(
        self, branch: str, path: str = ITEM, text: str = "", *, base: str = "refs/heads/main", who: str = CLERK
    ) -> str:
        """Commit one file on a branch of the desk, which begins at ``base`` if it is new, and return the commit."""
        if subprocess.run(
            ["git", "checkout", "-q", branch, "--"], cwd=self.desk, capture_output=True, check=False
        ).returncode:
            git(self.desk, "checkout", "-q", "-b", branch, base)
        (self.desk / path).parent.mkdir(parents=True, exist_ok=True)
        (self.desk / path).write_text(text or news(), "utf-8")
        git(self.desk, "add", "-A")
        self.git("commit", "-qm", f"Sửa {path}", who=who)
        return git(self.desk, "rev-parse", "HEAD").strip()

    def git(self, *words: str, who: str = CLERK) -> str:
        """Run git on the desk as a person."""
        mail = f"{who.removeprefix('dl-')}@donglac.example"
        own = {f"GIT_{role}_EMAIL": mail for role in ("AUTHOR", "COMMITTER")}
        done = subprocess.run(
            ["git", *words],
            cwd=self.desk,
            env=os.environ | GIT | dated() | own,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def push(self, *words: str, who: str | None = CLERK, url: str = "", more: dict[str, str] | None = None) -> Pushed:
        """Push as a person whom the server is told, and return what git says."""
        env = os.environ | GIT | ({"CONGBO_USER": who} if who else {}) | (more or {})
        command = ["git", "push", url or f"file://{self.server}", *words]
        done = subprocess.run(command, cwd=self.desk, env=env, capture_output=True, text=True, check=False)
        return Pushed(done.returncode, done.stderr)

    def fetch(self) -> None:
        """Bring the server's refs to the desk."""
        git(
            self.desk,
            "fetch",
            "-q",
            f"file://{self.server}",
            "+refs/congbo/*:refs/congbo/*",
            "+refs/heads/main:refs/remotes/kho/main",
        )

    def change(self, branch: str) -> tuple[Policy, Change]:
        """Return the facts of a branch as the desk has them."""
        tip, head = (
            git(self.desk, "rev-parse", name).strip() for name in ("refs/remotes/kho/main", f"refs/heads/{branch}")
        )
        policy = policy_at(self.desk, tip)
        return policy, gather(Asked(self.desk, "refs/heads/main", tip, head, merging=False), policy)[0]

    def decide(self, branch: str, person: str, **changed: str) -> str:
        """Sign the step that is awaited, if the person may take it, and keep the record on the desk; return its ref."""
        self.fetch()
        policy, change = self.change(branch)
        now = parse_moment(NOW)
        assert now
        verdict = judge(policy, change, Aftermath(), now)
        offer = next(
            one for one in offers(policy, change, Aftermath(), verdict, person, now.date()) if one.decision == "approve"
        )
        made = draft(
            change, replace(offer, **changed), policy_digest(self.desk, change.tip), {}, now, secrets.token_hex(16)
        )
        keep(self.desk, made, signed(made.data, self.keys[person], "congbo-decision"), policy.people.person(person))
        return f"refs/congbo/decisions/{change.id}"

    def merge(self, branch: str, person: str) -> str:
        """Merge an approved branch on the desk and return the commit."""
        self.fetch()
        policy, change = self.change(branch)
        return merge(self.desk, change, policy.people.person(person), parse_moment(NOW))

    def submitted(self, branch: str = "tin-moi", path: str = ITEM, text: str = "") -> str:
        """Hand in a file on a new branch."""
        self.commit(branch, path, text)
        assert self.push(branch).code == 0
        return branch

    def signed(self, branch: str, *people: str) -> str:
        """Let people take the steps that are awaited, one after the other."""
        for person in people:
            told = self.push(self.decide(branch, person), who=person)
            assert told.code == 0, told.told
        return branch

    def approved(self, branch: str = "tin-moi", path: str = ITEM, text: str = "") -> str:
        """Take a branch through every step but the merge."""
        return self.signed(self.submitted(branch, path, text), DEPUTY, CHIEF, OFFICE)

    def refs(self) -> dict[str, str]:
        """Return the server's refs."""
        lines = git(self.server, "for-each-ref", "--format=%(refname) %(objectname)").splitlines()
        pairs = (line.partition(" ") for line in lines)
        return {name: target for name, _, target in pairs}

    def at(self, moment: str) -> None:
        """Let the server's hooks judge as of a moment."""
        for hook in ("pre-receive", "post-receive"):
            words = [sys.executable, "-I", "-m", "congbo", "--lang", "en", "server", hook, "--at", moment]
            (self.server / "hooks" / hook).write_text(f"#!/bin/sh\nexec {shlex.join(words)}\n")


def news(title: str = "Ra quân làm sạch đường làng", more: str = "") -> str:
    """Return a good news item."""
    return NEWS.format(title=title, more=more)


def enrolled(keys: dict[str, Path], until: str = "") -> str:
    """Return the file of allowed signers: every key is its person's, for everything that people sign.

    ``until``: when they all end (``YYYYMMDDHHMMSSZ``).
    """
    ending = f',valid-before="{until}"' if until else ""
    purposes = "congbo-decision,congbo-genesis,git"
    lines = []
    for person, key in keys.items():
        kind, blob, *_ = key.with_name(f"{key.name}.pub").read_text().split()
        lines.append(f'{person} namespaces="{purposes}",valid-after="20260101000000Z"{ending} {kind} {blob}\n')
    return "".join(lines)


def begin_register(server: Path, key: Path, sealed: Path) -> None:
    """Sign the genesis of a server as the chief; ``sealed``: the root key."""
    words = f"--person {CHIEF} --role truong_ban --at {NOW}".split()
    assert main(["server", "genesis", str(server), *words, "--key", str(key), "--root-key", f"{sealed}.pub"]) == 0


def served(
    folder: Path,
    people: Sequence[str] = (CHIEF, DEPUTY, OFFICE, CLERK),
    rule: str = "",
    desk: Path | None = None,
    until: str = "",
) -> Served:
    """Make the ward's repository with enrolled keys, a server from it, and begin the register.

    ``rule``: a line more in the portal's file. ``desk``: a repository of the ward that is there already. ``until``: when the
    keys end.
    """
    keys = {}
    for person in (*people, "root"):
        (folder / "keys" / person).mkdir(parents=True)
        keys[person] = key_file(folder / "keys" / person)
    desk = desk or ward_repository(folder / "phuong")
    sealed = keys.pop("root")
    (desk / SIGNERS).write_text(enrolled(keys, until))
    portal = desk / "policies" / "portals" / "dl.yml"
    portal.write_text(portal.read_text("utf-8") + rule, "utf-8")
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "Đăng ký khóa")
    server = folder / "kho.git"
    made = Served(server, desk, keys)
    assert main(["server", "init", str(server), "--from", str(desk)]) == 0
    begin_register(server, keys[CHIEF], sealed)
    made.at(NOW)
    return made


def found(folder: Path) -> Served:
    """Return the server and the desk that ``served`` or ``copied`` has made in a folder."""
    keys = {own.name: own / "ed25519" for own in sorted((folder / "keys").iterdir()) if own.name != "root"}
    return Served(folder / "kho.git", folder / "phuong", keys)


def copied(template: Served, folder: Path) -> Served:
    """Return a server and a desk of one's own: to make them anew takes longer than to copy them."""
    shutil.copytree(template.server.parent, folder, dirs_exist_ok=True)
    keys = {person: folder / key.relative_to(template.server.parent) for person, key in template.keys.items()}
    own = Served(folder / template.server.name, folder / template.desk.name, keys)
    git(own.server, "config", "gpg.ssh.allowedSignersFile", str(signers_of(own.server)))
    return own
