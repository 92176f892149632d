"""Words that ask for a second look.

What it checks: whether an item that is not yet public, or a file attached to it, holds words of the list that a clause names
(`policies/vocabularies`); the reviewer's questions themselves are answered in the approval.
Why: some prohibitions only a person can judge; the program can show the passages that deserve attention.
How to fix: nothing is wrong by itself: the reviewer reads the sentence and keeps it, takes it out or writes it anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from congbo.attached import Passage, spoken
from congbo.checks.ruled import Ruled
from congbo.dates import day_of
from congbo.errors import CongboError
from congbo.facts.corpus import Corpus
from congbo.finding import Finding
from congbo.item import Item
from congbo.message import say
from congbo.place import Place
from congbo.policy.vocabulary import Term
from congbo.strict.bytes import position
from congbo.text.phrases import Found, Phrases, sentence_around

_TEXTS = ("text", "longtext", "texts")
_SHOWN = 140


class _Text(Struct, frozen=True):
    """A text of an item: where it stands; in an attachment, in which part (``where``)."""

    text: str
    place: Place
    where: str = ""
    running: bool = False

    def at(self, offset: int) -> Place:
        """Return the place of an offset; only the body has lines of its own."""
        if not self.running:
            return self.place
        line, column = position(self.text, offset)
        return Place(self.place.path, self.place.line + line - 1, column)


class _Words(Struct, frozen=True):
    """A list of words, ready to be looked for."""

    terms: tuple[Term, ...]
    sought: Phrases
    harmless: tuple[Phrases, ...]


def check(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    """Yield a warning for each word of the clause's list in an item that is still to be reviewed."""
    name = ruled.rule.params.get("words")
    if not name:
        return
    items = [item for item in ruled.items(corpus) if not _is_public(corpus, item)]
    if items:
        lines = ruled.rule.params["lines"]
        words = _words(tuple(t for t in corpus.policy.vocabularies[name].terms if t.line in ("", *lines)))
        for item in items:
            yield from _of_item(corpus, ruled, item, words)


def _is_public(corpus: Corpus, item: Item) -> bool:
    published = corpus.published(item)
    return published is not None and day_of(published) <= corpus.today


@lru_cache(maxsize=64)
def _words(terms: tuple[Term, ...]) -> _Words:
    return _Words(terms, Phrases(term.words for term in terms), tuple(Phrases([term.unless]) for term in terms))


def _of_item(corpus: Corpus, ruled: Ruled, item: Item, words: _Words) -> Iterator[Finding]:
    """A word is shown where it stands first in the item, and a sentence once for each group."""
    seen: set[object] = set()
    for source in _texts(corpus, item):
        for found in words.sought.find(source.text):
            sentence = sentence_around(source.text, found.start)
            said = {found.typed.casefold(), (found.entry, sentence)}
            if not (said & seen or any(words.harmless[found.entry].find(sentence))):
                seen |= said
                yield _finding(corpus, ruled, source, found, words.terms[found.entry])


def _texts(corpus: Corpus, item: Item) -> Iterator[_Text]:
    yield _Text(item.title, item.place("title"))
    yield _Text(item.summary, item.place("summary"))
    table = corpus.policy.types
    for name, value in item.fields.items():
        if table.fields[name].type in _TEXTS:
            for text in value if isinstance(value, tuple) else (value,):
                yield _Text(str(text), item.place(table.key_of(name)))
    yield _Text(item.body, Place(item.path, item.body_line), running=True)
    for path in corpus.attachments(item):
        for passage in _passages(corpus, path):
            yield _Text(passage.text, Place(path), passage.where)


def _passages(corpus: Corpus, path: str) -> tuple[Passage, ...]:
    try:
        return corpus.inspection(path).passages
    except CongboError:
        return ()  # a link or an unreadable file: references says so


def _shown(typed: str, sentence: str) -> str:
    """Return the sentence on one line, cut around the word if it is long."""
    plain = " ".join(sentence.split())
    at = plain.find(typed.split()[0])
    start = max(0, min(at - _SHOWN // 2, len(plain) - _SHOWN))
    cut = plain[start : start + _SHOWN]
    return f"{'…' if start else ''}{cut}{'…' if start + _SHOWN < len(plain) else ''}"


def _finding(corpus: Corpus, ruled: Ruled, source: _Text, found: Found, term: Term) -> Finding:
    line = corpus.policy.checklist[term.line or ruled.rule.params["lines"][0]]
    passage = _shown(found.typed, sentence_around(source.text, found.start))
    words: dict[str, object] = {"name": term.name, "passage": passage, "asks": line.asks, "look": line.look}
    if source.where:
        key, words["where"] = "checklist.word_in_file", spoken(source.where)
    else:
        key = "checklist.word"
    return ruled.finding(source.at(found.start), say(key, **words), say(f"{key}.fix", **words))
