"""What may not be published.

What it checks: marks of secrecy and limited circulation, personal data, passwords and keys, active content, and passages
copied from another item, in the front matter, the body, the attachments and their names.
Why: git keeps what was once committed, and the Internet what was once public; so it is stopped before.
How to fix: take the passage out and, if it was committed already, tell the technician; an official telephone number belongs
in its field.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.attached import spoken
from congbo.checks.ruled import Ruled
from congbo.checks.scope import of_one_item
from congbo.facts.copies import Copy, copies
from congbo.facts.corpus import Corpus
from congbo.facts.exposed import NAME, Exposed, exposed
from congbo.finding import Finding, Severity
from congbo.message import Message, say
from congbo.place import Place
from congbo.policy.rule import Rule
from congbo.strict.bytes import position

COPIED = "copied_text"


def alone(rule: Rule) -> bool:
    """Tell whether a rule looks at each item by itself: a copy is seen only beside its original."""
    return of_one_item(rule) and COPIED not in rule.params["finds"]


def of_copies(rule: Rule) -> bool:
    """Tell whether a rule looks for passages that stand in other items too."""
    return COPIED in rule.params["finds"]


def check(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    """Yield a finding for each find of the detectors that the rule names."""
    finds = ruled.rule.params["finds"]
    items = list(ruled.items(corpus))
    if any(name != COPIED for name in finds):
        for item in items:
            for one in exposed(corpus, item):
                if one.detector in finds:
                    yield ruled.finding(one.place, told(one), say(f"scan.{one.detector}.fix"))
    if COPIED in finds:
        yield from (_copied(ruled, copy) for copy in copies(corpus, items))


def told(one: Exposed) -> Message:
    """Return what a find says. ``finds`` is the detector, ``shown`` never more than may be seen."""
    words = {"finds": one.detector, "what": say(f"scan.kind.{one.kind}"), "shown": one.shown}
    if one.where == NAME:
        return say("scan.in_name", **words)
    return say("scan.in_file", **words, where=spoken(one.where)) if one.where else say("scan.in_text", **words)


def _copied(ruled: Ruled, copy: Copy) -> Finding:
    """A detector that suspects rather than knows never refuses."""
    line, column = position(copy.body, copy.start)
    place = Place(copy.item.path, copy.item.body_line + line - 1, column)
    words = {"finds": COPIED, "length": copy.length, "title": copy.of.title, "path": copy.of.path}
    return ruled.finding(
        place, say(f"scan.{COPIED}", **words), say(f"scan.{COPIED}.fix", **words), ruled.at_most(Severity.WARNING)
    )
