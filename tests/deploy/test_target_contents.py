"""What of a release goes to a target, in which order it travels, and what is packed."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import brotli
import pytest

from congbo.deploy.targets.contents import Contents, contents, shipment
from congbo.deploy.targets.newest import refuse_newer
from congbo.deploy.targets.order import plan
from congbo.deploy.targets.packed import siblings
from congbo.deploy.targets.tree import Naming, differing, tree_of
from congbo.errors import CongboError
from support.shipped import FIRST, PORTAL, SECOND, STRANGER, grew, page, release, site, target

WAN = {"hd/wan/index.html": page("Mạng nội bộ"), "hd/internet/index.html": page("Internet")}


def held(folder: Path, files: dict[str, bytes], **more: str) -> Contents:
    return shipment(release(folder, files, **more), target("s3"), folder).contents


def test_a_target_of_all_editions_takes_everything(tmp_path: Path) -> None:
    files = site() | WAN
    assert set(held(tmp_path, files).files) == set(files)


def test_a_target_of_one_edition_knows_nothing_of_the_other(tmp_path: Path) -> None:
    there = shipment(release(tmp_path, site() | WAN), target("s3", edition="internet", public=True), tmp_path).contents
    assert not [path for path in there.files if "wan" in path]
    assert "index.html" not in there.files  # the list of portals names the other network's
    assert b"wan" not in there.manifest
    assert b"approval" not in there.manifest


def test_a_portal_alone_lies_at_the_top(tmp_path: Path) -> None:
    there = shipment(release(tmp_path, site() | WAN), target("s3", edition="internet", portal="dl"), tmp_path)
    assert "index.html" in there.contents.files
    assert there.contents.files["tin-tuc/2026/mot/index.html"].source == "dl-mot"
    assert there.read("index.html") == site()[f"{PORTAL}/index.html"]
    assert not [path for path in there.contents.files if path.startswith(("dl", "hd"))]


def test_a_target_for_which_there_is_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CongboError) as raised:
        shipment(release(tmp_path, site()), target("s3", edition="wan"), tmp_path)
    assert raised.value.message.key == "targets.nothing"


@pytest.mark.parametrize("data", [None, b"", b"{", b"[]", b'{"files": {"a": 1}}', b'{"files": {"a": {}}}'])
def test_half_a_release_does_not_travel(tmp_path: Path, data: bytes | None) -> None:
    release(tmp_path, site())
    (tmp_path / "manifest.json").unlink() if data is None else (tmp_path / "manifest.json").write_bytes(data)
    with pytest.raises(CongboError) as raised:
        shipment(tmp_path, target("s3"), tmp_path)
    assert raised.value.message.key == "targets.no_release"


def test_bytes_that_the_manifest_does_not_name_do_not_travel(tmp_path: Path) -> None:
    there = shipment(release(tmp_path, site()), target("s3"), tmp_path)
    (tmp_path / PORTAL / "index.html").write_bytes(b"khac")
    with pytest.raises(CongboError) as raised:
        there.read(f"{PORTAL}/index.html")
    assert raised.value.message.key == "targets.damaged"


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    one = held(tmp_path, site())
    again = contents(one.manifest)
    assert again is not None
    assert again.manifest == one.manifest
    assert again == one
    assert json.loads(one.manifest)["files"].keys() == one.files.keys()
    lines = one.manifest.decode().splitlines()
    assert sum('"sha256"' in line for line in lines) == len(one.files)


# ---- order


def test_what_a_page_needs_travels_before_it_and_what_lists_it_after(tmp_path: Path) -> None:
    work = plan(held(tmp_path, site()), None)
    order = {path: number for number, stage in enumerate(work.stages) for path in stage}
    item = order[f"{PORTAL}/tin-tuc/2026/mot/index.html"]
    for asset in ("theme/portal.css", "theme/fonts/a.woff2", "tin-tuc/2026/mot/ban do.pdf"):
        assert order[f"{PORTAL}/{asset}"] < item
    month, home = order[f"{PORTAL}/tin-tuc/2026/index.html"], order[f"{PORTAL}/index.html"]
    assert item < month < home < order["index.html"]
    assert item < order[f"{PORTAL}/atom.xml"]


def test_only_what_differs_travels_and_new_pages_go_first(tmp_path: Path) -> None:
    before = held(tmp_path / "a", site())
    after = held(tmp_path / "b", site(ba=page("Ba"), hai=page("Hai, đã sửa")))
    work = plan(after, before)
    year = f"{PORTAL}/tin-tuc/2026"
    assert work.stages == ((f"{year}/ba/index.html",), (f"{year}/hai/index.html",), (f"{year}/index.html",))
    assert work.gone == ()


def test_what_is_gone_is_removed_and_what_is_doubtful_travels(tmp_path: Path) -> None:
    files = site()
    before = held(tmp_path / "a", files)
    left = {path: data for path, data in files.items() if "hai" not in path}
    work = plan(held(tmp_path / "b", left), before, ("index.html", "la.html"))
    assert work.sent == ("index.html",)
    assert work.gone == (f"{PORTAL}/tin-tuc/2026/hai/index.html", "la.html")


# ---- the newer one stays


@pytest.mark.parametrize(
    ("there", "here", "refused"),
    [
        ((FIRST, "2026-11-22"), (SECOND, "2026-11-22"), False),
        ((FIRST, "2026-11-22"), (FIRST, "2026-11-22"), False),
        ((FIRST, "2026-11-22"), (FIRST, "2026-11-23"), False),
        ((FIRST, "2026-11-23"), (FIRST, "2026-11-22"), True),
        ((SECOND, "2026-11-22"), (FIRST, "2026-11-23"), True),
        ((STRANGER, "2026-11-22"), (SECOND, "2026-11-22"), True),
        ((f"{FIRST}+3", "2026-11-22"), (SECOND, "2026-11-22"), False),
        ((f"{SECOND}+3", "2026-11-22"), (FIRST, "2026-11-22"), True),
    ],
)
def test_the_newer_release_stays(tmp_path: Path, there: tuple[str, str], here: tuple[str, str], refused: bool) -> None:
    old = held(tmp_path / "a", site(), commit=there[0], today=there[1])
    new = held(tmp_path / "b", site(), commit=here[0], today=here[1])
    if not refused:
        refuse_newer(new, old, grew, "web")
        return
    with pytest.raises(CongboError) as raised:
        refuse_newer(new, old, grew, "web")
    assert (raised.value.message.key, raised.value.code) == ("targets.newer", 1)


# ---- packed forms


def test_text_is_packed_and_unpacks_to_the_same() -> None:
    data = page("Một")
    packed = dict(siblings("a/index.html", data, ("br", "gz")))
    assert set(packed) == {"a/index.html.br", "a/index.html.gz"}
    assert gzip.decompress(packed["a/index.html.gz"]) == data
    assert brotli.decompress(packed["a/index.html.br"]) == data
    assert packed == dict(siblings("a/index.html", data, ("br", "gz")))
    assert packed["a/index.html.gz"][4:8] == bytes(4)  # no time in it


@pytest.mark.parametrize(("path", "data"), [("a.pdf", page("")), ("a.woff2", page("")), ("a.html", b"<p>".ljust(900))])
def test_what_gains_nothing_is_not_packed(path: str, data: bytes) -> None:
    assert list(siblings(path, data, ("br", "gz"))) == []


# ---- folders by digest


def test_one_change_makes_the_folders_on_its_way_anew_and_no_other(tmp_path: Path) -> None:
    before = tree_of(held(tmp_path / "a", site()))
    after = tree_of(held(tmp_path / "b", site(hai=page("Hai, đã sửa"))))
    year = f"{PORTAL}/tin-tuc/2026/"
    way = [f"{year}hai/", year, f"{PORTAL}/tin-tuc/", f"{PORTAL}/", "dl/", ""]
    assert [path for path, _, _ in differing(after, before)] == way
    old, new = Naming(""), Naming("")
    assert old.folder(before, "").digest != new.folder(after, "").digest
    assert [one for _, tree, there in differing(after, before) for one in (tree, there) if one is None] == []
    assert list(differing(before, before)) == []


def test_folders_of_one_content_are_told_apart_by_path_and_packing(tmp_path: Path) -> None:
    folder = {"a.html": "1" * 64}
    names = {Naming(salt).folder(folder, path).digest for salt in ("", "gz", "br-gz") for path in ("a/", "b/")}
    assert len(names) == 6


def test_the_manifest_is_among_the_files_of_the_top(tmp_path: Path) -> None:
    one, other = held(tmp_path / "a", site()), held(tmp_path / "b", site(), commit=SECOND)
    assert [path for path, _, _ in differing(tree_of(one), tree_of(other))] == [""]
