"""A server reached by a real sshd and a real rsync: only what changed travels, and what is served is one whole release."""

from __future__ import annotations

import gzip
import os
import shlex
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from congbo.deploy.targets import send
from congbo.deploy.targets.remote import SSH, Server
from congbo.errors import CongboError
from congbo.policy.targets import Target
from support import sshds
from support.repositories import snapshot
from support.shipped import FIRST, PORTAL, SECOND, grew, page, release, site, target
from support.signers import key_file
from support.sshds import Ssh

pytestmark = pytest.mark.skipif(bool(sshds.MISSING), reason=f"not installed: {sshds.MISSING}")

AFTER = {path: data for path, data in site(ba=page("Ba"), mot=page("Một, đã sửa")).items() if "/hai/" not in path}


@pytest.fixture(scope="module")
def ssh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ssh]:
    with sshds.sshd(tmp_path_factory.mktemp("sshd")) as server:
        yield server


@pytest.fixture(autouse=True)
def _keys(ssh: Ssh, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SSH, ssh.command())


@pytest.fixture
def web(ssh: Ssh, tmp_path: Path) -> Target:
    return target("ssh", to=f"{ssh.user}:{tmp_path}/www", port=ssh.port)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return release(tmp_path / "truoc", site(), FIRST)


@pytest.fixture
def second(tmp_path: Path) -> Path:
    return release(tmp_path / "sau", AFTER, SECOND)


@pytest.fixture(scope="module")
def template(ssh: Ssh, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server's folder to which the first release has been sent; not to be changed."""
    folder = tmp_path_factory.mktemp("mau")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SSH, ssh.command())
        send(target("ssh", to=f"{ssh.user}:{folder}/www", port=ssh.port), release(folder / "a", site()), folder, grew)
    return folder / "www"


@pytest.fixture
def live(web: Target, template: Path, tmp_path: Path) -> Target:
    """The same target, with the first release there."""
    shutil.copytree(template, tmp_path / "www", symlinks=True)
    return web


def served(tmp_path: Path) -> dict[str, bytes]:
    """What a web server would read, links followed."""
    top = tmp_path / "www/public"
    found = {}
    for folder, _, names in os.walk(top, followlinks=True):
        for name in names:
            file = Path(folder) / name
            found[file.relative_to(top).as_posix()] = file.read_bytes()
    found.pop("manifest.json", None)
    return found


def objects(tmp_path: Path) -> set[str]:
    return {one.name for one in (tmp_path / "www/objects").iterdir()}


def test_a_release_arrives_whole(web: Target, tmp_path: Path, first: Path) -> None:
    sent = send(web, first, first, grew)
    assert sent.files == len(site()) + 1
    assert served(tmp_path) == site()
    assert (tmp_path / "www/public").readlink() == Path("releases/00000001")
    page_file = tmp_path / "www/public" / PORTAL / "index.html"
    assert stat.S_IMODE(page_file.stat().st_mode) == 0o644
    assert stat.S_IMODE(page_file.parent.stat().st_mode) == 0o755
    assert {one.name for one in (tmp_path / "www").iterdir()} == {"objects", "releases", "records", "public", "lock"}


def test_only_what_changed_travels_and_the_rest_is_the_same_folder(
    live: Target, tmp_path: Path, first: Path, second: Path
) -> None:
    before, theme = objects(tmp_path), (tmp_path / "www/public" / PORTAL / "theme").resolve()
    document = (tmp_path / "www/public" / PORTAL / "tin-tuc/2026/mot/ban do.pdf").stat().st_ino
    sent = send(live, second, second, grew)
    assert sent.files == 4  # two items, their list, the manifest
    assert served(tmp_path) == AFTER
    assert (tmp_path / "www/public" / PORTAL / "theme").resolve() == theme
    assert (tmp_path / "www/public" / PORTAL / "tin-tuc/2026/mot/ban do.pdf").stat().st_ino == document
    assert len(objects(tmp_path) - before) == 7  # from the top down to the year, and two items
    assert send(live, second, second, grew).files == 0


