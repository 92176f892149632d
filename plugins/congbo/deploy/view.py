"""A release as one network may see it: a folder of links to the editions of that network, with a manifest of its own."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping
from pathlib import Path

from congbo.deploy.draft import Release
from congbo.deploy.manifest import NAME, Manifest, ReleaseFacts, entry_of
from congbo.deploy.places import Places, names


def view(
    where: Places,
    release: Release,
    edition: str,
    portals: Collection[str],
    facts: ReleaseFacts,
    own: Mapping[str, bytes],
) -> Path:
    """Make the view of a release for an edition. ``own``: uppermost files that differ there, such as the list of portals.

    Nothing of another edition can be reached from it. Raises OSError.
    """
    done = where.view(release.name, edition)
    made = done.with_name(f".{done.name}.new")
    for old in (made, done):
        shutil.rmtree(old, ignore_errors=True)
    made.mkdir(parents=True)
    for name in sorted(set(names(release.folder)) - {NAME, *own}):
        _link(release, made, name, edition if name in portals else "")
    for name, data in own.items():
        (made / name).write_bytes(data)
    entries = {name: entry_of(data, None) for name, data in own.items()}
    (made / NAME).write_bytes(_manifest(release.manifest, facts, edition, portals).changed(facts, entries))
    made.rename(done)
    return done


def _link(release: Release, made: Path, name: str, edition: str) -> None:
    if not edition:
        (made / name).symlink_to(f"../../{release.name}/{name}")
    elif (release.folder / name / edition).is_dir():
        (made / name).mkdir()
        (made / name / edition).symlink_to(f"../../../{release.name}/{name}/{edition}")


def _manifest(known: Manifest, facts: ReleaseFacts, edition: str, portals: Collection[str]) -> Manifest:
    return Manifest(known.limited(facts, [f"{portal}/" for portal in portals], f"{edition}/"))
