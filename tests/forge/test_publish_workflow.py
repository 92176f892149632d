"""The steps of publish.yml and collect.yml, run as a runner runs them, against a forge on this machine."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from ruamel.yaml import YAML
from test_jobs import approved

from support.forge import REPOSITORY, TOKEN
from support.forged import COLLECTOR, RECEIPTS, Forged
from support.repositories import GIT, ROOT, git

WORKFLOWS = ROOT / ".github" / "workflows"
EXPRESSION = re.compile(r"\$\{\{ *(.+?) *\}\}")


def jobs(name: str) -> dict[str, Any]:
    return YAML(typ="safe", pure=True).load((WORKFLOWS / f"{name}.yml").read_text("utf-8"))["jobs"]


def run_job(forge: Forged, job: dict[str, Any], known: dict[str, str]) -> tuple[int, str]:
    """Run a job's steps in a new folder; ``make`` gives this program, and the app's token is made up."""
    folder = forge.folder / "runner"
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("work", "temp", "tools"):
        (folder / name).mkdir(parents=True)
    make = folder / "tools" / "make"
    make.write_text(f'#!/bin/sh\nmkdir -p "$2/.venv" && ln -s {Path(sys.executable).parent} "$2/.venv/bin"\n')
    make.chmod(0o755)
    env = os.environ | GIT | {
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        "PATH": f"{folder / 'tools'}:{os.environ['PATH']}", "RUNNER_TEMP": str(folder / "temp"),
        "GITHUB_SERVER_URL": (forge.folder / "hub").as_uri(), "GITHUB_REPOSITORY": REPOSITORY,
        "GITHUB_API_URL": forge.forge.address,
    }  # fmt: skip
    told = ""
    for step in (one for one in job["steps"] if "run" in one):
        given = {**job.get("env", {}), **step.get("env", {})}
        own = {key: EXPRESSION.sub(lambda found: known[found[1]], str(value)) for key, value in given.items()}
        script = step["run"]
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=folder / "work", env=env | own, capture_output=True, text=True, check=False,
        )  # fmt: skip
        told += done.stdout + done.stderr
        if done.returncode:
            return done.returncode, told
    assert not list((folder / "temp").iterdir()), "a key was left behind"
    return 0, told


@pytest.fixture
def known(forge: Forged) -> dict[str, str]:
    """What the runner fills in."""
    (forge.desk / "scripts").mkdir(exist_ok=True)
    (forge.desk / "scripts" / "app-token.sh").write_text("#!/bin/sh\necho token-of-the-app\n")
    git(forge.desk, "add", "-A")
    git(forge.desk, "commit", "-qm", "chương trình")
    git(forge.desk, "push", "-q", "forge", "HEAD:refs/heads/main")
    return {
        "github.token": TOKEN, "secrets.APP_KEY": "-", "vars.APP_ID": "7",
        "secrets.RECEIPTS_KEY": forge.keys[RECEIPTS].read_text().rstrip("\n"),
        "secrets.COLLECTOR_KEY": forge.keys[COLLECTOR].read_text().rstrip("\n"),
    }  # fmt: skip


def test_the_jobs_bring_an_approved_request_into_main(forge: Forged, known: dict[str, str]) -> None:
    approved(forge, day=(datetime.now(UTC) - timedelta(days=1)).date().isoformat())  # the jobs have the day's own clock
    before = forge.refs()["refs/heads/main"]
    (forge.folder / "hub" / "phuong").mkdir(parents=True)
    (forge.folder / "hub" / REPOSITORY).symlink_to(forge.bare)  # the repository's address on the server
    publish, collect = jobs("publish"), jobs("collect")
    assert publish["collect"]["uses"] == "./.github/workflows/collect.yml"
    order = (publish["attest"], collect["collect"], publish["publish"], publish["comment"])
    for job in order:
        code, told = run_job(forge, job, known)
        assert code == 0, told
        pause = re.findall(r"^::stop-commands::([0-9a-f]{32})$", told, re.MULTILINE)
        assert len(pause) == 1
        assert f"\n::{pause[0]}::\n" in told
    assert forge.refs()["refs/heads/main"] != before
    assert len(forge.kept(7)) == 3


@pytest.mark.parametrize("name", ["gate", "preview"])
def test_what_starts_with_a_change_reads_and_tells(forge: Forged, known: dict[str, str], name: str) -> None:
    forge.propose(7)
    forge.job("attest")
    before = forge.refs()
    (forge.folder / "hub" / "phuong").mkdir(parents=True)
    (forge.folder / "hub" / REPOSITORY).symlink_to(forge.bare)
    event = {"github.event.pull_request.base.ref": "main", "github.event.pull_request.number": "7"}
    code, told = run_job(forge, jobs(name)[name], {"github.token": TOKEN, **event})
    runner = forge.folder / "runner"
    if name == "gate":
        assert code == 1, told
        assert "gh-7" in (runner / "summary.md").read_text("utf-8")
    else:
        assert code == 0, told
        assert list((runner / "work" / "base" / "preview").rglob("ra-quan/index.html"))
    assert forge.refs() == before


# ---- the app's token


@pytest.fixture
def app() -> Iterator[dict[str, Any]]:
    """A forge that gives tokens to an app; what it was asked is kept."""
    seen: dict[str, Any] = {"asked": []}

    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            seen["asked"].append((self.command, self.path, self.headers["Authorization"], body))
            told = json.dumps({"id": 42} if self.command == "GET" else {"token": "ghs_made_up"}).encode()
            self.send_response(seen.get("code", 200))
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        do_GET = do_POST = _serve  # noqa: N815

        def log_message(self, *words: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        seen["address"] = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield seen
        server.shutdown()


def token(app: dict[str, Any], key: rsa.RSAPrivateKey) -> subprocess.CompletedProcess[str]:
    form = serialization.PrivateFormat.TraditionalOpenSSL
    pem = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()).decode()
    env = os.environ | {
        "APP_ID": "7",
        "APP_KEY": pem,
        "GITHUB_API_URL": app["address"],
        "GITHUB_REPOSITORY": REPOSITORY,
    }
    script = str(ROOT / "scripts" / "app-token.sh")
    return subprocess.run(["sh", script], env=env, capture_output=True, text=True, check=False)


@pytest.mark.skipif(not shutil.which("curl") or not shutil.which("openssl"), reason="not installed: curl or openssl")
def test_the_app_asks_with_a_signed_word_for_the_least_that_it_needs(app: dict[str, Any]) -> None:
    key = rsa.generate_private_key(65537, 2048)
    done = token(app, key)
    assert (done.returncode, done.stdout) == (0, "ghs_made_up\n"), done.stderr
    (_, first, word, _), (method, second, again, body) = app["asked"]
    assert (first, method, second) == (
        f"/repos/{REPOSITORY}/installation",
        "POST",
        "/app/installations/42/access_tokens",
    )
    assert json.loads(body) == {"repositories": ["cong"], "permissions": {"contents": "write", "workflows": "write"}}
    assert word == again
    said, _, signature = word.removeprefix("Bearer ").rpartition(".")
    key.public_key().verify(
        base64.urlsafe_b64decode(signature + "=="), said.encode(), padding.PKCS1v15(), hashes.SHA256()
    )
    claims = json.loads(base64.urlsafe_b64decode(said.partition(".")[2] + "=="))
    assert claims["iss"] == "7"
    assert 0 < claims["exp"] - claims["iat"] <= 600


@pytest.mark.skipif(not shutil.which("curl") or not shutil.which("openssl"), reason="not installed: curl or openssl")
def test_an_app_that_is_refused_gets_nothing(app: dict[str, Any]) -> None:
    app["code"] = 401
    done = token(app, rsa.generate_private_key(65537, 2048))
    assert done.returncode != 0
    assert done.stdout == ""
