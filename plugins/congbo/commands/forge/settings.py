"""``congbo forge settings``: what a person sets on the forge's pages, and whether it is set."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from congbo.commands.common import language_of, out, parser
from congbo.commands.forge.working import forge_of
from congbo.errors import CANNOT_JUDGE, CLEAN, REFUSED, refuse
from congbo.forge.settings import PATH, Compared, Setting, compared, read_settings
from congbo.history import repository_root
from congbo.locale import catalogue, sentence
from congbo.message import say
from congbo.place import Place


def main(argv: Sequence[str], environ: Mapping[str, str] = os.environ) -> int:
    """Print what to click; with ``--check`` what differs: 1 if something does, 2 if the forge does not tell everything."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("forge.settings", lang)
    parse.add_argument("--check", action="store_true", help=words["forge.option.check"])
    args = parse.parse_args(argv)
    settings = read_settings(_read(repository_root(args.root)))
    if not args.check:
        out("".join(_shown(number, one, lang) for number, one in enumerate(settings, 1)))
        return CLEAN
    found = tuple(compared(settings, forge_of(environ)))
    out("".join(f"{_told(one, lang)}\n" for one in found))
    if any(one.kept is False for one in found):
        return REFUSED
    return CANNOT_JUDGE if any(one.kept is None and one.setting.ask for one in found) else CLEAN


def _read(root: Path) -> bytes:
    try:
        return (root / PATH).read_bytes()
    except OSError as error:
        raise refuse("forge.no_settings", Place(PATH)) from error


def _shown(number: int, one: Setting, lang: str) -> str:
    return sentence(say("forge.setting.shown", number=number, where=one.where, why=one.why), lang) + "\n"


def _told(one: Compared, lang: str) -> str:
    key = {True: "kept", False: "differs", None: "unknown"}[one.kept]
    return sentence(say(f"forge.setting.{key}", where=one.setting.where, found=one.found, wanted=one.setting.is_), lang)
