"""The ward's repository on a forge: its register begun, accounts and keys enrolled, jobs run in clones of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from congbo.__main__ import main
from support.forge import REPOSITORY, TOKEN, FakeForge
from support.repositories import GIT, dated, git, ward_repository
from support.served import CHIEF, CLERK, DEPUTY, ITEM, NOW, OFFICE, SIGNERS, begin_register, enrolled, news
from support.signers import key_file

PEOPLE = "policies/keys/people.yml"
ACCOUNT = {CHIEF: 1001, DEPUTY: 1002, OFFICE: 1003, CLERK: 1004}
STRANGER = 6666
COLLECTOR, RECEIPTS = "bo-thu-thap", "receipts_key"
MACHINES = "machines:\n  - {id: bo-thu-thap}\n  - {id: forge, emails: [noreply@forge.example]}\n"


@dataclass(frozen=True)
class Forged:
    """The forge with the repository's bare folder, a clerk's desk, the keys, and the environment of the jobs."""

    folder: Path
    forge: FakeForge
    keys: dict[str, Path] = field(default_factory=dict)

    @property
    def bare(self) -> Path:
        """Return the repository as the forge keeps it."""
        return self.folder / "forge.git"

    @property
    def desk(self) -> Path:
        """Return the clerk's clone."""
        return self.folder / "phuong"

    def propose(
        self,
        number: int,
        path: str = ITEM,
        text: str = "",
        *,
        who: str = CLERK,
        by: int | None = 0,
        at: str = "2026-11-22T01:30:00Z",
        mail: str = "",
        force: bool = False,
    ) -> str:
        """Commit a file on the branch of a request, push it, open the request if it is new, and return the head."""
        branch = f"nhanh-{number}"
        new = number not in self.forge.pulls
        git(self.desk, "checkout", "-q", *(("-b", branch, "main") if new else (branch,)))
        if force:
            git(self.desk, "reset", "-q", "--hard", "main")
        (self.desk / path).parent.mkdir(parents=True, exist_ok=True)
        (self.desk / path).write_text(text or news(), "utf-8")
        git(self.desk, "add", "-A")
        own = {
            f"GIT_{role}_EMAIL": mail or f"{who.removeprefix('dl-')}@donglac.example"
            for role in ("AUTHOR", "COMMITTER")
        }
        subprocess.run(
            ["git", "commit", "-qm", f"Sửa {path}"], cwd=self.desk, env=os.environ | GIT | dated() | own, check=True
        )
        head = git(self.desk, "rev-parse", "HEAD").strip()
        git(
            self.desk,
            "push",
            "-q",
            "--force",
            str(self.bare),
            f"HEAD:refs/pull/{number}/head",
            f"HEAD:refs/heads/{branch}",
        )
        account = ACCOUNT[who] if by == 0 else by
        if new:
            self.forge.pull(number, head, account)
        self.forge.pushed(number, head, account, at, "force_push" if force else "push")
        git(self.desk, "checkout", "-q", "main")
        return head

    def job(self, verb: str, *words: str, at: str = NOW) -> int:
        """Run a job in a new clone, as a workflow does, and return its exit code."""
        clone = self.folder / "job"
        shutil.rmtree(clone, ignore_errors=True)
        git(self.folder, "clone", "-q", "--branch", "main", str(self.bare), str(clone))
        key = {"attest": RECEIPTS, "publish": RECEIPTS, "collect": COLLECTOR}.get(verb)
        keyed = ("--key", str(self.keys[key])) if key and "--key" not in words else ()
        with pytest.MonkeyPatch.context() as patch:
            for name, value in {
                "GITHUB_API_URL": self.forge.address, "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": TOKEN
            }.items():  # fmt: skip
                patch.setenv(name, value)
            return main(
                ["-C", str(clone), "forge", verb, *keyed, *words, *(("--at", at) if verb != "settings" else ())]
            )

    def all_jobs(self) -> tuple[int, ...]:
        """Run the chain of jobs in their order."""
        return tuple(self.job(verb) for verb in ("attest", "collect", "publish", "comment"))

    def refs(self) -> dict[str, str]:
        """Return the forge's refs."""
        lines = git(self.bare, "for-each-ref", "--format=%(refname) %(objectname)").splitlines()
        return dict(line.split(maxsplit=1) for line in lines)

    def kept(self, number: int) -> list[str]:
        """Return the statements of a change: step, person and decision of each."""
        ref = f"refs/congbo/decisions/gh-{number}"
        if ref not in self.refs():
            return []
        names = git(self.bare, "ls-tree", "-r", "--name-only", ref).splitlines()
        texts = [git(self.bare, "show", f"{ref}:{name}") for name in names if name.endswith(".stmt")]
        lines = [dict(line.split(": ", 1) for line in text.splitlines()[1:]) for text in texts]
        return [
            f"{one['step']} {one['person']} {one['decision']}" for one in sorted(lines, key=lambda one: one["issued"])
        ]

    def comment(self, number: int) -> str:
        """Return the one comment under a request."""
        (only,) = self.forge.comments[number]
        return only["body"]


def accounts(people: str) -> str:
    """Return the list of persons with the accounts of those who appear here."""
    for person, number in ACCOUNT.items():
        people = people.replace(f"logins: [{person}]", f'logins: [{person}], accounts: ["github:{number}"]')
    return people.rstrip("\n") + "\n" + MACHINES


def forged(folder: Path, forge: FakeForge) -> Forged:
    """Make the ward's repository, begin its register on a server, and put it on the forge."""
    keys = {}
    for person in (CHIEF, DEPUTY, OFFICE, CLERK, "root", COLLECTOR):
        (folder / "keys" / person).mkdir(parents=True)
        keys[person] = key_file(folder / "keys" / person)
    desk = ward_repository(folder / "phuong")
    sealed, collector = keys.pop("root"), keys.pop(COLLECTOR)
    kind, blob, *_ = collector.with_name(f"{collector.name}.pub").read_text().split()
    own = f'{COLLECTOR} namespaces="congbo-collected",valid-after="20260101000000Z" {kind} {blob}\n'
    (desk / SIGNERS).write_text(enrolled(keys) + own)
    (desk / PEOPLE).write_text(accounts((desk / PEOPLE).read_text("utf-8")), "utf-8")
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "Đăng ký khóa và tài khoản")
    server, bare = folder / "kho.git", folder / "forge.git"
    assert main(["server", "init", str(server), "--from", str(desk)]) == 0
    begin_register(server, keys[CHIEF], sealed)
    git(folder, "init", "-q", "--bare", "-b", "main", str(bare))
    git(server, "push", "-q", str(bare), "refs/heads/main:refs/heads/main", "refs/congbo/*:refs/congbo/*")
    git(desk, "remote", "add", "forge", str(bare))
    return Forged(folder, forge, {**keys, COLLECTOR: collector, RECEIPTS: server / "congbo" / "receipts_key"})


def copied(template: Forged, folder: Path, forge: FakeForge) -> Forged:
    """Return one's own copy."""
    shutil.copytree(template.folder, folder, dirs_exist_ok=True)
    keys = {name: folder / key.relative_to(template.folder) for name, key in template.keys.items()}
    own = Forged(folder, forge, keys)
    git(own.desk, "remote", "set-url", "forge", str(own.bare))
    return own
