"""Rows of one state: all of them or none, whoever is killed while writing and whoever writes at the same time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from congbo.store import Store
from congbo.store.rows import Rows

# Goes from state to state; in each of them every row says which one it is, and one row more or less is there.
WRITER = """
import sys
from pathlib import Path
from congbo.store.rows import Rows
rows = Rows(Path(sys.argv[1]), "rows")
def said(n): return {f"{i}": b"%d" % n * 300 for i in range(40 + n % 2)}
rows.begin("0", said(0))
for n in range(1, 100000):
    rows.advance(str(n - 1), str(n), said(n), [] if n % 2 else ["40"])
    print(n, flush=True)
"""


@pytest.mark.parametrize("after", range(1, 13))
def test_who_is_killed_leaves_one_state_or_the_other(tmp_path: Path, after: int) -> None:
    file = tmp_path / "facts.sqlite"
    with subprocess.Popen([sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout
        for _ in range(after * 3):
            told = int(writer.stdout.readline())
        writer.kill()
    rows = Rows(file, "rows")
    state = int(rows.state())
    assert state >= told
    found = rows.all(str(state))
    assert found == {f"{number}": b"%d" % state * 300 for number in range(40 + state % 2)}
    assert rows.advance(str(state), "healed", {"1": b"x"}, [])
    assert rows.some("healed", ["1", "2"]) == {"1": b"x", "2": found["2"]}


def test_of_two_who_go_on_from_one_state_one_is_too_late(tmp_path: Path) -> None:
    one, other = Rows(tmp_path / "x.sqlite", "rows"), Rows(tmp_path / "x.sqlite", "rows")
    assert one.begin("a", {"k": b"1"})
    assert one.advance("a", "b", {"k": b"2"}, [])
    assert not other.advance("a", "c", {"k": b"3"}, [])
    assert (other.state(), other.all("b"), other.all("c")) == ("b", {"k": b"2"}, None)


def test_rows_of_two_names_and_the_stores_own_facts_do_not_meet(tmp_path: Path) -> None:
    store = Store(tmp_path / "facts.sqlite")
    store.put("kind", "key", [1, 2])
    assert store.rows("one").begin("a", {"k": b"1"})
    assert store.rows("other").begin("b", {"k": b"2", "\udcff": b"3"})
    assert store.rows("one").all("a") == {"k": b"1"}
    assert store.rows("other").some("b", ["\udcff", "nothing"]) == {"\udcff": b"3"}
    assert store.get("kind", "key") == [1, 2]
    with pytest.raises(ValueError, match="x y"):
        store.rows("x y")


def test_a_file_that_somebody_is_writing_is_not_taken_for_a_broken_one(tmp_path: Path) -> None:
    file = tmp_path / "facts.sqlite"
    store = Store(file)
    store.put("kind", "key", 1)
    with subprocess.Popen(
        [sys.executable, "-c", LOCKER, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as locker:
        assert locker.stdout
        assert locker.stdin
        locker.stdout.readline()
        store.put("kind", "key", 2)
        assert file.exists()
        locker.stdin.close()
    assert store.get("kind", "key") in (1, 2)


LOCKER = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
database.execute("COMMIT")
"""
