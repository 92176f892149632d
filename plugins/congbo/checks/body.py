"""Body (CB-9).

What it checks: that links inside the portal lead to an item, a section or a file of the item; and that the Markdown has no
more brackets, levels or marks than any text needs.
Why: a dead link is a page that a citizen cannot reach; a text made of brackets takes the converter minutes.
How to fix: correct the address that the finding shows; write the passage more simply.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from congbo.checks.house import house_finding
from congbo.facts import addresses
from congbo.facts.corpus import Corpus
from congbo.facts.leading import target
from congbo.finding import Finding
from congbo.item import Item
from congbo.place import Place
from congbo.strict.bytes import position
from congbo.text.regex import regex
from congbo.text.weight import bound, weight

RULE = "CB-9"
CHECK = "body"

MAX_BRACKETS = 1_000
MAX_LEVELS = 20
MAX_WEIGHT = 3_000_000  # steps of the converter, one second to one and a half
AT_MOST = 20  # dead links told of one item
_LINK = regex(r"\]\(\s*<?([^)\s>]+)")
_NESTED = regex(
    rf"^(?![-*_ ]*$)(?:[ ]*(?:>|[-*+][ ]|\d{{1,9}}\.[ ])){{{MAX_LEVELS + 1},}}", re.MULTILINE
)  # a line of hyphens and spaces alone is a rule across the page
_INDENT = regex(rf"^[ ]{{{4 * MAX_LEVELS},}}(?:[-*+]|\d+\.)[ ]", re.MULTILINE)


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each dead link inside the portal, and for a body that is no plain text."""
    for item in corpus.items:
        yield from _shape(item)
        for link in islice(_dead(corpus, item), AT_MOST):
            yield house_finding(RULE, CHECK, _place(item, link.start(1)), "body.link", link=link[1])


def _dead(corpus: Corpus, item: Item) -> Iterator[re.Match[str]]:
    """Yield the links that lead nowhere; of a body with more brackets than a text can have, none."""
    if item.body.count("[") > MAX_BRACKETS:
        return
    for link in _LINK.finditer(item.body):
        to = target(item, link[1])
        if to is not None and not _leads(corpus, item, to):
            yield link


def _shape(item: Item) -> Iterator[Finding]:
    if item.body.count("[") > MAX_BRACKETS:
        yield house_finding(RULE, CHECK, Place(item.path, item.body_line), "body.brackets", limit=MAX_BRACKETS)
    elif not convertible(item.body):
        yield house_finding(RULE, CHECK, Place(item.path, item.body_line), "body.weight")
    deep = _NESTED.search(item.body) or _INDENT.search(item.body)
    if deep:
        yield house_finding(RULE, CHECK, _place(item, deep.start()), "body.levels", limit=MAX_LEVELS)


def convertible(body: str) -> bool:
    """Tell whether a body is light enough to be converted, in at most two seconds."""
    return body.count("[") <= MAX_BRACKETS and (bound(body) <= MAX_WEIGHT or weight(body) <= MAX_WEIGHT)


def _leads(corpus: Corpus, item: Item, to: str) -> bool:
    mine = {addresses.attachment(item, path.rpartition("/")[2]) for path in corpus.attachments(item)}
    return to in corpus.addresses_of(item.portal) or to in mine


def targets(item: Item) -> frozenset[str]:
    """Return the paths, from the portal's root, that the body's links within the portal lead to."""
    return frozenset(to for link in _LINK.finditer(item.body) if (to := target(item, link[1])) is not None)


def _place(item: Item, offset: int) -> Place:
    line, column = position(item.body, offset)
    return Place(item.path, item.body_line + line - 1, column)
