"""A bucket: what travels, what readers see when the server fails at any write, and that the next run heals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath

import boto3
import pytest

from congbo.deploy.targets import send
from congbo.deploy.targets.s3 import NOTE
from congbo.errors import CongboError
from congbo.policy.targets import Target
from support import buckets
from support.buckets import Server
from support.shipped import FIRST, PORTAL, SECOND, grew, page, release, site, target

BUCKET = "cong"
BEFORE = site()
AFTER = {path: data for path, data in site(ba=page("Ba"), mot=page("Một, đã sửa")).items() if "/hai/" not in path} | {
    f"{PORTAL}/tin-tuc/2026/index.html": page("Năm 2026", '<a href="mot/">Một</a> <a href="ba/">Ba</a>\n')
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with buckets.moto() as running:
        yield running


@pytest.fixture
def web(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Target]:
    for name, value in buckets.KEYS.items():
        monkeypatch.setenv(name, value)
    for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    server.faults.reset()
    s3 = server.client()
    s3.create_bucket(Bucket=BUCKET)
    server.faults.reset()
    yield target("s3", endpoint=server.endpoint, bucket=BUCKET)
    server.faults.reset()
    for name in buckets.held(s3, BUCKET):
        s3.delete_object(Bucket=BUCKET, Key=name)
    s3.delete_bucket(Bucket=BUCKET)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release(tmp_path_factory.mktemp("truoc"), BEFORE, FIRST)


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release(tmp_path_factory.mktemp("sau"), AFTER, SECOND)


def there(server: Server, *also: str) -> Mapping[str, bytes]:
    """What lies in the bucket, our own notes left out."""
    lies = buckets.held(server.client(), BUCKET)
    return {name: data for name, data in lies.items() if name not in ("manifest.json", *also)}


def dead_links(files: Mapping[str, bytes]) -> list[str]:
    """The links of pages that lead to nothing; an address of a folder is that of its page."""
    found = []
    for path, data in files.items():
        for link in re.findall(rb'href="([^"/][^"]*/)"', data):
            to = join(normpath(join(dirname(path), link.decode())), "index.html")
            found += [f"{path} → {to}"] if to not in files else []
    return found


def test_a_release_arrives_whole_with_types_and_digests(web: Target, server: Server, first: Path) -> None:
    sent = send(web, first, first, grew)
    assert sent.files == len(BEFORE)
    assert there(server) == BEFORE
    s3 = server.client()
    told = s3.head_object(Bucket=BUCKET, Key=f"{PORTAL}/index.html")
    assert told["ContentType"] == "text/html; charset=utf-8"
    assert told["CacheControl"] == "no-cache"
    assert len(told["Metadata"]["sha256"]) == 64
    assert s3.head_object(Bucket=BUCKET, Key=f"{PORTAL}/theme/fonts/a.woff2")["ContentType"] == "font/woff2"


def test_only_what_changed_travels(web: Target, server: Server, first: Path, second: Path) -> None:
    send(web, first, first, grew)
    server.faults.reset()
    sent = send(web, second, second, grew)
    assert (sent.files, sent.gone) == (3, 1)
    assert there(server) == AFTER
    year = f"/{BUCKET}/{PORTAL}/tin-tuc/2026"
    assert server.faults.writes == [
        f"/{BUCKET}/{NOTE}",
        f"{year}/ba/index.html",
        f"{year}/mot/index.html",
        f"{year}/index.html",
        f"/{BUCKET}",  # the removal
        f"/{BUCKET}/manifest.json",
        f"/{BUCKET}",
    ]
    server.faults.reset()
    assert send(web, second, second, grew).files == 0
    assert server.faults.writes == []


@pytest.mark.parametrize("after", range(7))
def test_wherever_the_server_fails_every_page_is_read_and_the_next_run_heals(
    web: Target, server: Server, first: Path, second: Path, after: int
) -> None:
    send(web, first, first, grew)
    server.faults.reset(after)
    with pytest.raises(CongboError) as raised:
        send(web, second, second, grew)
    assert raised.value.message.key == "targets.s3.denied"
    server.faults.reset()
    seen = there(server, NOTE)
    assert dead_links(seen) == []
    assert BEFORE.keys() & AFTER.keys() <= seen.keys()
    assert all(data in (BEFORE.get(path), AFTER.get(path)) for path, data in seen.items())
    send(web, second, second, grew)
    assert there(server) == AFTER
    assert not dead_links(AFTER)


def test_what_a_broken_transfer_left_goes_with_a_release_that_lacks_it(
    web: Target, server: Server, first: Path, second: Path
) -> None:
    send(web, first, first, grew)
    server.faults.reset(2)  # the note and the new item arrive
    with pytest.raises(CongboError):
        send(web, second, second, grew)
    server.faults.reset()
    assert f"{PORTAL}/tin-tuc/2026/ba/index.html" in there(server)
    send(web, first, first, grew)
    assert there(server) == BEFORE


def test_what_was_removed_before_the_manifest_came_is_sent_again(
    web: Target, server: Server, first: Path, second: Path
) -> None:
    send(web, first, first, grew)
    server.faults.reset(5)  # all but the manifest
    with pytest.raises(CongboError):
        send(web, second, second, grew)
    server.faults.reset()
    assert f"{PORTAL}/tin-tuc/2026/hai/index.html" not in there(server)
    send(web, first, first, grew)
    assert there(server) == BEFORE


def test_what_two_broken_transfers_left_goes_too(web: Target, server: Server, first: Path, second: Path) -> None:
    send(web, first, first, grew)
    for writes in (2, 1):  # the note and the new item; then another note alone
        server.faults.reset(writes)
        with pytest.raises(CongboError):
            send(web, second if writes == 2 else first, second if writes == 2 else first, grew)
    server.faults.reset()
    send(web, first, first, grew)
    assert there(server) == BEFORE


def test_a_target_below_a_prefix_leaves_the_rest_alone(web: Target, server: Server, first: Path) -> None:
    server.client().put_object(Bucket=BUCKET, Key="khac.html", Body=b"cua nguoi khac")
    below = target("s3", endpoint=web.endpoint, bucket=BUCKET, prefix="cong/dl")
    send(below, first, first, grew)
    held = buckets.held(server.client(), BUCKET)
    assert held.pop("khac.html") == b"cua nguoi khac"
    assert {name.removeprefix("cong/dl/") for name in held} == {*BEFORE, "manifest.json"}


def test_an_older_release_is_refused_unless_on_purpose(web: Target, server: Server, first: Path, second: Path) -> None:
    send(web, second, second, grew)
    server.faults.reset()
    with pytest.raises(CongboError) as raised:
        send(web, first, first, grew)
    assert (raised.value.message.key, raised.value.code) == ("targets.newer", 1)
    assert server.faults.writes == []
    send(web, first, first, None)
    assert there(server) == BEFORE


def test_who_is_overtaken_stops(web: Target, server: Server, first: Path, second: Path) -> None:
    send(web, first, first, grew)
    server.faults.reset()

    def other() -> None:
        """Another publisher's note comes right after ours."""
        server.faults.then = lambda: send(web, second, second, None)  # type: ignore[assignment,return-value]

    server.faults.then = other
    with pytest.raises(CongboError) as raised:
        send(web, second, second, grew)
    assert (raised.value.message.key, raised.value.code) == ("targets.overtaken", 1)
    assert there(server) == AFTER


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"bucket": "khong-co"}, "targets.s3.bucket"),
        ({"endpoint": "http://127.0.0.1:9"}, "targets.s3.down"),
    ],
)
def test_what_is_wrong_is_told(web: Target, first: Path, wrong: dict[str, str], key: str) -> None:
    named = target("s3", **{"endpoint": web.endpoint, "bucket": BUCKET, **wrong})
    with pytest.raises(CongboError) as raised:
        send(named, first, first, grew)
    assert raised.value.message.key == key


