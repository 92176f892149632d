"""What every command shares: options, today, progress on stderr."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from congbo.commands.arguments import Parser
from congbo.history import History, checkout, read_history, repository_root
from congbo.history.quick import odd_entries
from congbo.locale import LANGUAGES, catalogue, sentence
from congbo.message import Message, say
from congbo.tree import FolderTree

if TYPE_CHECKING:
    from congbo.facts.corpus import Corpus

QUIET_SECONDS = 2.0


def parser(name: str, lang: str) -> Parser:
    """Return a command's parser: its description and example from the locale, and the options that all take."""
    words = catalogue(lang)
    made = Parser(lang, f"congbo {name.replace('.', ' ')}", words[f"{name}.description"], words[f"{name}.example"])
    made.add_argument("-C", dest="root", type=Path, default=Path(), metavar="DIR", help=words["option.root"])
    made.add_argument("--lang", choices=LANGUAGES, default=lang, help=words["option.lang"])
    return made


def language_of(words: Sequence[str]) -> str:
    """Return the language that the words ask for, before anything is parsed; Vietnamese unless told otherwise."""
    for flag, value in zip_longest(words, words[1:], fillvalue=""):
        asked = flag.partition("=")[2] if flag.startswith("--lang=") else value if flag == "--lang" else ""
        if asked in LANGUAGES:
            return asked
    return LANGUAGES[0]


def usage(lang: str, version: str) -> str:
    """Return the overview of the commands."""
    return sentence(say("main.usage", version=version), lang)


def load(root: Path, today: date) -> tuple[Path, Corpus]:
    """Return the repository's top folder and its corpus, read from the working folder."""
    top = repository_root(root)
    return top, _corpus(FolderTree(top, lambda: odd_entries(top)), today, read_history(top))


@contextmanager
def loaded(root: Path, today: date, revision: str | None) -> Iterator[tuple[Path, Corpus]]:
    """Give the folder and corpus of a revision, in a folder of its own, or (None) of the working folder."""
    if revision is None:
        yield load(root, today)
        return
    import tempfile

    top = repository_root(root)
    with tempfile.TemporaryDirectory(prefix="congbo-") as folder:
        checkout(top, revision, Path(folder))
        history = read_history(top, revision)
        yield Path(folder), _corpus(FolderTree(Path(folder), lambda: _odd(top, history.commit)), today, history)


def _odd(top: Path, commit: str) -> Mapping[str, str]:
    from congbo.history.revision import RevisionTree

    tree = RevisionTree(top, commit)
    return {**tree.odd("content"), **tree.odd("policies")}


def _corpus(tree: FolderTree, today: date, history: History) -> Corpus:
    # A command that finds its answer stored does not wait for these.
    from congbo.facts.corpus import load_corpus
    from congbo.policy import load_policy

    return load_corpus(tree, load_policy(tree), today, history)


class Progress:
    """Tells on stderr what is going on, once a run has lasted longer than two seconds."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._start = time.monotonic()

    def step(self, message: Message) -> None:
        """Tell a step if the run is a slow one."""
        if time.monotonic() - self._start > QUIET_SECONDS:
            self.tell(message)

    def tell(self, message: Message) -> None:
        """Tell a step at once."""
        print(sentence(message, self._lang), file=sys.stderr, flush=True)


def readied() -> None:
    """Let what a terminal cannot show be written as \\u1eaf, and what nobody reads go nowhere, instead of failing."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  # until the process ends
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def out(text: str) -> None:
    """Print what a command answers, on stdout, without adding a line end."""
    sys.stdout.write(text)
