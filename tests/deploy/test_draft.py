"""A release is what was put into it, whatever the releases before held, and costs what differs."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from congbo.deploy.draft import Draft, Release, draft, finish
from congbo.deploy.live import in_use, shown, swap
from congbo.deploy.manifest import Manifest, ReleaseFacts
from congbo.deploy.places import names, places
from congbo.deploy.prune import prune
from congbo.deploy.sweep import sweep
from congbo.errors import CongboError
from support.repositories import snapshot

FACTS = ReleaseFacts("c" * 40, None, date(2026, 11, 22))
SITE = {
    "index.html": b"cong",
    "fonts/a.woff2": b"phong",
    "dl/internet/index.html": b"trang chu",
    "dl/internet/tin/2026/a/index.html": b"a",
    "dl/internet/tin/2026/b/index.html": b"b",
    "dl/internet/tin/2026/b/so.pdf": b"so",
    "dl/wan/index.html": b"noi bo",
}


def feed(made: Draft, site: Mapping[str, bytes]) -> None:
    """Put a whole site: what the release before has beyond it is removed."""
    for path, data in site.items():
        made.put(path, data, None)
    for path, _ in made.previous or ():
        if path not in site:
            made.remove(path)


def publish(home: Path, site: Mapping[str, bytes], *, anew: bool = False) -> Release:
    with draft(home, anew=anew) as made:
        feed(made, site)
        done = finish(made, FACTS)
        swap(made.where, home / "public", done.folder)
        prune(made.where)
    return done


def served(home: Path) -> dict[str, bytes]:
    """What a web server reads, and what the manifest says of it, which has to be the same."""
    found = snapshot(home / "public")
    told = json.loads(found.pop("manifest.json"))["files"]
    assert list(told) == sorted(found)
    return found


def directories(home: Path) -> set[str]:
    """Every directory below ``objects``."""
    top = places(home).objects
    return {
        folder.relative_to(top).as_posix() for folder in top.rglob("*") if folder.is_dir() and not folder.is_symlink()
    }


def inodes(folder: Path) -> dict[str, int]:
    """The number of each file's bytes on the disk."""
    return {path: (folder / path).stat().st_ino for path in snapshot(folder)}


def test_the_first_release_is_the_site(tmp_path: Path) -> None:
    done = publish(tmp_path, SITE)
    assert done.name == "00000001"
    assert served(tmp_path) == SITE
    assert (tmp_path / "public").resolve() == done.folder


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    publish(tmp_path, SITE)
    before = inodes(tmp_path / "public")
    done = publish(tmp_path, SITE | {"dl/internet/tin/2026/a/index.html": b"a, sua"})
    after = inodes(tmp_path / "public")
    assert {path for path in after if after[path] != before[path]} == {
        "manifest.json",
        "dl/internet/tin/2026/a/index.html",
    }
    assert list(done.changed) == ["dl/internet/tin/2026/a/index.html"]
    assert directories(tmp_path) >= {"00000002/dl/internet/tin/2026/a"}
    assert "00000002/dl/internet/tin/2026/b" not in directories(tmp_path)


def test_an_older_release_stays_as_it_was(tmp_path: Path) -> None:
    first = publish(tmp_path, SITE)
    publish(tmp_path, {"index.html": b"moi", "dl/internet/tin": b"tep thay cho thu muc"})
    assert served(tmp_path) == {"index.html": b"moi", "dl/internet/tin": b"tep thay cho thu muc"}
    old = snapshot(first.folder)
    del old["manifest.json"]
    assert old == SITE


def test_what_is_put_and_taken_back_leaves_no_trace(tmp_path: Path) -> None:
    publish(tmp_path, SITE)
    with draft(tmp_path) as made:
        made.put("dl/internet/tin/2026/a/index.html", b"khac", None)
        made.put("dl/internet/tin/2026/a/index.html", b"a", None)
        made.put("dl/wan/moi/index.html", b"moi", None)
        made.remove("dl/wan/moi/index.html")
        made.remove("khong/co.html")
        done = finish(made, FACTS)
    found = snapshot(done.folder)
    del found["manifest.json"]
    assert (found, done.changed) == (SITE, {})


def test_a_source_alone_changes_the_manifest_and_writes_no_file(tmp_path: Path) -> None:
    publish(tmp_path, SITE)
    with draft(tmp_path) as made:
        made.put("index.html", SITE["index.html"], "dl-1")
        done = finish(made, FACTS)
    entry = done.manifest.get("index.html")
    assert entry
    assert entry.source == "dl-1"
    assert (done.folder / "index.html").stat().st_ino == (tmp_path / "public/index.html").stat().st_ino


@pytest.mark.parametrize("path", ["../x", "/x", "a/../b", "", "manifest.json", "a//b"])
def test_a_path_outside_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(CongboError), draft(tmp_path) as made:
        made.put(path, b"", None)


def test_nothing_is_left_of_a_draft_that_failed(tmp_path: Path) -> None:
    publish(tmp_path, SITE)
    before = names(places(tmp_path).root), directories(tmp_path)
    with pytest.raises(RuntimeError), draft(tmp_path) as made:
        made.put("dl/moi.html", b"moi", None)
        raise RuntimeError
    assert (names(places(tmp_path).root), directories(tmp_path)) == before


def test_two_at_once_are_refused(tmp_path: Path) -> None:
    with draft(tmp_path), pytest.raises(CongboError) as caught, draft(tmp_path):
        pass
    assert caught.value.message.key == "publish.locked"


