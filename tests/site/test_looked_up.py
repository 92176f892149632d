"""What a publication of one item asks of its rows is looked up: it must not take longer because the archive has grown."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest

from congbo.shelf.base import Base, Value
from congbo.shelf.deeds import asked_of
from congbo.shelf.shelf import Shelf
from congbo.shelf.tables import make
from congbo.site.renewal.outputs import Outputs

EDITION = "dl/internet"


class Noting(Base):
    """Rows that remember what was asked of them."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, tuple[Value, ...]]] = []

    def execute(self, words: str, values: tuple[Value, ...] = ()) -> sqlite3.Cursor:
        """Ask, and remember it."""
        self.asked.append((words, tuple(values)))
        return super().execute(words, values)

    def walked(self) -> list[str]:
        """Return how SQLite walks through all of a table or edition, of all that was asked."""
        plans = [
            row[3] for words, values in self.asked if words.startswith(("SELECT", "WITH"))
            for row in super(Noting, self).execute(f"EXPLAIN QUERY PLAN {words}", values).fetchall()
        ]  # fmt: skip
        return [one for one in plans if "SCAN" in one or one.endswith("(edition=?)")]


ASKED: dict[str, Callable[[Noting], object]] = {
    "resting on": lambda rows: Outputs(rows, EDITION).resting_on([("item", "a.md")]),
    "rested on": lambda rows: Outputs(rows, EDITION).rested_on([("item", "a.md")]),
    "owned": lambda rows: Outputs(rows, EDITION).owned("a.md"),
    "with keys": lambda rows: Outputs(rows, EDITION).with_keys("item", [("a.md",)]),
    "at": lambda rows: Outputs(rows, EDITION).at("a/index.html"),
    "deeds of a path": lambda rows: asked_of(rows, EDITION, ["a.md"], []),
    "rows of a path": lambda rows: Shelf(rows, EDITION).rows(["a.md"]),
}


@pytest.mark.parametrize("name", ASKED)
def test_nothing_is_walked_through(name: str) -> None:
    rows = Noting()
    make(rows)
    Outputs(rows, EDITION)
    rows.asked.clear()
    ASKED[name](rows)
    assert any(words.startswith(("SELECT", "WITH")) for words, _ in rows.asked)
    assert rows.walked() == []