@pytest.mark.parametrize(
    ("code", "status", "key"),
    [
        ("InvalidAccessKeyId", "403 Forbidden", "targets.s3.key"),
        ("SignatureDoesNotMatch", "403 Forbidden", "targets.s3.key"),
        ("RequestTimeTooSkewed", "403 Forbidden", "targets.s3.clock"),
        ("XMinioStorageFull", "507 Insufficient Storage", "targets.no_space"),
        ("InternalError", "501 Not Implemented", "targets.s3.failed"),
    ],
)
def test_what_the_server_refuses_is_told(
    web: Target, server: Server, first: Path, code: str, status: str, key: str
) -> None:
    server.faults.reset(0, code, status)
    with pytest.raises(CongboError) as raised:
        send(web, first, first, grew)
    assert raised.value.message.key == key


def test_without_a_key_nothing_is_tried(
    web: Target, first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in buckets.KEYS:
        monkeypatch.delenv(name)
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)  # it remembers the key
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "khong-co"))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "khong-co"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    with pytest.raises(CongboError) as raised:
        send(web, first, first, grew)
    assert raised.value.message.key == "targets.s3.no_key"


def test_a_bucket_with_another_manifest_is_left_alone(web: Target, server: Server, first: Path) -> None:
    server.client().put_object(Bucket=BUCKET, Key="manifest.json", Body=b'{"name": "ung dung khac"}')
    with pytest.raises(CongboError) as raised:
        send(web, first, first, grew)
    assert raised.value.message.key == "targets.foreign"
    assert there(server) == {}
