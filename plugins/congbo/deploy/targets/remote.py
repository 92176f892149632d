"""The programs ssh and rsync: run with bounds, and what they could not do told with its cure."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from congbo.errors import CongboError, refuse
from congbo.policy.targets import Target

WAIT = 15  # seconds for an answer; a server that falls silent is given up after four times as many
LONGEST = 4 * 3600  # seconds of one transfer
# Whoever needs another key or another list of known servers says so here, as with git's GIT_SSH_COMMAND.
SSH = "CONGBO_SSH"
NO_SPACE = "targets.no_space"
_BOUNDS = ("BatchMode=yes", f"ConnectTimeout={WAIT}", f"ServerAliveInterval={WAIT}", "ServerAliveCountMax=4")
# What ssh and rsync say -> what we say; the first that is found counts.
_SAID = (
    ("Host key verification failed", "targets.ssh.host_key"),
    ("IDENTIFICATION HAS CHANGED", "targets.ssh.host_key"),
    ("Permission denied (", "targets.ssh.key"),
    ("Too many authentication failures", "targets.ssh.key"),
    ("No space left on device", NO_SPACE),
    ("Disk quota exceeded", NO_SPACE),
    ("rsync: not found", "targets.ssh.no_rsync"),
    ("rsync: command not found", "targets.ssh.no_rsync"),
    ("rsync: No such file", "targets.ssh.no_rsync"),
    ("Permission denied", "targets.ssh.cannot_write"),
    ("Read-only file system", "targets.ssh.cannot_write"),
    ("Connection refused", "targets.ssh.down"),
    ("Connection timed out", "targets.ssh.down"),
    ("Could not resolve hostname", "targets.ssh.down"),
    ("No route to host", "targets.ssh.down"),
    ("Network is unreachable", "targets.ssh.down"),
    ("not responding", "targets.ssh.broken"),
    ("Connection reset", "targets.ssh.broken"),
    ("Connection closed", "targets.ssh.broken"),
    ("connection unexpectedly closed", "targets.ssh.broken"),
    ("Broken pipe", "targets.ssh.broken"),
)


@contextmanager
def connected(target: Target) -> Iterator[Server]:
    """Give the server of a target; the connection ends with the block."""
    with tempfile.TemporaryDirectory(prefix="congbo-ssh-", ignore_cleanup_errors=True) as folder:
        server = Server(target, Path(folder) / "s")
        try:
            yield server
        finally:
            server.close()


@dataclass(frozen=True)
class Server:
    """The server of a target. ``socket``: where ssh keeps the one connection that everything goes over."""

    target: Target
    socket: Path

    @property
    def address(self) -> str:
        """Return ``user@host``."""
        return self.target.to.partition(":")[0]

    @property
    def root(self) -> str:
        """Return the folder on the server."""
        return self.target.to.partition(":")[2]

    def shell(self, script: str, *expected: int) -> tuple[int, bytes]:
        """Run a script there with its ``sh``; return its code (0 or one that is expected) and what it printed.

        Raises CongboError for everything else.
        """
        words = [*self._ssh(), self.address, "sh", "-s"]
        done = self._run(words, script.encode())
        if done.returncode and done.returncode not in expected:
            raise self._told(done)
        return done.returncode, done.stdout

    def copy(self, folder: Path, into: str) -> None:
        """Bring a folder's entries to ``into`` there; what lies there of an earlier attempt is used or removed."""
        done = self._run([
            "rsync", "--recursive", "--links", "--checksum", "--delete", "--chmod=D755,F644", "--timeout=60",
            "-e", shlex.join(self._ssh()), "--", f"{folder}/", f"{self.address}:{into}/",
        ])  # fmt: skip
        if done.returncode:
            raise self._told(done)

    def close(self) -> None:
        """End the connection, if there is one."""
        if self.socket.exists():
            self._run([*self._ssh(), "-O", "exit", self.address])

    def _ssh(self) -> list[str]:
        one = ("ControlMaster=auto", f"ControlPath={self.socket}", f"ControlPersist={4 * WAIT}")
        bounds = [word for bound in (*_BOUNDS, *one) for word in ("-o", bound)]
        asked = os.environ.get(SSH) or "ssh"
        try:
            return [*shlex.split(asked), *bounds, "-p", str(self.target.port)]
        except ValueError as error:
            raise refuse("targets.ssh.words", None, name=SSH, value=asked) from error

    def _run(self, words: Sequence[str], given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        env = {**os.environ, "LC_ALL": "C"}
        try:
            return subprocess.run(words, input=given, env=env, capture_output=True, check=False, timeout=LONGEST)
        except OSError as error:
            raise refuse("targets.no_program", None, program=words[0]) from error
        except subprocess.TimeoutExpired as error:
            raise refuse(
                "targets.ssh.broken", None, target=self.target.name, server=self.address, detail=str(LONGEST)
            ) from error

    def _told(self, done: subprocess.CompletedProcess[bytes]) -> CongboError:
        said = done.stderr.decode("utf-8", "replace").strip()
        key = next((key for words, key in _SAID if words in said), "targets.ssh.failed")
        detail = next((line for line in reversed(said.splitlines()) if line.strip()), str(done.returncode))
        return refuse(
            key,
            None,
            target=self.target.name,
            server=self.address,
            port=self.target.port,
            folder=self.root,
            detail=detail,
        )
