"""One commit and one moment give the same bytes wherever, however and after whatever they are built (ADR 3, ADR 20).

``make same`` tries each of the twelve variations by itself; here all are tried at once, so that a difference shows.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from support.surroundings import VARIATIONS, cloned

# The last two publish something before: they come when the surroundings are what they will be.
SURROUNDING = [name for name in VARIATIONS if name not in ("facts kept", "step by step")]


@pytest.mark.slow
def test_same_commit_same_bytes(tmp_path: Path) -> None:
    assert len(VARIATIONS) == 12
    plain = cloned(tmp_path / "một").publish()
    other = cloned(tmp_path / "hai")
    for name in ("order in folders", *(name for name in SURROUNDING if name != "order in folders"), "step by step"):
        VARIATIONS[name](other)
    shown = other.publish()
    assert plain.keys() == shown.keys()
    assert [path for path in plain if plain[path] != shown[path]] == []
