"""The server over a real sshd, on a high port and as whoever runs the tests: the login comes from the key, not the client."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from congbo.register.chain import read_chain
from support.ports import free_port, wait_for
from support.served import CHIEF, CLERK, Served
from support.signers import key_file

SSHD = shutil.which("sshd") or shutil.which("sshd", path="/usr/sbin:/usr/local/sbin")
AS_ROOT = "/run/sshd"  # the folder that sshd insists on where it is started by root
pytestmark = [
    pytest.mark.skipif(SSHD is None, reason="not installed: sshd (openssh-server)"),
    pytest.mark.skipif(os.geteuid() == 0 and not Path(AS_ROOT).is_dir(), reason=f"as root, sshd needs {AS_ROOT}"),
]


def login(kho: Served, person: str) -> str:
    """Return a line of authorized_keys, as the guide has it: git's three commands only, under this one name."""
    public = kho.keys[person].with_name("ed25519.pub").read_text().strip()
    forced = f'CONGBO_USER={person} exec git-shell -c \\"$SSH_ORIGINAL_COMMAND\\"'
    return f'restrict,command="{forced}" {public}\n'


@pytest.fixture
def ssh(kho: Served, tmp_path: Path) -> Iterator[str]:
    """An sshd that knows the clerk's and the chief's key; gives the port."""
    port, folder = free_port(), tmp_path / "sshd"
    folder.mkdir(mode=0o700)
    host = key_file(folder)
    known = folder / "authorized_keys"
    known.write_text("".join(login(kho, person) for person in (CLERK, CHIEF)))
    known.chmod(0o600)
    config = folder / "config"
    config.write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {host}\nPidFile none\nAuthorizedKeysFile {known}\nStrictModes no\n"
        "PasswordAuthentication no\nKbdInteractiveAuthentication no\nUsePAM no\nPermitRootLogin yes\nAcceptEnv GIT_PROTOCOL\n"
    )
    with (folder / "log").open("w") as log:
        words = [str(SSHD), "-D", "-e", "-f", str(config)]
        with subprocess.Popen(words, stderr=log, stdin=subprocess.DEVNULL) as daemon:
            try:
                wait_for(port, "sshd")
                yield str(port)
            finally:
                daemon.terminate()


def push(kho: Served, port: str, key: str, *refs: str, sent: str = "") -> tuple[int, str]:
    loose = "-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null"
    options = f"-p {port} -i {kho.keys[key]} -o IdentitiesOnly=yes {loose}"
    env = {"GIT_SSH_COMMAND": f"ssh -q -F /dev/null {options} {sent}"}
    told = kho.push(*refs, who=None, url=f"ssh://{getpass.getuser()}@127.0.0.1{kho.server}", more=env)
    return told.code, told.told


def test_the_key_tells_who_pushes(kho: Served, ssh: str) -> None:
    kho.commit("tin-moi")
    code, told = push(kho, ssh, CLERK, "tin-moi")
    assert code == 0, told
    assert "20261122-tin-moi-" in told
    kho.commit("tin-hai", path="content/dl/tin-tuc-su-kien/2026/hai.md")
    assert push(kho, ssh, CHIEF, "tin-hai")[0] == 0
    assert [one.person for one in read_chain(kho.server).receipts[1:]] == [CLERK, CHIEF]


def test_a_client_cannot_choose_its_name(kho: Served, ssh: str) -> None:
    kho.commit("tin-moi")
    sent = f"-o SetEnv=CONGBO_USER={CHIEF} -o SendEnv=CONGBO_USER -o SendEnv=GL_USER"
    code, told = push(kho, ssh, CLERK, "tin-moi", sent=sent)
    assert code == 0, told
    assert read_chain(kho.server).receipts[-1].person == CLERK


def test_errors_and_a_shell_are_refused(kho: Served, ssh: str, tmp_path: Path) -> None:
    kho.commit("tin-hong", text="hỏng")
    code, told = push(kho, ssh, CLERK, "tin-hong")
    assert code != 0
    assert "ra-quan.md:1:1" in told
    key = kho.keys[CLERK]
    asked = [
        "ssh",
        "-q",
        "-F",
        "/dev/null",
        "-p",
        ssh,
        "-i",
        str(key),
        "-o",
        "StrictHostKeyChecking=no",
        "-o",
        "UserKnownHostsFile=/dev/null",
    ]
    done = subprocess.run(
        [*asked, "127.0.0.1", f"touch {tmp_path}/lot"], capture_output=True, check=False, stdin=subprocess.DEVNULL
    )
    assert done.returncode != 0
    assert not (tmp_path / "lot").exists()


def test_a_key_that_is_not_enrolled_does_not_get_in(kho: Served, ssh: str, tmp_path: Path) -> None:
    kho.commit("tin-moi")
    (tmp_path / "la").mkdir()
    stranger = key_file(tmp_path / "la")
    own = Served(kho.server, kho.desk, {"la": stranger})
    assert push(own, ssh, "la", "tin-moi")[0] != 0
    assert not any("changes" in name for name in kho.refs())


def test_the_hook_is_that_of_the_installed_program(kho: Served) -> None:
    hook = kho.server / "hooks/pre-receive"
    assert os.access(hook, os.X_OK)
    assert f"exec {sys.executable} -I -m congbo" in hook.read_text()
