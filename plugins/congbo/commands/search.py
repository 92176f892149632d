"""``congbo search``: what readers of a built edition find, in the order in which their browsers show it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from congbo.commands.common import language_of, out, parser
from congbo.errors import CLEAN
from congbo.locale import catalogue, sentence
from congbo.message import say
from congbo.search import Found, search

LANGUAGES = ("vi", "en", "zh")  # in which portals are written


def main(argv: Sequence[str]) -> int:
    """Print what a query finds in a built edition; that there is nothing is an answer too."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("search", lang)
    parse.add_argument("query", metavar="QUERY", help=words["search.option.query"])
    parse.add_argument("--site", type=Path, required=True, metavar="DIR", help=words["search.option.site"])
    parse.add_argument("--in", dest="written", choices=LANGUAGES, default="vi", help=words["search.option.in"])
    parse.add_argument("--format", choices=_FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    found = search(args.root / args.site, args.query, args.written)
    out(_FORMATS[args.format](found, lang))
    return CLEAN


def _text(found: Found, lang: str) -> str:
    key = "search.partial" if found.partial else "search.total" if found.total else "search.none"
    lines = (f"{one.score:9.3f}  {one.title}\n{'':9}  {one.url}" for one in found.results)
    return "\n".join([sentence(say(key, total=found.total), lang), *lines]) + "\n"


def _json(found: Found, _: str) -> str:
    results = [asdict(one) for one in found.results]
    return json.dumps({"total": found.total, "partial": found.partial, "results": results}, ensure_ascii=False) + "\n"


_FORMATS: Mapping[str, Callable[[Found, str], str]] = {"text": _text, "json": _json}
