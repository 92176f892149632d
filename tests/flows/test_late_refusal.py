"""A change with every signature may still be stopped until it is merged, by whoever took part in it."""

from __future__ import annotations

import pytest

from congbo.__main__ import main
from support.repositories import git
from support.served import CHIEF, NOW, OFFICE, Served

MAIN = "refs/heads/main"


def refuse(own: Served, person: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("CONGBO_USER", person)
    who = ["--as", person, "--key", str(own.keys[person]), "--reason", "Ảnh của nơi khác.", "--yes", "--at", NOW]
    return main(["-C", str(own.desk), "review", "refuse", "tin-moi", *who])


def test_a_refusal_after_the_last_step_stops_the_merge(duyet: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    git(duyet.desk, "remote", "add", "origin", f"file://{duyet.server}")
    early = duyet.merge("tin-moi", OFFICE)
    assert refuse(duyet, CHIEF, monkeypatch) == 0
    told = duyet.push(f"{early}:{MAIN}", who=OFFICE)
    assert told.code == 1
    assert "records.erased" in told.told  # the merge was made before, and leaves the refusal out
    late = duyet.merge("tin-moi", OFFICE)
    told = duyet.push(f"{late}:{MAIN}", who=OFFICE)
    assert told.code == 1
    assert "change.refused" in told.told
