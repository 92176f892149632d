"""A new server: a bare repository with settings that keep everything, two hooks, and a key for receipts."""

from __future__ import annotations

import shlex
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from congbo.errors import REFUSED, CongboError, refuse
from congbo.history.running import git_bytes, git_text
from congbo.place import Place
from congbo.server.layout import key_of, signers_of
from congbo.signed.keygen import new_key
from congbo.ssh.public import PublicKey

TARGET = "refs/heads/main"
HOOKS = ("pre-receive", "post-receive")
LARGEST = 200 * 1024 * 1024  # bytes of one push


def init(root: Path, source: str, nonce_seed: str) -> PublicKey:
    """Make the server in a folder that does not exist yet, with the main branch of ``source`` if one is named.

    Returns the public key of its receipts. Raises CongboError, and leaves nothing behind, for a folder that is in use or
    cannot be made, and for a source that has no such branch.
    """
    _refuse_used(root)
    if source:
        _refuse_without_branch(source)
    before = next(folder for folder in (root, *root.parents) if folder.exists())
    try:
        root.mkdir(parents=True, exist_ok=True)
        return _made(root, source, nonce_seed)
    except BaseException as error:
        _taken_away(root, before)
        if isinstance(error, OSError):
            raise refuse("server.no_folder", Place(str(root)), detail=error) from error
        raise


def _refuse_used(root: Path) -> None:
    try:
        used = root.exists() and any(root.iterdir())
    except OSError as error:  # a file, or a folder that may not be looked into
        raise refuse("server.no_folder", Place(str(root)), detail=error) from error
    if used:
        raise refuse("server.exists", Place(str(root)), REFUSED)


def _refuse_without_branch(source: str) -> None:
    """Ask a source before anything is made. Raises CongboError if it is no repository, or has no main branch."""
    try:
        found = git_text(Path("/"), "ls-remote", source, TARGET)
    except CongboError as error:
        if error.message.key != "history.failed":
            raise
        found = ""
    if not found:
        raise refuse("server.no_source", None, source=source, branch=TARGET.removeprefix("refs/heads/"))


def _taken_away(root: Path, before: Path) -> None:
    """Remove what was made: all inside the server's folder, and the folders above that were not there before."""
    if root.is_dir():
        for inside in root.iterdir():
            shutil.rmtree(inside) if inside.is_dir() else inside.unlink()
    for folder in (root, *root.parents):
        if folder == before:
            return
        with suppress(OSError):
            folder.rmdir()


def _made(root: Path, source: str, nonce_seed: str) -> PublicKey:
    git_bytes(
        root, "init", "--quiet", "--bare", "--template=", f"--initial-branch={TARGET.removeprefix('refs/heads/')}"
    )
    for key, value in _settings(root, nonce_seed).items():
        git_bytes(root, "config", key, value)
    if source:
        git_bytes(root, "fetch", "--quiet", "--no-tags", source, f"{TARGET}:{TARGET}")
    for hook in HOOKS:
        _install(root, hook)
    key_of(root).parent.mkdir(mode=0o700)
    made = new_key(key_of(root), "congbo receipts", asks=False)
    key_of(root).chmod(0o600)
    return made


def _settings(root: Path, nonce_seed: str) -> dict[str, str]:
    return {
        "core.logAllRefUpdates": "always",
        "core.sharedRepository": "0640",
        "gc.pruneExpire": "never",
        "gc.reflogExpire": "never",
        "gc.reflogExpireUnreachable": "never",
        "gpg.format": "ssh",
        "gpg.ssh.allowedSignersFile": str(signers_of(root.resolve())),
        "receive.advertisePushOptions": "false",
        "receive.certNonceSeed": nonce_seed,
        "receive.denyDeletes": "true",
        "receive.denyNonFastForwards": "true",
        "receive.fsckObjects": "true",
        "receive.maxInputSize": str(LARGEST),
        "transfer.fsckObjects": "true",
    }


def _install(root: Path, hook: str) -> None:
    """Write a launcher of this very program; ``-I``: the environment of who pushes does not choose another one."""
    path = root / "hooks" / hook
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\nexec {shlex.quote(sys.executable)} -I -m congbo server {hook}\n")
    path.chmod(0o755)
