"""Another repository: what is fetched from it and pushed to it, refs by their full names."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from congbo.errors import CongboError, refuse
from congbo.history.running import environment, git_text, unable

_SAID = "remote:"
_PASSWORD = re.compile(r"(//[^/@:]*):[^/@]*@")


class Pushed(Struct, frozen=True):
    """How a push ended, and what the other side said (the lines of its hooks, without git's ``remote:``)."""

    accepted: bool
    said: tuple[str, ...]


def remote_of(root: Path, name: str) -> str:
    """Return the name if the repository knows a remote of that name, else ""."""
    return name if name in git_text(root, "remote").split("\n") else ""


def setting(root: Path, key: str) -> str:
    """Return a setting of git (``user.email``), "" if there is none."""
    return git_text(root, "config", "--get", key, nothing=1).strip()


def address_of(root: Path, remote: str) -> str:
    """Return the address of a remote, for people to read: without a password that is written in it."""
    return _PASSWORD.sub(r"\1@", git_text(root, "ls-remote", "--get-url", remote).strip())


def refs_there(root: Path, remote: str) -> frozenset[str]:
    """Return the full names of all refs that the other side has. Raises CongboError if the other side does not answer."""
    try:
        told = git_text(root, "ls-remote", remote)
    except CongboError as error:
        if error.message.key != "history.failed":
            raise
        raise refuse("history.unreachable", remote=remote, address=address_of(root, remote)) from error
    return frozenset(line.partition("\t")[2] for line in told.split("\n"))


def fetch(root: Path, remote: str, refspecs: Sequence[str]) -> frozenset[str]:
    """Fetch refs and return the full names of all that the other side has; a pattern that leads to nothing is left out.

    Raises CongboError if the other side is not there.
    """
    known = refs_there(root, remote)
    wanted = [spec for spec in refspecs if _leads(spec, known)]
    if wanted:
        git_text(root, "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", remote, *wanted)
    return known


def _leads(spec: str, known: frozenset[str]) -> bool:
    source = spec.removeprefix("+").partition(":")[0]
    return source in known or ("*" in source and any(name.startswith(source.rstrip("*")) for name in known))


def push(root: Path, remote: str, refspecs: Sequence[str]) -> Pushed:
    """Push refs, all of them or none. Raises CongboError only if git cannot be run."""
    words = ["git", "push", "--porcelain", "--atomic", "--no-verify", remote, *refspecs]
    try:
        done = subprocess.run(words, cwd=root, env=environment(root, {}), capture_output=True, check=False)
    except OSError as error:
        raise unable(root, error) from error
    told = done.stderr.decode("utf-8", "replace").splitlines()
    said = [line.removeprefix(_SAID).strip() for line in told if line.startswith(_SAID)]
    return Pushed(done.returncode == 0, tuple(said or ([] if done.returncode == 0 else told)))
