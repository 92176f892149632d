"""A whole site in a plain folder and in the archive that GitHub Pages takes."""

from __future__ import annotations

import hashlib
import json
import subprocess
import tarfile
from pathlib import Path

import pytest

from congbo.deploy.targets import send
from congbo.errors import CongboError
from congbo.policy.targets import Target
from support.repositories import snapshot
from support.shipped import FIRST, SECOND, grew, page, release, site, target

OUT = "output/pages"


def pages(**more: object) -> Target:
    return target("pages", folder=OUT, **more)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return release(tmp_path / "truoc", site() | {"hd/wan/index.html": page("Mạng nội bộ")}, FIRST)


def test_one_portal_lies_at_the_top_and_says_its_policy_itself(tmp_path: Path, first: Path) -> None:
    send(pages(edition="internet", portal="dl", public=True, url="https://to.example/kho"), first, tmp_path, grew)
    files = snapshot(tmp_path / OUT)
    assert ".nojekyll" in files
    home = files["index.html"].decode()
    head = home.split("<title>")[0]
    assert "default-src 'none'" in head
    assert 'name="referrer"' in head
    assert home.index("charset") < home.index("Content-Security-Policy")
    assert b'<a href="/kho/">' in files["404.html"]
    assert files["theme/fonts/a.woff2"] == (first / "dl/internet/theme/fonts/a.woff2").read_bytes()
    assert not [path for path in files if "wan" in path]
    assert "Mạng nội bộ".encode() not in b"".join(files.values())


def test_the_manifest_is_that_of_the_bytes_that_lie_there(tmp_path: Path, first: Path) -> None:
    send(pages(), first, tmp_path, grew)
    files = snapshot(tmp_path / OUT)
    told = json.loads(files.pop("manifest.json"))["files"]
    del files[".nojekyll"], files["SHA256SUMS"]
    assert {path: one["sha256"] for path, one in told.items()} == {
        path: hashlib.sha256(data).hexdigest() for path, data in files.items()
    }


def test_a_copy_is_looked_at_by_what_every_machine_has(tmp_path: Path, first: Path) -> None:
    send(pages(), first, tmp_path, grew)
    check = ["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"]
    assert subprocess.run(check, cwd=tmp_path / OUT, check=False).returncode == 0
    (tmp_path / OUT / "dl/internet/index.html").write_bytes(b"nua")  # a stick that was pulled out too early
    assert subprocess.run(check, cwd=tmp_path / OUT, check=False, capture_output=True).returncode == 1
    listed = (tmp_path / OUT / "SHA256SUMS").read_text("utf-8").count("\n")
    assert listed == len(snapshot(tmp_path / OUT)) - 2  # neither itself nor .nojekyll


def test_a_page_that_says_its_policy_keeps_it(tmp_path: Path) -> None:
    own = (
        b'<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">'
        b'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    )
    send(pages(), release(tmp_path / "mot", {"dl/internet/index.html": own}), tmp_path, grew)
    assert (tmp_path / OUT / "dl/internet/index.html").read_bytes() == own


def test_nothing_in_it_is_a_link(tmp_path: Path) -> None:
    real = release(tmp_path / "that", site())
    shared = tmp_path / "chung"
    shared.mkdir()
    for entry in real.iterdir():
        (shared / entry.name).symlink_to(entry)
    send(pages(archive="output/pages.tar"), shared, tmp_path, grew)
    assert not [one for one in (tmp_path / OUT).rglob("*") if one.is_symlink()]
    with tarfile.open(tmp_path / "output/pages.tar") as tar:
        assert all(one.isfile() for one in tar)
        assert "./.nojekyll" in tar.getnames()


def test_the_archive_is_the_same_every_time(tmp_path: Path, first: Path) -> None:
    made = []
    for name in ("a.tar", "b.tar"):
        send(pages(archive=name), first, tmp_path, grew)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    with tarfile.open(tmp_path / "a.tar") as tar:
        held = {one.name.removeprefix("./"): tar.extractfile(one) for one in tar}
        assert {path: data.read() for path, data in held.items() if data} == snapshot(tmp_path / OUT)


def test_what_is_gone_is_gone(tmp_path: Path, first: Path) -> None:
    send(pages(), first, tmp_path, grew)
    left = {path: data for path, data in site().items() if "/hai/" not in path}
    send(pages(), release(tmp_path / "sau", left, SECOND), tmp_path, grew)
    assert set(snapshot(tmp_path / OUT)) == {*left, ".nojekyll", "manifest.json", "SHA256SUMS"}


@pytest.mark.parametrize("what", ["files", "file", "link"])
def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path, first: Path, what: str) -> None:
    folder = tmp_path / OUT
    folder.parent.mkdir()
    if what == "file":
        folder.write_text("của tôi", "utf-8")
    elif what == "link":
        folder.symlink_to(first)
    else:
        folder.mkdir()
        (folder / "index.html").write_text("của tôi", "utf-8")
    before = snapshot(tmp_path)
    with pytest.raises(CongboError) as raised:
        send(pages(), first, tmp_path, grew)
    assert raised.value.message.key == "targets.foreign"
    assert snapshot(tmp_path) == before


def test_an_older_release_is_refused_and_a_damaged_one_leaves_the_folder_as_it_was(tmp_path: Path, first: Path) -> None:
    later = release(tmp_path / "sau", site(), SECOND)
    send(pages(), later, tmp_path, grew)
    before = snapshot(tmp_path / OUT)
    with pytest.raises(CongboError) as raised:
        send(pages(), first, tmp_path, grew)
    assert raised.value.message.key == "targets.newer"
    (later / "dl/internet/index.html").write_bytes(b"hong")
    with pytest.raises(CongboError) as raised:
        send(pages(), later, tmp_path, grew)
    assert raised.value.message.key == "targets.damaged"
    assert snapshot(tmp_path / OUT) == before
    assert [one.name for one in (tmp_path / "output").iterdir()] == ["pages"]
