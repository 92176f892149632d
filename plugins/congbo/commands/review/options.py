"""The options of whoever decides about a change."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from congbo.commands.common import language_of, parser
from congbo.commands.review.changes import REMOTE
from congbo.locale import catalogue
from congbo.review.told import FORMATS

MERGE = "merge"
_SIGNING = tuple(f"review.option.{name}" for name in ("key", "step", "role", "answer", "yes"))
_REASONS = {
    "return": "review.option.reason",
    "refuse": "review.option.reason",
    "emergency": "review.option.reason_public",
}


def arguments(argv: Sequence[str], verb: str) -> tuple[Namespace, str]:
    """Return what the person asks for, and the language."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser(f"review.{verb}", lang)
    parse.add_argument("change", nargs="?", default="", metavar="CHANGE", help=words["review.option.change"])
    signing_options(parse, words, verb)
    return parse.parse_args(argv), lang


def signing_options(parse: ArgumentParser, words: Mapping[str, str], verb: str = "") -> None:
    """Add what everybody says who signs something about a change; of ``merge`` the help tells only what it uses."""
    told = words if verb != MERGE else dict.fromkeys(_SIGNING, SUPPRESS)
    as_ = "review.option.as" if verb != MERGE else "review.option.as_merger"
    reason = told.get(_REASONS.get(verb, "review.option.reason_asked"), SUPPRESS)
    parse.add_argument("--as", dest="person", default="", metavar="PERSON", help=words[as_])
    parse.add_argument("--key", type=Path, metavar="FILE", help=told["review.option.key"])
    parse.add_argument("--step", default="", metavar="STEP", help=told["review.option.step"])
    parse.add_argument("--role", default="", metavar="ROLE", help=told["review.option.role"])
    parse.add_argument("--reason", default="", metavar="TEXT", help=reason)
    parse.add_argument("--answer", action="append", default=[], metavar="WORD=TEXT", help=told["review.option.answer"])
    parse.add_argument("--remote", default=REMOTE, metavar="NAME", help=words["review.option.remote"])
    parse.add_argument("--yes", action="store_true", help=told["review.option.yes"])
    parse.add_argument("--at", metavar="TIME", help=words["review.option.at"])
    parse.add_argument("--format", choices=FORMATS, default="text", help=words["option.format"])