def test_three_releases_are_kept_and_nothing_of_them_is_lost(web: Target, tmp_path: Path) -> None:
    versions = [site(mot=page(text)) for text in ("Một", "Hai", "Một", "Ba", "Hai")]
    for number, files in enumerate(versions):
        folder = release(tmp_path / str(number), files, FIRST, f"2026-11-{10 + number}")
        send(web, folder, folder, grew)
        assert served(tmp_path) == files
    kept = sorted((tmp_path / "www/releases").iterdir())
    assert [one.name for one in kept] == ["00000003", "00000004", "00000005"]
    for one, files in zip(kept, versions[2:], strict=True):
        assert (one / f"{PORTAL}/tin-tuc/2026/mot/index.html").read_bytes() == files[
            f"{PORTAL}/tin-tuc/2026/mot/index.html"
        ]
        assert (one / f"{PORTAL}/theme/portal.css").is_file()
    assert objects(tmp_path) == used(tmp_path)


def used(tmp_path: Path) -> set[str]:
    """The objects that the kept releases lead to."""
    tops = (tmp_path / "www/releases").iterdir()
    return {Path(folder).resolve().name for top in tops for folder, _, _ in os.walk(top, followlinks=True)}


def test_packed_forms_lie_beside_the_pages(web: Target, ssh: Ssh, tmp_path: Path, first: Path, second: Path) -> None:
    packing = target("ssh", to=web.to, port=ssh.port, compress=("gz", "br"))
    for folder, files in ((first, site()), (second, AFTER)):
        send(packing, folder, folder, grew)
        there = served(tmp_path)
        home = there[f"{PORTAL}/index.html.gz"]
        assert gzip.decompress(home) == files[f"{PORTAL}/index.html"]
        texts = {path for path in files if path.endswith((".html", ".xml"))}
        assert set(there) == {*files, *(f"{path}.{kind}" for path in texts for kind in ("br", "gz"))}
        for path in texts:
            assert gzip.decompress(there[f"{path}.gz"]) == files[path]
    send(web, second, second, None)  # packed no longer
    assert served(tmp_path) == AFTER


CUTTING = """#!{python}
import os, subprocess, sys
real = {ssh!r} + sys.argv[1:]
if sys.argv[-2:] != ["sh", "-s"]:
    os.execvp(real[0], real)
script = sys.stdin.read()
head, found, _ = script.partition({cut!r})
sys.exit(subprocess.run(real, input=head + "kill -9 $$\\n" if found else script, text=True).returncode)
"""
CUTS = (
    ('find "$incoming"', False),
    ('ln -s "../objects', False),
    ("mv -fT", False),
    ("rm -rf incoming-*", True),
)


