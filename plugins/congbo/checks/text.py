"""Characters (CB-4).

What it checks: that content is stored in Unicode normal form C, without unseen characters, without Ð (eth) for Đ and without
letters of other scripts that look like Latin ones.
Why: two spellings that look alike are found, compared and signed as different texts, and what nobody sees nobody approves.
The regulations ask for Unicode (TCVN 6909:2001), which admits both forms, so no article is cited.
How to fix: let `congbo fix` delete what is not seen; retype the word with the Unicode input of your keyboard program.
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

TEXT_FILES = (".csv", ".txt", ".json", ".geojson", ".ics")
_MARK = b"\xef\xbb\xbf"  # spreadsheets look for it at the beginning of a table; in an item the parser refuses it


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield the character faults of each content file that is a text, at most AT_MOST a file."""
    files = (path for path in sorted(corpus.files) if path.endswith(TEXT_FILES))
    for path in (*(reading.path for reading in corpus.readings), *files):
        try:
            text = decode(corpus.tree.read(path).removeprefix(_MARK), path)
        except CongboError:
            continue  # the parser has said so: front_matter, or attachment_kind
        for flaw, _ in zip(flaws(text), range(AT_MOST), strict=False):
            place = Place(path, *position(text, flaw.offset))
            yield house_finding(RULE, "text", place, f"text.{flaw.kind}", shown=flaw.shown, word=flaw.word)
