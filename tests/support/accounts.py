"""Users of the operating system for a test that root runs: made for it, and gone with it."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from support.repositories import ROOT

NOBODY = 65534


@dataclass(frozen=True)
class Account:
    """A user: name, home, and the program that it may run."""

    name: str
    home: Path
    python: Path

    def run(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a program as this user, with nothing of ours in its surroundings."""
        own = pwd.getpwnam(self.name)
        env = {
            "HOME": str(self.home),
            "USER": self.name,
            "LOGNAME": self.name,
            "PATH": os.environ["PATH"] + ":/usr/sbin",
        }
        done = subprocess.run(
            words, cwd=self.home, env=env, user=own.pw_uid, group=own.pw_gid,
            extra_groups=os.getgrouplist(self.name, own.pw_gid), umask=0o027,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert not check or done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
        return done

    def congbo(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run our program as this user."""
        return self.run(str(self.python), "-I", "-m", "congbo", *words, check=check)

    def give(self, path: Path) -> Path:
        """Let a file or folder be this user's."""
        for one in (path, *path.rglob("*")):
            shutil.chown(one, self.name, self.name)
        return path


def interpreter(folder: Path) -> Path | None:
    """Return a Python that every user may run, with our program and what it needs; None if this machine has none."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    found = [Path(sys.executable).resolve(), Path("/usr/bin", version), Path("/usr/local/bin", version)]
    base = next((one for one in found if one.exists() and _open_to_all(one)), None)
    if base is None or not _open_to_all(ROOT / "plugins", "-d"):
        return None
    (folder / "bin").mkdir(parents=True)
    packages = folder / "lib" / version / "site-packages"
    packages.mkdir(parents=True)
    (folder / "pyvenv.cfg").write_text(f"home = {base.parent}\ninclude-system-site-packages = false\n")
    (folder / "bin" / "python").symlink_to(base)
    (packages / "congbo.pth").write_text(f"{sysconfig.get_path('purelib')}\n{ROOT / 'plugins'}\n")
    return folder / "bin" / "python"


def _open_to_all(path: Path, test: str = "-x") -> bool:
    return subprocess.run(["test", test, path], user=NOBODY, group=NOBODY, extra_groups=[], check=False).returncode == 0


@contextmanager
def readable_folder() -> Iterator[Path]:
    """Give a folder that every user may enter: pytest's own are ours alone."""
    folder = Path(tempfile.mkdtemp(prefix="cb-", dir="/tmp"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def account(folder: Path, python: Path, *groups: str) -> Iterator[Account]:
    """Make a user with a home below a folder, a member of some groups; it is deleted in the end."""
    name = f"cb-{secrets.token_hex(4)}"
    home = folder / name
    words = [
        "--system",
        "--user-group",
        "--create-home",
        "--home-dir",
        str(home),
        "--shell",
        "/bin/sh",
        "--password",
        "*",
    ]
    more = ["--groups", ",".join(groups)] if groups else []
    subprocess.run(["useradd", *words, *more, name], check=True, capture_output=True)
    try:
        home.chmod(0o750)
        yield Account(name, home, python)
    finally:
        subprocess.run(["userdel", name], check=False, capture_output=True)
