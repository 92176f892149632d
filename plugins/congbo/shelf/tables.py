"""The tables of the shelf: made, filled and emptied."""

from __future__ import annotations

from collections.abc import Iterable

from congbo.shelf import deeds, gathered
from congbo.shelf.base import Base
from congbo.shelf.row import Row

_TABLES = (
    "CREATE TABLE IF NOT EXISTS shown (edition TEXT, path TEXT, state TEXT, id TEXT, url TEXT, section TEXT, lang TEXT,"
    " posted INTEGER, month TEXT, original TEXT, number TEXT, PRIMARY KEY (edition, path)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS shown_section ON shown (edition, state, lang, section, posted DESC, id)",
    "CREATE INDEX IF NOT EXISTS shown_newest ON shown (edition, state, lang, posted DESC, id)",
    "CREATE INDEX IF NOT EXISTS shown_month ON shown (edition, state, month, posted DESC, id)",
    "CREATE INDEX IF NOT EXISTS shown_in_month ON shown (edition, state, lang, section, month, posted DESC, id)",
    "CREATE INDEX IF NOT EXISTS shown_in_lang ON shown (edition, state, lang, month, posted DESC, id)",
    "CREATE INDEX IF NOT EXISTS shown_original ON shown (edition, original)",
    "CREATE INDEX IF NOT EXISTS shown_number ON shown (edition, number) WHERE number != ''",
    "CREATE INDEX IF NOT EXISTS shown_id ON shown (edition, id)",
    "CREATE INDEX IF NOT EXISTS shown_url ON shown (edition, url)",
    "CREATE TABLE IF NOT EXISTS naming (edition TEXT, number TEXT, path TEXT, PRIMARY KEY (edition, number, path))"
    " WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS naming_path ON naming (edition, path)",
    "CREATE TABLE IF NOT EXISTS claim (edition TEXT, url TEXT, path TEXT, PRIMARY KEY (edition, url, path)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS claim_path ON claim (edition, path)",
    # Only of what is shown. In the order of the first question; the second index is for those of all sections.
    "CREATE TABLE IF NOT EXISTS term (edition TEXT, lang TEXT, section TEXT, kind TEXT, value TEXT, posted INTEGER, id TEXT,"
    " path TEXT, PRIMARY KEY (edition, lang, section, kind, value, posted DESC, id, path)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS term_value ON term (edition, lang, kind, value, posted DESC, id)",
    "CREATE INDEX IF NOT EXISTS term_path ON term (edition, path)",
    # Documents in the order of their days of issue: all of a section (kind "") and those of each value of each facet.
    "CREATE TABLE IF NOT EXISTS filed (edition TEXT, lang TEXT, section TEXT, kind TEXT, value TEXT, day TEXT, id TEXT,"
    " path TEXT, PRIMARY KEY (edition, lang, section, kind, value, day DESC, id, path)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS filed_path ON filed (edition, path)",
)


def make(database: Base) -> None:
    """Make the tables where they are not there."""
    for table in (*_TABLES, *deeds.TABLES, *gathered.TABLES):
        database.execute(table)


def put(database: Base, edition: str, rows: Iterable[Row]) -> None:
    """Add rows to an edition; there must be none of the same paths."""
    kept = list(rows)
    database.executemany(
        "INSERT INTO shown VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (edition, r.path, r.state, r.id, r.url, r.section, r.lang, r.posted, r.month, r.original, r.number)
            for r in kept
        ),
    )
    database.executemany("INSERT INTO naming VALUES (?, ?, ?)", ((edition, n, r.path) for r in kept for n in r.names))
    database.executemany("INSERT INTO claim VALUES (?, ?, ?)", ((edition, u, r.path) for r in kept for u in r.claims))
    database.executemany(
        "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((edition, r.lang, r.section, *term, r.posted, r.id, r.path) for r in kept for term in r.terms),
    )
    database.executemany(
        "INSERT INTO filed VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((edition, r.lang, r.section, *place, r.day, r.id, r.path) for r in kept for place in r.filed),
    )


def remove(database: Base, edition: str, paths: Iterable[str]) -> None:
    """Take the rows of some paths out of an edition."""
    words = [(edition, path) for path in paths]
    for table in ("shown", "naming", "claim", "term", "deed", "filed"):
        database.executemany(f"DELETE FROM {table} WHERE edition = ? AND path = ?", words)  # noqa: S608
