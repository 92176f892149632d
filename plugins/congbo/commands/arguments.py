"""The parser of arguments, in the reader's language: argparse itself speaks English only."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import NoReturn

from congbo.errors import CANNOT_JUDGE
from congbo.locale import catalogue, sentence
from congbo.message import Message, say
from congbo.text.regex import regex

# What argparse (Python 3.11 to 3.14) says of a wrong call, and our sentence for it. Groups are the sentence's words.
_SENTENCES = (
    ("usage.required", r"the following arguments are required: (?P<names>.+)"),
    ("usage.one_of", r"one of the arguments (?P<names>.+) is required"),
    ("usage.unrecognised", r"unrecognized arguments: (?P<words>.+)"),
    ("usage.ambiguous", r"ambiguous option: (?P<option>\S+) could match (?P<known>.+)"),
    ("usage.choice", r"argument (?P<name>.+?): invalid choice: (?P<value>.+?) \(choose from (?P<known>.+)\)"),
    ("usage.number", r"argument (?P<name>.+?): invalid int value: (?P<value>.+)"),
    ("usage.no_value", r"argument (?P<name>.+?): expected .*arguments?"),
    ("usage.superfluous_value", r"argument (?P<name>.+?): ignored explicit argument (?P<value>.+)"),
    ("usage.not_together", r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)"),
)
_PATTERNS = tuple((key, regex(words, re.DOTALL)) for key, words in _SENTENCES)
_QUOTED = ("value", "known")


class Parser(argparse.ArgumentParser):
    """An argument parser whose help has our headings, and whose wrong usage exits with 2 and a sentence."""

    def __init__(self, lang: str, prog: str, description: str, epilog: str) -> None:
        words = catalogue(lang)
        super().__init__(prog=prog, description=description, epilog=epilog, formatter_class=_of(lang), add_help=False)
        self._lang = lang
        self._positionals.title = words["usage.arguments"]
        self._optionals.title = words["usage.options"]
        self.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help=words["usage.help"])

    def error(self, message: str) -> NoReturn:
        """Print the usage and what is wrong, and exit with 2."""
        self.print_usage(sys.stderr)
        told = sentence(_in_our_words(message), self._lang)
        pointed = sentence(say("usage.see", prog=self.prog), self._lang)
        self.exit(CANNOT_JUDGE, f"{self.prog}: {told} {pointed}\n")


def _in_our_words(message: str) -> Message:
    for key, known in _PATTERNS:
        if found := known.fullmatch(message):
            return say(key, **{name: _plain(name, text) for name, text in found.groupdict().items()})
    return say("usage.other")


def _plain(name: str, text: str) -> str:
    """Return a group without the quotes that argparse puts around values, as Python writes them."""
    return re.sub(r"(?<![^\s,])'(.*?)'(?![^\s,])", r"\1", text) if name in _QUOTED else text


def _of(lang: str) -> type[argparse.HelpFormatter]:
    head = catalogue(lang)["usage.head"]

    class Formatter(argparse.RawDescriptionHelpFormatter):
        """Begins the usage with our word for it."""

        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[argparse._MutuallyExclusiveGroup],
            prefix: str | None = None,
        ) -> None:
            super().add_usage(usage, actions, groups, f"{head}: " if prefix is None else prefix)

    return Formatter
