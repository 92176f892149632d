"""A real sshd on 127.0.0.1, as whoever runs the tests, with keys of its own."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from support.ports import free_port, wait_for
from support.signers import key_file

SSHD = shutil.which("sshd") or shutil.which("sshd", path="/usr/sbin:/usr/local/sbin")
AS_ROOT = "/run/sshd"  # the folder that sshd insists on where it is started by root
MISSING = (
    "sshd (openssh-server)" if SSHD is None else
    AS_ROOT if os.geteuid() == 0 and not Path(AS_ROOT).is_dir() else
    "rsync" if shutil.which("rsync") is None else ""
)  # fmt: skip


@dataclass(frozen=True)
class Ssh:
    """A running server: its port, the key that it takes, the list of known servers, the file of keys that it takes."""

    port: int
    key: Path
    known: Path
    allowed: Path

    @property
    def user(self) -> str:
        """Return ``user@host``."""
        return f"{getpass.getuser()}@127.0.0.1"

    def command(self, key: Path | None = None, known: Path | None = None) -> str:
        """Return the words of ssh, with another key or another list of servers if wanted."""
        options = f"-o IdentitiesOnly=yes -o UserKnownHostsFile={known or self.known} -o GlobalKnownHostsFile=/dev/null"
        return f"ssh -F /dev/null -i {key or self.key} {options}"


@contextmanager
def sshd(folder: Path) -> Iterator[Ssh]:
    """Give a server that lives as long as the block."""
    for name in ("may-chu", "may-khach"):
        (folder / name).mkdir(parents=True, mode=0o700)
    host, own = key_file(folder / "may-chu"), key_file(folder / "may-khach")
    port, known, allowed = free_port(), folder / "known_hosts", folder / "authorized_keys"
    known.write_text(f"[127.0.0.1]:{port} {host.with_name(host.name + '.pub').read_text()}")
    allowed.write_text(own.with_name(own.name + ".pub").read_text())
    allowed.chmod(0o600)
    config = folder / "config"
    config.write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {host}\nPidFile none\nAuthorizedKeysFile {allowed}\nStrictModes no\n"
        "PasswordAuthentication no\nKbdInteractiveAuthentication no\nUsePAM no\nPermitRootLogin yes\n"
    )
    with (folder / "log").open("w") as log:
        words = [str(SSHD), "-D", "-e", "-f", str(config)]
        with subprocess.Popen(words, stderr=log, stdin=subprocess.DEVNULL) as daemon:
            try:
                wait_for(port, "sshd")
                yield Ssh(port, own, known, allowed)
            finally:
                daemon.terminate()
