"""What is said of names of files: of each beside those that some system takes for the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from congbo.checks.file_name import is_striking, key_of, of_names, of_odd, with_folders
from congbo.checks.kept.scene import Scene
from congbo.checks.kept.tables import Tables
from congbo.finding import Finding


def say_names(tables: Tables, scene: Scene, turned: Collection[str]) -> set[str]:
    """Say anew what is said of names that came or went, and of the folders above; return the paths where that is new."""
    found = tables.words.put("odd", of_odd(scene.odd))
    names = with_folders(turned)
    odd = with_folders(scene.odd)
    for alike in {key_of(name) for name in names}:
        group = {name for name in names if key_of(name) == alike} | tables.files.striking(alike) | {alike}
        there = {name for name in group if name in odd or tables.files.has(name) or tables.files.lies_above(name)}
        said = [one for one in of_names(there) if key_of(one.place.path) == alike]
        tables.files.strike(alike, (name for name in there if key_of(name) == alike and is_striking(name)))
        found |= tables.words.put(_source(alike), said)
    return found


def say_all_names(tables: Tables, scene: Scene, paths: Iterable[str]) -> None:
    """Say what is said of all names, where nothing is said yet."""
    tables.words.put("odd", of_odd(scene.odd))
    names = with_folders((*paths, *scene.odd))
    striking: dict[str, list[str]] = defaultdict(list)
    for name in filter(is_striking, names):
        striking[key_of(name)].append(name)
    for alike, some in striking.items():
        tables.files.strike(alike, some)
    said: dict[str, list[Finding]] = defaultdict(list)
    for finding in of_names(names):
        said[key_of(finding.place.path)].append(finding)
    for alike, findings in said.items():
        tables.words.put(_source(alike), findings)


def _source(alike: str) -> str:
    return f"names:{alike}"
