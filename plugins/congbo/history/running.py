"""Runs git as a program, with an environment and a configuration that do not mislead.

Inside a hook git tells where the pushed objects lie (the quarantine): that reaches git. What else an environment may say of
git (``GIT_CONFIG_*`` of a caller, namespaces, replacements, another index) does not.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from congbo.errors import CongboError, refuse
from congbo.place import Place

# What a person's configuration may say otherwise and our reading of git's output depends on. The configuration as a whole is
# left in place, because it also says which folders of other owners may be trusted (safe.directory).
FIXED: Mapping[str, str] = {
    "core.commitGraph": "false",
    "core.fsmonitor": "false",
    "core.quotePath": "false",
    "diff.ignoreSubmodules": "none",
    "diff.orderFile": os.devnull,
    "diff.relative": "false",
    "i18n.commitEncoding": "UTF-8",
    "i18n.logOutputEncoding": "UTF-8",
    "log.follow": "false",
    "log.showSignature": "false",
}
CLEAN: Mapping[str, str] = {
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_CONFIG_PARAMETERS": "",
    "GIT_NAMESPACE": "",
    "LC_ALL": "C",
    "GIT_CONFIG_COUNT": str(len(FIXED)),
    **{f"GIT_CONFIG_KEY_{number}": key for number, key in enumerate(FIXED)},
    **{f"GIT_CONFIG_VALUE_{number}": value for number, value in enumerate(FIXED.values())},
}
_QUARANTINE = ("GIT_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH")
# Where the machine keeps git's programs and its configuration.
_MACHINE = ("GIT_EXEC_PATH", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM")


def git_bytes(
    root: Path,
    *words: str,
    given: bytes = b"",
    nothing: int | None = None,
    more: Mapping[str, str] | None = None,
    within: Path | None = None,
) -> bytes:
    """Return what git prints for these words, nothing if it ends with the code ``nothing``.

    ``given`` is its input, ``more`` is added to its environment, ``within`` is the folder to run in (else ``root``).
    Raises CongboError if git fails or is not there.
    """
    env = environment(root, more or {})
    try:
        done = subprocess.run(
            ["git", *words], cwd=within or root, env=env, input=given, capture_output=True, check=False
        )
    except OSError as error:
        raise unable(root, error) from error
    if done.returncode and done.returncode != nothing:
        raise failed(root, done.stderr, done.returncode)
    return b"" if done.returncode else done.stdout


@contextmanager
def git_meanwhile(root: Path, *words: str) -> Iterator[Callable[[], bytes]]:
    """Let git run while this block does something else; what it gives waits for it and returns what it prints.

    Raises CongboError as ``git_bytes`` does, when it is waited for.
    """
    with tempfile.TemporaryFile() as told, tempfile.TemporaryFile() as errors:
        try:
            git = subprocess.Popen(
                ["git", *words],
                cwd=root,
                env=environment(root, {}),
                stdin=subprocess.DEVNULL,
                stdout=told,
                stderr=errors,
            )
        except OSError as error:
            raise unable(root, error) from error

        def waited() -> bytes:
            git.wait()
            for file in (told, errors):
                file.seek(0)
            if git.returncode:
                raise failed(root, errors.read(), git.returncode)
            return told.read()

        try:
            yield waited
        finally:
            if git.poll() is None:
                git.kill()
                git.wait()


def git_text(
    root: Path,
    *words: str,
    given: bytes = b"",
    nothing: int | None = None,
    more: Mapping[str, str] | None = None,
    within: Path | None = None,
) -> str:
    """Return the same as text; bytes that are no UTF-8 become lone surrogates, as in paths of Python."""
    told = git_bytes(root, *words, given=given, nothing=nothing, more=more, within=within)
    return told.decode("utf-8", "surrogateescape")


def environment(root: Path, more: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for git in the repository ``root``, its top folder or git folder."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("GIT_") or name in _MACHINE}
    return {**kept, **_quarantine(root), **CLEAN, **more}


def shut_out_the_client() -> None:
    """Strike from this process what its environment says of git, the quarantine aside: for a hook, whose caller pushes."""
    for name in [
        name for name in os.environ if name.startswith("GIT_") and name not in (*_QUARANTINE, "GIT_EXEC_PATH")
    ]:
        del os.environ[name]


def _quarantine(root: Path) -> dict[str, str]:
    """What a hook is told of its repository; nothing where that is another one than ``root``."""
    found = {name: os.environ[name] for name in _QUARANTINE if name in os.environ}
    if "GIT_DIR" in found:
        folder = Path(found["GIT_DIR"]).resolve()
        if folder not in (root.resolve(), root.resolve() / ".git"):
            return {}
        found["GIT_DIR"] = str(folder)
    return found


def unable(root: Path, error: OSError) -> CongboError:
    """Return why git could not be started: it is missing, or the folder is."""
    return refuse("history.none", Place(str(root))) if not root.is_dir() else refuse("history.no_git", detail=error)


def failed(root: Path, stderr: bytes, code: int) -> CongboError:
    """Return what git could not do: without it there is no history, and without history no judgement."""
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return refuse("history.failed", Place(str(root)), detail=lines[0] if lines else str(code))
