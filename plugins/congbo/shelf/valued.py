"""The values of one kind of term that items of any section have."""

from __future__ import annotations

from typing import Final

# Each value is looked up after the one before.
VALUES: Final = (
    "WITH RECURSIVE known(value) AS (SELECT min(value) FROM term WHERE edition = ?1 AND lang = ?2 AND kind = ?3"
    " UNION ALL SELECT (SELECT min(t.value) FROM term t WHERE t.edition = ?1 AND t.lang = ?2 AND t.kind = ?3"
    " AND t.value > known.value) FROM known WHERE known.value IS NOT NULL) SELECT value FROM known WHERE value IS NOT NULL"
)
