"""``congbo owners``: write the CODEOWNERS file of a forge, or tell whether it is still the one that the boards make."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

from congbo.clock import today
from congbo.commands.common import language_of, out, parser
from congbo.errors import CLEAN, REFUSED
from congbo.history import repository_root
from congbo.locale import LANGUAGES, catalogue, sentence
from congbo.message import Message, say
from congbo.policy import load_policy
from congbo.review.owned import owned
from congbo.review.owners import PATH, owners
from congbo.tree import FolderTree


def main(argv: Sequence[str]) -> int:
    """Write the file, or with ``--check`` print how it differs; 1 if it does, or if a path is left without an owner."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("owners", lang)
    parse.add_argument("--check", action="store_true", help=words["owners.option.check"])
    parse.add_argument("--today", metavar="DATE", help=words["option.today"])
    args = parse.parse_args(argv)
    top = repository_root(args.root)
    policy = load_policy(FolderTree(top))
    made = owners(policy, owned(policy, today(args.today)))
    for pattern in made.unowned:
        print(sentence(say("owners.unowned", pattern=pattern), lang), file=sys.stderr)
    text = made.text(in_every_language)
    differs = _differs(top / PATH, text, lang) if args.check else _write(top / PATH, text, lang)
    return REFUSED if differs or made.unowned else CLEAN


def in_every_language(message: Message) -> str:
    """Return a sentence in each language, one below the other: the file is the same whoever writes it."""
    return "\n".join(sentence(message, lang) for lang in LANGUAGES)


def _differs(file: Path, text: str, lang: str) -> bool:
    old = file.read_bytes().decode("utf-8", "backslashreplace") if file.exists() else ""
    if old == text:
        return False
    told = unified_diff(old.splitlines(keepends=True), text.splitlines(keepends=True), PATH, "congbo owners")
    out("".join(line if line.endswith("\n") else f"{line}\n" for line in told))
    print(sentence(say("owners.differs", path=PATH), lang), file=sys.stderr)
    return True


def _write(file: Path, text: str, lang: str) -> bool:
    """Write the file as a whole or not at all."""
    file.parent.mkdir(exist_ok=True)
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    beside.write_bytes(text.encode())
    beside.replace(file)
    out(sentence(say("owners.written", path=PATH), lang) + "\n")
    return False
