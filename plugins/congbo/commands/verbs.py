"""Commands with verbs (``congbo review gate``): each verb is a module of the command's package."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

from congbo.commands.common import language_of
from congbo.errors import CANNOT_JUDGE, CLEAN
from congbo.locale import catalogue, sentence
from congbo.message import say

_WITH_VALUE = ("--lang", "-C")


def run_verb(command: str, verbs: Sequence[str], argv: Sequence[str]) -> int:
    """Run the verb that the words name; without one tell which there are (exit 2; 0 if help was asked for)."""
    at = _position(argv)
    name = argv[at] if at < len(argv) else ""
    if name in verbs:
        code: int = import_module(_module(command, name)).main([*argv[:at], *argv[at + 1 :]])
        return code
    asked = name in ("-h", "--help")
    print(_overview(command, verbs, language_of(argv)), file=sys.stdout if asked else sys.stderr)
    return CLEAN if asked else CANNOT_JUDGE


def _module(command: str, verb: str) -> str:
    word = verb.replace("-", "_")
    return f"congbo.commands.{command}.{word}_" if iskeyword(word) else f"congbo.commands.{command}.{word}"


def _position(argv: Sequence[str]) -> int:
    """Where the verb stands: behind the options that every command takes."""
    at = 0
    while at < len(argv) and argv[at] in _WITH_VALUE:
        at += 2
    return at


def _overview(command: str, verbs: Sequence[str], lang: str) -> str:
    words = catalogue(lang)
    head = sentence(say("verbs.usage", command=command), lang)
    lines = (f"  {verb:<14} {words[f'{command}.{verb}.description']}" for verb in verbs)
    return "\n".join([head, f"{words[f'{command}.description']}", "", *lines, "", words[f"{command}.example"]])
