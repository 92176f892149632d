"""``congbo fix``: mend the faults of characters that a program can mend; note which translations were looked at."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from congbo.clock import today
from congbo.commands.common import language_of, out, parser
from congbo.commands.fix_files import Looked, chosen, look, write
from congbo.commands.fix_report import FORMATS
from congbo.errors import CLEAN, REFUSED, refuse
from congbo.history import repository_root
from congbo.locale import catalogue


def main(argv: Sequence[str]) -> int:
    """Show what would be mended, or with ``--write`` mend it.

    0: nothing to do, or written; 1: something to mend and not written, or beyond mending; 2: wrong usage.
    """
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("fix", lang)
    parse.add_argument("paths", nargs="*", metavar="PATH", help=words["fix.option.paths"])
    parse.add_argument("--write", action="store_true", help=words["fix.option.write"])
    parse.add_argument("--reviewed", action="store_true", help=words["fix.option.reviewed"])
    parse.add_argument("--format", choices=FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    top = repository_root(args.root)
    if args.reviewed:
        return _reviewed(top, args, lang)
    looked = [look(top, path) for path in chosen(top, args.root, args.paths)]
    if args.write:
        for one in looked:
            write(top, one)
    out(FORMATS[args.format](looked, lang, written=args.write))
    return _code(looked, written=args.write)


def _reviewed(top: Path, args: Namespace, lang: str) -> int:
    """Note that translations were compared with their originals; which, somebody has to say."""
    from congbo.commands.fix_translations import FORMATS as NOTES
    from congbo.commands.fix_translations import noted, write

    if not args.paths:
        raise refuse("fix.name_translations")
    some = noted(top, chosen(top, args.root, args.paths), today(None))
    if args.write:
        write(top, some)
    out(NOTES[args.format](some, lang, written=args.write))
    return REFUSED if any(one.changed for one in some) and not args.write else CLEAN


def _code(looked: Sequence[Looked], *, written: bool) -> int:
    undone = any(one.left or (one.changed and not written) for one in looked)
    return REFUSED if undone else CLEAN
