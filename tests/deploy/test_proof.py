"""Proofs: what is read back, what is said of it, what is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from congbo.dates import VIETNAM
from congbo.deploy.expected import expected, reader
from congbo.deploy.manifest import Entry, Manifest, ReleaseFacts, entry_of, manifest
from congbo.deploy.places import places
from congbo.deploy.proof import Proof, first_proven, keep, known_proof, read_back
from congbo.deploy.reading import Served, UnreachableError
from congbo.frozen import replace
from congbo.place import Place
from congbo.policy.targets import BUILT_IN, S3, SSH, Target

FACTS = ReleaseFacts("c" * 40, None, date(2026, 11, 22))
AT = datetime(2026, 11, 22, 14, 0, tzinfo=VIETNAM)
SITE = {
    "index.html": b"cong",
    "dl/internet/index.html": b"trang chu",
    "dl/internet/tin/2026/a/index.html": b"a",
    "qn/wan/index.html": b"noi bo",
}


def served(files: Mapping[str, bytes | None]) -> object:
    def fetch(path: str) -> bytes | None:
        if path not in files:
            raise UnreachableError("503")
        return files[path]

    return fetch


@pytest.mark.parametrize(
    ("found", "why"),
    [({"a": b"x"}, None), ({"a": b"y"}, "differs"), ({"a": None}, "missing"), ({}, "unreachable")],
)
def test_a_file_is_compared(found: Mapping[str, bytes | None], why: str | None) -> None:
    digest, wrong = read_back({"a": entry_of(b"x", None)}, served(found))  # type: ignore[arg-type]
    assert [one.why for one in wrong] == ([why] if why else [])
    assert len(digest) == 64


@pytest.mark.parametrize(("found", "why"), [(None, None), (b"x", "still_there")])
def test_a_file_that_was_removed_may_not_be_served(found: bytes | None, why: str | None) -> None:
    _, wrong = read_back({"a": None}, served({"a": found}))  # type: ignore[arg-type]
    assert [one.why for one in wrong] == ([why] if why else [])


def test_the_digest_tells_what_was_read() -> None:
    one, _ = read_back({"a": None}, served({"a": b"x"}))  # type: ignore[arg-type]
    other, _ = read_back({"a": None}, served({"a": b"y"}))  # type: ignore[arg-type]
    assert one != other


def proof(**more: object) -> Proof:
    made = Proof("00000001", "local", "public", "c", AT, 3, "d", ("dl-1",))
    return replace(made, **more)  # type: ignore[arg-type]


def test_an_item_was_first_seen_when_its_first_proof_says(tmp_path: Path) -> None:
    where = places(tmp_path)
    keep(where, proof())
    keep(where, proof(release="00000002", at=AT.replace(hour=15), items=("dl-1", "dl-2")))
    assert first_proven(where, "local", "dl-1") == AT
    assert first_proven(where, "local", "dl-2") == AT.replace(hour=15)
    assert first_proven(where, "local", "dl-") is None
    assert first_proven(where, "internet", "dl-1") is None
    assert known_proof(where, "00000002", "local")["holds"] is True


def test_what_was_not_proven_was_not_seen_and_half_a_line_says_nothing(tmp_path: Path) -> None:
    where = places(tmp_path)
    wrong = read_back({"a": entry_of(b"x", None)}, served({}))[1]  # type: ignore[arg-type]
    keep(where, proof(wrong=wrong))
    assert first_proven(where, "local", "dl-1") is None
    assert known_proof(where, "00000001", "local")["holds"] is False
    keep(where, proof())
    with where.journal("local").open("a") as journal:
        journal.write('\n{"at": "2026-11-22T13:00:00+07:00", "items": ["dl-1"')
    assert first_proven(where, "local", "dl-1") == AT


def test_a_proof_after_half_a_line_is_not_lost(tmp_path: Path) -> None:
    where = places(tmp_path)
    keep(where, proof())
    with where.journal("local").open("a") as journal:
        journal.write('\n{"at": "2026')
    keep(where, proof(items=("dl-2",)))
    assert first_proven(where, "local", "dl-2") == AT


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A finished release."""
    folder = tmp_path / "00000001"
    for path, data in SITE.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (folder / "manifest.json").write_bytes(manifest(FACTS, {path: entry_of(data, None) for path, data in SITE.items()}))
    return folder


WEB = Target("web", SSH, Place(""), to="a@b:/c")
PORTAL = Target("dl", S3, Place(""), edition="internet", portal="dl", bucket="b", endpoint="http://127.0.0.1")
FRONTS = {"index.html", "dl/internet/index.html", "qn/wan/index.html", "manifest.json"}


