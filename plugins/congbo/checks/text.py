"""Characters (CB-4).

What it checks: that content is stored in Unicode normal form C, without invisible characters and without Ð (eth) for Đ.
Why: two spellings that look alike are found, compared and signed as different texts. The regulations ask for Unicode
(TCVN 6909:2001), which admits both forms, so no article is cited.
How to fix: retype the word with the Unicode input of your keyboard program.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.house import house_finding
from congbo.errors import CongboError
from congbo.facts.corpus import Corpus
from congbo.finding import Finding
from congbo.place import Place
from congbo.strict.bytes import decode, position
from congbo.text.characters import flaws

RULE = "CB-4"
AT_MOST = 20


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield the character faults of each content file, at most AT_MOST a file."""
    for reading in corpus.readings:
        try:
            text = decode(corpus.tree.read(reading.path), reading.path)
        except CongboError:
            continue  # the parser has said so: front_matter
        for flaw, _ in zip(flaws(text), range(AT_MOST), strict=False):
            place = Place(reading.path, *position(text, flaw.offset))
            yield house_finding(RULE, "text", place, f"text.{flaw.kind}", shown=flaw.shown)
