"""A build behind nginx, configured by ``congbo server nginx``: the hosts, headers, packing and https that a portal has."""

from __future__ import annotations

import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from congbo.deploy.nginx import Site, configuration, sites
from congbo.policy import Policy
from congbo.policy.targets import Target
from support.ports import free_port, wait_for

_CERTIFICATE = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2")


@contextmanager
def served(policy: Policy, target: Target, folder: Path) -> Iterator[int]:
    """Serve ``folder``/public, as nginx would on the portals' own machine; give the port on 127.0.0.1.

    Raises SystemExit where there is no nginx or it does not start.
    """
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        raise SystemExit("lighthouse: no nginx on this machine: run scripts/servers.sh")
    port = free_port()
    hosts = sites(policy, target, folder)
    _certify(folder, hosts)
    (folder / "congbo.conf").write_text(configuration(target, hosts, f"127.0.0.1:{port}", str(folder)), "utf-8")
    (folder / "nginx.conf").write_text(_around(folder), "utf-8")
    with subprocess.Popen([program, "-p", str(folder), "-c", str(folder / "nginx.conf")]) as running:
        try:
            wait_for(port, "lighthouse: nginx")
            yield port
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(10)


def _around(folder: Path) -> str:
    scratch = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return (
        f"user root;daemon off;pid {folder}/pid;error_log {folder}/error.log;events {{}}\n"
        f"http {{ access_log off; {scratch} include /etc/nginx/mime.types; include {folder}/congbo.conf; }}\n"
    )


def _certify(folder: Path, hosts: tuple[Site, ...]) -> None:
    """One certificate, under the name of every host: the browser is told to take it."""
    made = [str(folder / "one.key"), str(folder / "one.crt")]
    words = [*_CERTIFICATE, "-subj", "/CN=127.0.0.1", "-keyout", made[0], "-out", made[1]]
    subprocess.run(words, check=True, capture_output=True)
    for one in hosts:
        for ending in ("key", "crt"):
            shutil.copy(folder / f"one.{ending}", folder / f"{one.host}.{ending}")