@pytest.mark.parametrize(("cut", "shown"), CUTS, ids=[cut for cut, _ in CUTS])
def test_wherever_the_server_is_killed_one_whole_release_is_served_and_the_next_run_heals(
    live: Target, ssh: Ssh, tmp_path: Path, second: Path, monkeypatch: pytest.MonkeyPatch, cut: str, shown: bool
) -> None:
    program = tmp_path / "ssh"
    program.write_text(CUTTING.format(python=sys.executable, ssh=shlex.split(ssh.command()), cut=cut), "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv(SSH, str(program))
    with pytest.raises(CongboError):
        send(live, second, second, grew)
    assert served(tmp_path) == (AFTER if shown else site())
    monkeypatch.setenv(SSH, ssh.command())
    third = release(tmp_path / "ba", AFTER | {f"{PORTAL}/index.html": page("Trang chủ mới")}, SECOND, "2026-11-23")
    send(live, third, third, grew)
    assert served(tmp_path)[f"{PORTAL}/index.html"] == page("Trang chủ mới")
    assert {one.name for one in (tmp_path / "www").iterdir()} == {"objects", "releases", "records", "public", "lock"}
    assert not list((tmp_path / "www/records").glob("*.pending"))
    assert objects(tmp_path) == used(tmp_path)


def test_a_link_that_somebody_moved_is_set_right(live: Target, tmp_path: Path, first: Path, second: Path) -> None:
    send(live, second, second, grew)
    (tmp_path / "www/public").unlink()
    (tmp_path / "www/public").symlink_to("releases/00000001")
    send(live, second, second, grew)
    assert served(tmp_path) == AFTER


def test_a_server_that_lost_folders_gets_everything_anew(
    live: Target, tmp_path: Path, first: Path, second: Path
) -> None:
    theme = (tmp_path / "www/public" / PORTAL / "theme").resolve()
    subprocess.run(["rm", "-rf", str(theme)], check=True)
    send(live, second, second, grew)
    assert served(tmp_path) == AFTER


def test_an_older_release_is_refused_unless_on_purpose(web: Target, tmp_path: Path, first: Path, second: Path) -> None:
    send(web, second, second, grew)
    with pytest.raises(CongboError) as raised:
        send(web, first, first, grew)
    assert (raised.value.message.key, raised.value.code) == ("targets.newer", 1)
    assert served(tmp_path) == AFTER
    send(web, first, first, None)
    assert served(tmp_path) == site()


def test_who_is_overtaken_changes_nothing(
    live: Target, tmp_path: Path, first: Path, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring = Server.copy

    def slowly(server: Server, folder: Path, into: str) -> None:
        """Another publisher is done while our files travel."""
        monkeypatch.setattr(Server, "copy", bring)
        send(live, second, second, grew)
        bring(server, folder, into)

    monkeypatch.setattr(Server, "copy", slowly)
    third = release(tmp_path / "ba", AFTER | {f"{PORTAL}/index.html": page("Trang chủ mới")}, SECOND)
    with pytest.raises(CongboError) as raised:
        send(live, third, third, grew)
    assert (raised.value.message.key, raised.value.code) == ("targets.overtaken", 1)
    assert served(tmp_path) == AFTER
    send(live, third, third, grew)
    assert served(tmp_path)[f"{PORTAL}/index.html"] == page("Trang chủ mới")


def test_names_that_a_shell_would_take_otherwise_arrive_as_they_are(web: Target, tmp_path: Path) -> None:
    odd = {
        f"{PORTAL}/tin/2026/mot/{name}": name.encode() * 400
        for name in ("$(id).pdf", "a'b\".pdf", "-r.pdf", "tệp Việt.pdf")
    }
    for number, more in enumerate(({}, {f"{PORTAL}/tin/2026/mot/index.html": page("Một")})):
        files = odd | more
        folder = release(tmp_path / str(number), files, FIRST, f"2026-11-{10 + number}")
        send(web, folder, folder, grew)
        assert served(tmp_path) == files


# ---- what may be wrong


def told(web: Target, folder: Path) -> str:
    with pytest.raises(CongboError) as raised:
        send(web, folder, folder, grew)
    assert raised.value.code == 2
    return raised.value.message.key


def test_an_unknown_server_is_not_trusted(
    web: Target, ssh: Ssh, tmp_path: Path, first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SSH, ssh.command(known=tmp_path / "khong-co"))
    assert told(web, first) == "targets.ssh.host_key"


def test_a_server_with_another_key_is_not_trusted(
    web: Target, ssh: Ssh, tmp_path: Path, first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "khac").mkdir()
    other = key_file(tmp_path / "khac")
    known = tmp_path / "known"
    known.write_text(f"[127.0.0.1]:{ssh.port} {other.with_name(other.name + '.pub').read_text()}")
    monkeypatch.setenv(SSH, ssh.command(known=known))
    assert told(web, first) == "targets.ssh.host_key"


def test_a_key_that_is_not_allowed_is_told(
    web: Target, ssh: Ssh, tmp_path: Path, first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "la").mkdir()
    monkeypatch.setenv(SSH, ssh.command(key=key_file(tmp_path / "la")))
    assert told(web, first) == "targets.ssh.key"


def test_words_without_a_closing_quote_are_told(web: Target, first: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SSH, "ssh -i 'khoa")
    assert told(web, first) == "targets.ssh.words"


def test_a_server_that_is_down_is_told(ssh: Ssh, first: Path) -> None:
    assert told(target("ssh", to=f"{ssh.user}:/srv/www", port=9), first) == "targets.ssh.down"


def test_a_server_without_rsync_is_told(
    live: Target, ssh: Ssh, first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, key = served(tmp_path), ssh.allowed.read_text()
    forced = 'command="exec env PATH=/nonexistent /bin/sh -c \\"$SSH_ORIGINAL_COMMAND\\"" '
    changed = release(tmp_path / "sau", AFTER, SECOND)
    real = {name: Path(f"/usr/bin/{name}") for name in ("sh", "mkdir", "ls", "sort", "tail", "gzip", "readlink")}
    few = tmp_path / "bin"
    few.mkdir()
    for name, file in real.items():
        (few / name).symlink_to(file)
    ssh.allowed.write_text(forced.replace("/nonexistent", str(few)) + key)
    try:
        assert told(live, changed) == "targets.ssh.no_rsync"
    finally:
        ssh.allowed.write_text(key)
    assert served(tmp_path) == before


def test_this_machine_without_rsync_is_told(
    web: Target, first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = tmp_path / "bin"
    few.mkdir()
    (few / "ssh").symlink_to("/usr/bin/ssh")
    monkeypatch.setenv("PATH", str(few))
    assert told(web, first) == "targets.no_program"


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("rsync: [receiver] write failed on x: No space left on device (28)", "targets.no_space"),
        ("mkdir: cannot create directory '/srv/www': Permission denied", "targets.ssh.cannot_write"),
        ("ssh: connect to host web port 22: Connection timed out", "targets.ssh.down"),
        ("ssh: Could not resolve hostname web: Name or service not known", "targets.ssh.down"),
        ("client_loop: send disconnect: Broken pipe", "targets.ssh.broken"),
        ("Timeout, server web not responding.", "targets.ssh.broken"),
        ("điều chưa ai thấy", "targets.ssh.failed"),
    ],
)
def test_what_ssh_says_is_told(
    web: Target, first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, key: str
) -> None:
    program = tmp_path / "ssh"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "{said}" >&2\nexit 255\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv(SSH, str(program))
    assert told(web, first) == key


def test_a_full_disk_leaves_the_old_release(web: Target, ssh: Ssh, tmp_path: Path, first: Path, second: Path) -> None:
    small = tmp_path / "nho"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "none", str(small)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("not allowed to mount a small disk")
    try:
        full = target("ssh", to=f"{ssh.user}:{small}/www", port=ssh.port)
        send(full, first, first, grew)
        (small / "day").write_bytes(bytes(1000))
        large = release(tmp_path / "lon", AFTER | {f"{PORTAL}/lon.pdf": os.urandom(500_000)}, SECOND)
        assert told(full, large) == "targets.no_space"
        assert (small / "www/public" / PORTAL / "index.html").read_bytes() == site()[f"{PORTAL}/index.html"]
        assert (small / "www/public").readlink() == Path("releases/00000001")
        assert not list((small / "www").glob("incoming*"))
        send(full, second, second, grew)
        page_file = small / "www/public" / PORTAL / "tin-tuc/2026/mot/index.html"
        assert page_file.read_bytes() == AFTER[f"{PORTAL}/tin-tuc/2026/mot/index.html"]
    finally:
        subprocess.run(["umount", "-l", str(small)], check=True)


def test_a_folder_that_cannot_be_made_is_told(ssh: Ssh, first: Path, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("")
    wrong = target("ssh", to=f"{ssh.user}:{tmp_path}/tep/www", port=ssh.port)
    assert told(wrong, first) == "targets.ssh.failed"
    assert snapshot(tmp_path)["tep"] == b""
