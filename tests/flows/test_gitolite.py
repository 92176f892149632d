"""The server as the guide sets it up on Debian: gitolite over sshd, and a publisher that is another user and holds no key."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from congbo.register.chain import read_chain
from support.accounts import Account, account, interpreter, readable_folder
from support.repositories import GIT, git
from support.served import CHIEF, CLERK, DEPUTY, NOW, OFFICE, Served
from support.sshds import MISSING, sshd

pytestmark = [
    pytest.mark.skipif(os.geteuid() != 0, reason="only root can make users"),
    pytest.mark.skipif(bool(MISSING), reason=f"not there: {MISSING}"),
    *(
        pytest.mark.skipif(shutil.which(name) is None, reason=f"not installed: {name}")
        for name in ("gitolite", "useradd", "git-shell")
    ),
]

CONF = """repo cong
    RW refs/heads/              = @all
    RW refs/congbo/decisions/   = @all
    RW refs/congbo/checkpoints  = @all
    R                           = @all
"""


@dataclass(frozen=True)
class Desk(Served):
    """The people's desk, which knows the server over ssh alone: ``url``, and the command of ssh without a key."""

    url: str = ""
    ssh: str = ""

    def fetch(self) -> None:
        """Bring the server's refs to the desk, with the clerk's key."""
        words = ["fetch", "-q", self.url, "+refs/congbo/*:refs/congbo/*", "+refs/heads/main:refs/remotes/kho/main"]
        env = os.environ | GIT | {"GIT_SSH_COMMAND": f"{self.ssh} -i {self.keys[CLERK]}"}
        subprocess.run(["git", *words], cwd=self.desk, env=env, check=True)


@dataclass(frozen=True)
class Office:
    """The two users, the bare repository, and the people's own desk and keys."""

    holder: Account
    web: Account
    server: Path
    own: Desk

    def push(self, person: str, *refs: str) -> tuple[int, str]:
        """Push over ssh with a person's key; nobody tells the server a name but gitolite."""
        command = f"{self.own.ssh} -i {self.own.keys[person]}"
        told = self.own.push(*refs, who=None, url=self.own.url, more={"GIT_SSH_COMMAND": command})
        return told.code, told.told


@pytest.fixture(scope="module")
def office(begun: Served) -> Iterator[Office]:
    """gitolite of a user of its own, with our hooks in its repository, and a publisher in its group."""
    with readable_folder() as folder:
        python = interpreter(folder / "py")
        if python is None:
            pytest.skip("no Python here that every user may run")
        with (
            account(folder, python) as holder,
            account(folder, python, holder.name) as web,
            sshd(folder / "sshd") as ssh,
        ):
            own = desk(begun, folder / "nguoi-dung")
            server = set_up(holder, begun, own)
            words = f"ssh -q -F /dev/null -p {ssh.port} -o IdentitiesOnly=yes -o UserKnownHostsFile={ssh.known}"
            ssh.allowed.write_text((holder.home / ".ssh" / "authorized_keys").read_text())
            ssh.allowed.chmod(0o644)  # sshd reads it as the user that is asked for
            url = f"ssh://{holder.name}@127.0.0.1/cong"
            yield Office(holder, web, server, Desk(server, own.desk, own.keys, url, words))


def desk(begun: Served, folder: Path) -> Served:
    """What the people have: a working copy and their keys."""
    shutil.copytree(begun.desk, folder / "phuong")
    shutil.copytree(begun.server.parent / "keys", folder / "keys")
    return Served(begun.server, folder / "phuong", {p: folder / "keys" / p / k.name for p, k in begun.keys.items()})


def set_up(holder: Account, begun: Served, own: Served) -> Path:
    """As the guide has it: gitolite first, then the register's repository where gitolite looks for it."""
    keys = holder.home / ".gitolite" / "keydir"
    first = holder.home / "dau.pub"
    shutil.copy(own.keys[CHIEF].with_name(f"{own.keys[CHIEF].name}.pub"), first)
    holder.give(first)
    holder.run("gitolite", "setup", "-pk", str(first))
    for person, key in own.keys.items():
        shutil.copy(key.with_name(f"{key.name}.pub"), keys / f"{person}.pub")
    (keys / "dau.pub").unlink()
    (holder.home / ".gitolite" / "conf" / "gitolite.conf").write_text(CONF)
    rc = holder.home / ".gitolite.rc"
    rc.write_text(rc.read_text().replace("0077", "0027"))
    server = holder.home / "repositories" / "cong.git"
    shutil.copytree(begun.server, server)
    for hook in ("pre-receive", "post-receive"):
        words = [str(holder.python), "-I", "-m", "congbo", "--lang", "en", "server", hook, "--at", NOW]
        (server / "hooks" / hook).write_text(f"#!/bin/sh\nexec {shlex.join(words)}\n")
    for one in (server.parent.parent, server.parent):
        one.chmod(0o750)
    holder.give(holder.home)
    for one in server.rglob("*"):
        one.chmod(one.stat().st_mode | (0o050 if one.is_dir() else 0o040))
    (server / "congbo").chmod(0o700)
    (server / "congbo" / "receipts_key").chmod(0o600)
    holder.run("gitolite", "setup")
    return server


def pushers(office: Office) -> list[str]:
    """Return whom the receipts name, the genesis left out; they are read in the people's own copy."""
    office.own.fetch()
    return [one.person for one in read_chain(office.own.desk).receipts[1:]]


def test_what_is_pushed_through_gitolite_is_published_by_another_user(office: Office) -> None:
    own = office.own
    own.commit("tin-moi")
    code, told = office.push(CLERK, "tin-moi")
    assert code == 0, told
    for person in (DEPUTY, CHIEF, OFFICE):
        code, told = office.push(person, own.decide("tin-moi", person))
        assert code == 0, told
    code, told = office.push(OFFICE, f"{own.merge('tin-moi', OFFICE)}:refs/heads/main")
    assert code == 0, told
    office.holder.congbo("server", "status", str(office.server), "--at", NOW)
    assert pushers(office) == [CLERK, DEPUTY, CHIEF, OFFICE, OFFICE], "gitolite's name is the one that is attested"

    web = office.web
    assert web.run("cat", str(office.server / "congbo" / "receipts_key"), check=False).returncode != 0
    assert web.run("touch", str(office.server / "HEAD.new"), check=False).returncode != 0
    web.run("git", "config", "--global", "--add", "safe.directory", str(office.server))
    web.congbo("-C", str(web.home), "server", "publish", str(office.server), "--today", "2026-11-22")
    told_of = json.loads((web.home / "public" / "manifest.json").read_text())
    own.fetch()
    assert told_of["commit"] == git(own.desk, "rev-parse", "refs/remotes/kho/main").strip()
    assert list((web.home / "public" / "dl" / "internet").rglob("ra-quan*"))


def test_gitolite_tells_who_pushes_and_the_hooks_who_may_what(office: Office) -> None:
    own = office.own
    own.fetch()
    own.commit("tin-hai", path="content/dl/tin-tuc-su-kien/2026/hai.md", base="refs/remotes/kho/main")
    code, told = office.push(CHIEF, "tin-hai:refs/heads/main")
    assert code != 0
    assert "[ref.beside]" in told or "[merge.parents]" in told, told
    code, told = office.push(CHIEF, "tin-hai:refs/tags/tin-hai")
    assert code != 0, "gitolite lets nobody write elsewhere"
    done = subprocess.run(
        [*shlex.split(own.ssh), "-i", str(own.keys[CHIEF]), f"{office.holder.name}@127.0.0.1", "sh"],
        capture_output=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode != 0, "nobody gets a shell"
