"""Old encodings where no article speaks (CB-16).

What it checks: that no text, and no attached file, of an item is in an old encoding (TCVN3, VNI, VISCII, Windows-1258, UTF-8
read wrongly), where the portal's regulation does not ask for Unicode itself.
Why: nobody can read, search or read aloud such a text, and its letters come out wrong on every telephone.
How to fix: run `congbo fix`, read what it proposes, and write it with `--write`.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.encoding import told
from congbo.checks.ruled import Ruled, ruled
from congbo.facts.corpus import Corpus
from congbo.facts.encoded import encoded
from congbo.finding import Finding, Severity
from congbo.item import Item

RULE = "CB-16"
CHECK = "old_encoding"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each passage of an item that no rule of a regulation tells."""
    rules: list[Ruled] | None = None
    for item in corpus.items:
        found = [one for path in (item.path, *corpus.attachments(item)) for one in encoded(corpus, path)]
        if found:
            rules = _rules(corpus) if rules is None else rules
            if not _spoken_of(corpus, rules, item):
                yield from (Finding(RULE, CHECK, Severity.ERROR, one.place, *told(one)) for one in found)


def _rules(corpus: Corpus) -> list[Ruled]:
    """Return the rules that ask for Unicode in whatever is published; some ask it of a kind of attached files only."""
    asked = (one for one in ruled(corpus) if one.rule.checked_by == "encoding" and not one.rule.planned)
    return [one for one in asked if not one.rule.params.get("imports")]


def _spoken_of(corpus: Corpus, rules: list[Ruled], item: Item) -> bool:
    return any(one.portal.id == item.portal and one.judges(corpus, item) for one in rules)
