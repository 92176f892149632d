"""The stage: people with keys, their repositories and a server, and how commands are run before the audience."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from passkey import Passkey

ROOT = Path(__file__).resolve().parents[2]
MAIL = "sonoivu.hatinh.example"

# Who plays: the person's id in policies/boards/ht.yml.
WRITER = "ht-nv-cchc"
SECRETARY = "ht-thu-ky"
MEMBER = "ht-uv-cchc"
HEAD = "ht-truong-ban"
SIGNERS = (WRITER, SECRETARY, MEMBER)


class OtherwiseError(Exception):
    """Something went otherwise than the story tells."""


@dataclass(frozen=True)
class Ran:
    """How a command ended, and all that it said."""

    code: int
    said: str


def told(text: str) -> None:
    """Tell the audience what happens next."""
    print(f"\n=== {text}", flush=True)


class Stage:
    """The office of the Department of Home Affairs of Hà Tĩnh, ready to play."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.server = folder / "may-chu.git"
        self.passkey = Passkey()
        (folder / "khoa").mkdir()
        for person in (*SIGNERS, "goc"):
            self._new_key(person)
        first = folder / "ban-dau"
        self._furnish(first)
        self.expect(0, "server", "init", str(self.server), "--from", str(first), show=False)
        chief = ["--person", SECRETARY, "--role", "thu_ky", "--key", str(self.key(SECRETARY))]
        self.expect(
            0, "server", "genesis", str(self.server), *chief, "--root-key", f"{self.key('goc')}.pub", show=False
        )

    def key(self, person: str) -> Path:
        """Return the file of a person's private key."""
        return self.folder / "khoa" / person

    def home(self, person: str) -> Path:
        """Return a person's own repository, cloned when it is first asked for."""
        home = self.folder / person
        if not home.exists():
            self.git(self.folder, "clone", "--quiet", f"file://{self.server}", str(home), who=person)
            self.git(home, "config", "user.name", person)
            self.git(home, "config", "user.email", f"{person.removeprefix('ht-')}@{MAIL}")
            if self.key(person).exists():
                self.git(home, "config", "congbo.key", str(self.key(person)))
        return home

    def git(self, folder: Path, *words: str, who: str = "") -> Ran:
        """Run git in a folder as a person."""
        return self._run(["git", *words], folder, who)

    def congbo(self, *words: str, who: str = "") -> Ran:
        """Run congbo in the person's own repository."""
        where = ["-C", str(self.home(who))] if who else []
        return self._run([sys.executable, "-m", "congbo", *where, *words], self.folder, who)

    def shell(self, folder: Path, command: str) -> Ran:
        """Run a command of the shell in a folder."""
        return self._run(["sh", "-c", command], folder, "")

    def expect(self, code: int, *words: str, who: str = "", says: str = "", show: bool = True) -> Ran:
        """Run congbo before the audience; raises OtherwiseError if it ends or speaks otherwise."""
        done = self.congbo(*words, who=who)
        if show:
            self.show(f"{who or 'máy chủ'}$ congbo {' '.join(words)}", done)
        self.compare(done, code, says, " ".join(words))
        return done

    def compare(self, done: Ran, code: int, says: str, what: str) -> None:
        """Raise OtherwiseError if a command ended or spoke otherwise than it should."""
        if done.code != code or says not in done.said:
            raise OtherwiseError(f"{what}: {done.code} ({code}), {says!r}\n{done.said}")

    def show(self, command: str, done: Ran) -> None:
        """Show a command and what it said."""
        print(f"\n{command}")
        print("\n".join(f"  {line}" for line in done.said.splitlines() if line.strip()), flush=True)

    def _run(self, words: list[str], folder: Path, who: str) -> Ran:
        own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0"}
        env = os.environ | own | ({"CONGBO_USER": who} if who else {})
        done = subprocess.run(
            words, cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        return Ran(done.returncode, done.stdout + done.stderr)

    def _new_key(self, person: str) -> None:
        words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", person, "-f", str(self.key(person))]
        subprocess.run(words, check=True, capture_output=True)

    def _furnish(self, first: Path) -> None:
        """The department's part of this repository, with the keys of the four who play."""
        for name in ("policies", "theme", "content/ht"):
            shutil.copytree(ROOT / name, first / name)
        shutil.copy(ROOT / "pelicanconf.py", first)
        shutil.rmtree(first / "policies" / "approvals", ignore_errors=True)
        (first / "policies" / "keys" / "allowed_signers").write_text(
            "".join(map(self._line, (*SIGNERS, HEAD))), "utf-8"
        )
        self.git(first, "init", "--quiet", "--initial-branch=main")
        who = ["-c", f"user.name={SECRETARY}", "-c", f"user.email=thu-ky@{MAIL}"]
        self.git(first, "add", "--all")
        self.git(first, *who, "commit", "--quiet", "--message=Nội dung ban đầu")

    def _line(self, person: str) -> str:
        public = self.passkey.public if person == HEAD else self.key(person).with_suffix(".pub").read_text("utf-8")
        kind, blob, *_ = public.split()
        return f'{person} namespaces="congbo-decision,congbo-genesis",valid-after="20260101000000Z" {kind} {blob}\n'
