"""Names of files and folders (CB-13).

What it checks: that names can be kept on every system (NFC, no unseen characters, none of the names that Windows keeps for
itself, not too long or too deep), that no two differ only in case or in the form of their letters, and that everything is a
plain file: no symbolic link, no other repository, nothing that may be executed.
Why: a name that one machine keeps and another changes is two files for git and a broken link for readers.
How to fix: rename the file as the finding says; replace what is no plain file by a plain one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from congbo.checks.house import house_finding
from congbo.facts.corpus import Corpus
from congbo.finding import Finding
from congbo.message import Message, say
from congbo.place import Place
from congbo.text.characters import flaws
from congbo.text.regex import regex
from congbo.tree import Tree

RULE = "CB-13"
CHECK = "file_name"
LONGEST = 200  # bytes of one name: file systems end at 255, and archives and encodings add to it
DEEPEST = 12  # parts of a path: Windows still counts 260 characters in all

_RESERVED = regex(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_FORBIDDEN = regex(r"[<>:\"|?*\\\x00-\x1f\x7f]")
# The last name of a path that needs no second look; reserved names are short, and so is what lies deep.
_PLAIN = regex(r"^(?:[^/]+/){0,10}[a-z0-9-]{5,100}(?:\.[a-z0-9]{2,5})?\Z")
_FOLDERS = ("content", "policies")


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each name that not every system keeps, and for what is no plain file."""
    odd = odd_in(corpus.tree)
    yield from of_odd(odd)
    yield from of_names(with_folders({*(one.path for one in corpus.readings), *corpus.files, *corpus.elsewhere, *odd}))


def odd_in(tree: Tree) -> Mapping[str, str]:
    """Return what is no plain file, of the content and of the policies."""
    return {path: kind for folder in _FOLDERS for path, kind in tree.odd(folder).items()}


def of_odd(odd: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a finding for each that is no plain file."""
    for path, kind in sorted(odd.items()):
        if kind != "link" or not path.endswith(".md"):  # of such an item front_matter speaks: it cannot be read
            yield house_finding(RULE, CHECK, Place(path), f"file_name.{kind}")


def of_names(names: set[str]) -> Iterator[Finding]:
    """Yield what is wrong with names of files and folders, which are compared with each other."""
    striking = [path for path in names if is_striking(path)]
    for path in sorted(striking):
        yield from _name(path)
    yield from _twins(striking, names)


def is_striking(path: str) -> bool:
    """Tell whether a name needs a second look: of all others nothing can be said."""
    return not _PLAIN.search(path)


def key_of(path: str) -> str:
    """Return what names have in common that some system cannot tell apart."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/{_folded(name)}"


def with_folders(paths: Iterable[str]) -> set[str]:
    """Return the paths and all folders above them."""
    found = set(paths)
    above = {path.rpartition("/")[0] for path in found}
    while above := above - found - {""}:
        found |= above
        above = {path.rpartition("/")[0] for path in above}
    return found


def _name(path: str) -> Iterator[Finding]:
    name = path.rpartition("/")[2]
    for said in _faults(name):
        yield house_finding(RULE, CHECK, Place(path), said.key, **said.params)
    if len(name.encode("utf-8", "surrogateescape")) > LONGEST:
        yield house_finding(RULE, CHECK, Place(path), "file_name.long", limit=LONGEST)
    if path.count("/") == DEEPEST:  # once for each branch that grows too deep
        yield house_finding(RULE, CHECK, Place(path), "file_name.deep", limit=DEEPEST)


def _faults(name: str) -> Iterator[Message]:
    if any("\udc80" <= letter <= "\udcff" for letter in name):
        yield say("file_name.encoding")
        return
    if not name.isascii():
        yield from _letters(name)
    if _RESERVED.fullmatch(name):
        yield say("file_name.reserved", name=name)
    if name != name.strip(" .") and not name.startswith("."):
        yield say("file_name.edge")
    for letter in sorted(set(_FORBIDDEN.findall(name))):
        yield say("file_name.forbidden", letter=letter if letter.isprintable() else f"U+{ord(letter):04X}")


def _letters(name: str) -> Iterator[Message]:
    composed = unicodedata.normalize("NFC", name)
    if composed != name:
        yield say("file_name.nfc", name=composed)
    for flaw in flaws(composed):
        if flaw.kind != "eth":  # an odd letter, but one that everybody sees
            yield say("file_name.unseen", shown=flaw.shown)


def _twins(striking: Iterable[str], names: set[str]) -> Iterator[Finding]:
    """Names that differ only in case or form are one name on many systems; folders above are compared as they are."""
    same: dict[str, list[str]] = defaultdict(list)
    for path in striking:
        name = path.rpartition("/")[2]
        if not (name.isascii() and name.islower()):
            same[key_of(path)].append(path)
    for key, others in same.items():
        plain = [key] if key in names and key not in others else []
        first, *rest = sorted([*others, *plain])
        for path in rest:
            yield house_finding(RULE, CHECK, Place(path), "file_name.twin", other=first)


def _folded(name: str) -> str:
    once = unicodedata.normalize("NFC", name.casefold())
    return unicodedata.normalize("NFC", once.casefold())  # of a few letters, what was folded can be folded again
