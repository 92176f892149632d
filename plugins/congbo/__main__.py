"""The command ``congbo``: a table of commands, one handler for errors, and the exit codes of ``congbo.errors``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from congbo import __version__
from congbo.commands import COMMANDS, run
from congbo.commands.common import language_of, usage
from congbo.errors import BUG, CANNOT_JUDGE, CLEAN, CongboError
from congbo.locale import sentence, told
from congbo.message import say

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    lang = language_of(words)
    try:
        return _dispatch(words, lang)
    except CongboError as error:
        print(told(error, lang), file=sys.stderr)
        return error.code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except Exception:  # the one place where a fault of ours becomes a report to paste
        import traceback

        print(
            sentence(say("main.bug", version=__version__, trace=traceback.format_exc()), lang),
            file=sys.stderr,
        )
        return BUG


def _dispatch(words: list[str], lang: str) -> int:
    common, name, rest = _split(words)
    if name in COMMANDS:
        return run(name, ["--lang", lang, *common, *rest])
    print(usage(lang, __version__), file=sys.stdout if "--help" in words or "-h" in words else sys.stderr)
    return CLEAN if {"--help", "-h", "--version"} & set(words) else CANNOT_JUDGE


def _split(words: list[str]) -> tuple[list[str], str, list[str]]:
    """Options that every command takes may stand before the command's name: ``congbo -C DIR check``."""
    common: list[str] = []
    rest = list(words)
    while len(rest) > 1 and rest[0] in ("-C", "--lang"):
        common += rest[:2] if rest[0] == "-C" else []
        rest = rest[2:]
    return common, rest[0] if rest else "", rest[1:]


if __name__ == "__main__":
    sys.exit(main())