@pytest.mark.parametrize(
    ("target", "changed", "paths"),
    [
        (BUILT_IN["local"], [], FRONTS),
        (BUILT_IN["local"], ["dl/internet/tin/2026/a/index.html"], {*FRONTS, "dl/internet/tin/2026/a/index.html"}),
        (BUILT_IN["local"], ["dl/cu.html"], {*FRONTS, "dl/cu.html"}),
        (BUILT_IN["local"], None, {*SITE, "manifest.json"}),
        (WEB, ["dl/cu.html"], {*FRONTS, "dl/cu.html"}),
        (WEB, None, {*SITE, "manifest.json"}),
        (
            PORTAL,
            ["dl/internet/tin/2026/a/index.html", "qn/wan/x"],
            {"tin/2026/a/index.html", "index.html", "manifest.json"},
        ),
    ],
)
def test_what_is_read_back(release: Path, target: Target, changed: list[str] | None, paths: set[str]) -> None:
    found = expected(target, release.parent, release, changed)
    assert set(found) == paths
    assert {path for path, entry in found.items() if entry is None} == paths - {
        *SITE,
        "manifest.json",
        "tin/2026/a/index.html",
    }


def test_where_it_is_read_back(tmp_path: Path) -> None:
    link = tmp_path / "public"
    assert reader(BUILT_IN["local"], tmp_path, link)[0] == str(link)
    assert reader(replace(BUILT_IN["local"], url="http://127.0.0.1:1"), tmp_path, link)[0] == "http://127.0.0.1:1"
    assert reader(WEB, tmp_path, link) == ("", None)


@pytest.mark.parametrize(
    ("path", "folders", "address"),
    [
        ("dl/internet/index.html", True, "http://h/x/dl/internet/"),
        ("index.html", True, "http://h/x/"),
        ("index.html", False, "http://h/x/index.html"),
        ("a/myindex.html", True, "http://h/x/a/myindex.html"),
        ("a/báo cáo.pdf", True, "http://h/x/a/b%C3%A1o%20c%C3%A1o.pdf"),
        ("a/100%.pdf", True, "http://h/x/a/100%25.pdf"),
    ],
)
def test_the_address_that_readers_use(path: str, folders: bool, address: str) -> None:
    assert Served("http://h/x/", folders=folders).address(path) == address


def test_a_manifest_is_found_by_halving_and_follows_by_cutting() -> None:
    files = {
        path: Entry(f"{number:064x}", None) for number, path in enumerate(['a"b', "a/b", "a b", "ab", "bé", "\\", "z"])
    }
    known = Manifest(manifest(FACTS, files))
    assert dict(known) == files
    assert list(dict(known)) == sorted(files)
    assert [known.get(path) for path in files] == list(files.values())
    assert [known.get(path) for path in ("", "a", "b", "zz", "bê")] == [None] * 5
    after = {"z": None, "zz": Entry("f" * 64, "id"), "": Entry("e" * 64, 'q"'), "ab": Entry("d" * 64, None)}
    wanted = {path: entry for path, entry in {**files, **after}.items() if entry}
    assert known.changed(FACTS, after) == manifest(FACTS, wanted)
    assert Manifest(manifest(FACTS, wanted)).differing(known) == after
    assert Manifest(known.changed(FACTS, dict.fromkeys(files))).differing(None) == {}
    assert json.loads(manifest(FACTS, {})) == {"commit": "c" * 40, "receipts": None, "today": "2026-11-22", "files": {}}
    assert Manifest(manifest(FACTS, wanted)).names('q"')
    assert not Manifest(manifest(FACTS, wanted)).names("i")


@pytest.mark.parametrize("cut", [0, 1, 5, 40, -1, -2, -7])
def test_a_manifest_that_was_cut_is_none(cut: int) -> None:
    whole = manifest(FACTS, {"a": Entry("0" * 64, None)})
    with pytest.raises(ValueError, match=r"manifest\.json"):
        Manifest(whole[:cut])


def test_what_may_be_said_beside_the_files() -> None:
    facts = ReleaseFacts("c+3", "r", date(2026, 11, 22), AT, {"20261122-x": "b"}, "preview")
    told = json.loads(manifest(facts, {"a": Entry("0" * 64, "dl-1")}))
    assert told == {
        "commit": "c+3",
        "receipts": "r",
        "today": "2026-11-22",
        "at": "2026-11-22T14:00:00+07:00",
        "approval": {"20261122-x": "b"},
        "mark": "preview",
        "files": {"a": {"sha256": "0" * 64, "source": "dl-1"}},
    }
