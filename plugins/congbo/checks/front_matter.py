"""Front matter (CB-2).

What it checks: that every content file can be read in one way only: strict YAML, known keys, values of the right type.
Why: Pelican, editors and reviewers each read loose YAML differently; what is checked must be what is published.
How to fix: the finding names the line and the key and says what to write there.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.house import with_fix
from congbo.facts.corpus import Corpus
from congbo.finding import Finding

RULE = "CB-2"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield the faults that the parser found."""
    for reading in corpus.readings:
        for fault in reading.faults:
            yield with_fix(RULE, "front_matter", fault.place, fault.message, fault.fix)