def test_random_sites_one_after_another(tmp_path: Path) -> None:
    """Whatever was published before, what is served is the site; what is kept is whole; nothing else is left on disk."""
    chance = random.Random(5)  # noqa: S311
    paths = [f"{a}/{b}/{c}" for a in ("dl", "qn") for b in "xyz" for c in ("a/index.html", "b/index.html", "c.css")]
    paths += ["index.html", "dl/index.html", "x.css"]
    kept: dict[str, dict[str, bytes]] = {}
    site: dict[str, bytes] = {}
    for number in range(60):
        for path in chance.sample(paths, chance.randint(0, 6)):
            site[path] = str(chance.randint(0, 3)).encode()
        for path in chance.sample(sorted(site), min(len(site), chance.randint(0, 4))):
            del site[path]
        done = publish(tmp_path, site, anew=number % 17 == 16)
        kept[done.name] = dict(site)
        for name in places(tmp_path).complete():
            found = snapshot(places(tmp_path).release(name))
            del found["manifest.json"]
            assert found == kept[name], (number, name)
        assert_nothing_more(tmp_path)
    assert places(tmp_path).complete() == ["00000058", "00000059", "00000060"]


def assert_nothing_more(home: Path) -> None:
    """A sweep of the whole tree finds nothing that pruning has left."""
    before = directories(home)
    sweep(places(home), places(home).complete())
    assert directories(home) == before


def test_a_release_that_is_shown_elsewhere_is_kept(tmp_path: Path) -> None:
    first = publish(tmp_path, SITE)
    (tmp_path / "web").mkdir()
    swap(places(tmp_path), tmp_path / "web" / "noi-bo", first.folder)
    for number in range(6):
        publish(tmp_path, SITE | {"dl/wan/index.html": str(number).encode()})
    assert places(tmp_path).complete() == ["00000001", "00000005", "00000006", "00000007"]
    assert in_use(places(tmp_path)) == {"00000001", "00000007"}
    found = snapshot(tmp_path / "web/noi-bo")
    del found["manifest.json"]
    assert found == SITE
    (tmp_path / "web/noi-bo").unlink()
    publish(tmp_path, SITE)
    assert_nothing_more(tmp_path)


def test_a_lost_note_is_made_good_by_looking_at_everything(tmp_path: Path) -> None:
    for number in range(4):
        publish(tmp_path, SITE | {"dl/wan/index.html": str(number).encode()})
    places(tmp_path).note("00000003").unlink()
    for number in range(4):
        publish(tmp_path, SITE | {"dl/wan/index.html": str(number).encode()})
    assert_nothing_more(tmp_path)
    assert served(tmp_path) == SITE | {"dl/wan/index.html": b"3"}


def damaged_manifest(home: Path) -> None:
    file = home / "public/manifest.json"
    file.write_bytes(file.read_bytes().replace(b"dl/wan", b"dl/wam", 1))


def cut_manifest(home: Path) -> None:
    file = home / "public/manifest.json"
    file.write_bytes(file.read_bytes()[:-40])


def copied_half(home: Path) -> None:
    """Somebody brings ``.congbo`` on a stick, and the copy breaks off."""
    shutil.copytree(home / ".congbo", home / "usb", symlinks=True)
    shutil.rmtree(home / ".congbo")
    (home / "usb").rename(home / ".congbo")
    shutil.rmtree(places(home).objects / "00000001/dl/internet")


def plain(home: Path) -> None:
    """What the program made before releases shared their directories."""
    folder = places(home).release("00000001")
    shutil.copytree(folder, home / "x")
    shutil.rmtree(folder)
    (home / "x").rename(folder)


@pytest.mark.parametrize("damage", [damaged_manifest, cut_manifest, copied_half, plain])
def test_nothing_is_built_upon_what_is_damaged_or_foreign(tmp_path: Path, damage: object) -> None:
    publish(tmp_path, SITE)
    damage(tmp_path)  # type: ignore[operator]
    with draft(tmp_path) as made:
        assert made.previous is None
    publish(tmp_path, SITE)
    assert served(tmp_path) == SITE
    for number in range(4):
        publish(tmp_path, SITE | {"dl/wan/index.html": str(number).encode()})
    assert_nothing_more(tmp_path)


def test_a_lost_directory_is_said_and_made_good_anew(tmp_path: Path) -> None:
    publish(tmp_path, SITE)
    shutil.rmtree(places(tmp_path).objects / "00000001/dl/internet")
    with pytest.raises(CongboError) as caught:
        publish(tmp_path, SITE | {"dl/internet/tin/2026/a/index.html": b"sua"})
    assert caught.value.message.key == "publish.damaged"
    assert shown(tmp_path / "public") == "00000001"
    publish(tmp_path, SITE, anew=True)
    assert served(tmp_path) == SITE


def test_a_release_can_be_copied_and_moved(tmp_path: Path) -> None:
    home = tmp_path / "kho"
    home.mkdir()
    publish(home, SITE)
    publish(home, SITE | {"index.html": b"moi"})
    home.rename(tmp_path / "noi-khac")
    assert served(tmp_path / "noi-khac") == SITE | {"index.html": b"moi"}
    shutil.copytree(tmp_path / "noi-khac/public", tmp_path / "usb")
    assert snapshot(tmp_path / "usb") == snapshot(tmp_path / "noi-khac/public")
    assert Manifest.read(tmp_path / "usb")
