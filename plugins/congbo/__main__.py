"""The command ``congbo``: a table of commands, one handler for errors, and the exit codes of ``congbo.errors``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from congbo import __version__
from congbo.commands import COMMANDS, run
from congbo.commands.common import language_of, readied, usage
from congbo.errors import BUG, CANNOT_JUDGE, CLEAN, CongboError, refuse
from congbo.locale import LANGUAGES, sentence
from congbo.message import say

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    lang = language_of(words)
    readied()
    try:
        code = _dispatch(words, lang)
        sys.stdout.flush()  # a disk that is full says so only now
    except CongboError as error:
        return _failed(error, words, lang)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _nowhere()
        return CLEAN
    except OSError as error:
        if error.filename is None:
            _nowhere()
        return _failed(error, words, lang)
    except Exception:  # the one place where a fault of ours becomes a report to paste
        import traceback

        print(
            sentence(say("main.bug", version=__version__, trace=traceback.format_exc()), lang),
            file=sys.stderr,
        )
        return BUG
    return code


def _failed(error: CongboError | OSError, words: list[str], lang: str) -> int:
    from congbo.commands.failing import failed, of_system  # what succeeds does not wait for this

    return failed(of_system(error) if isinstance(error, OSError) else error, words, lang)


def _nowhere() -> None:
    """Nobody takes what is still to be printed: at the end of the process it must not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _dispatch(words: list[str], lang: str) -> int:
    common, name, rest = _split(words)
    if name in COMMANDS:
        return run(name, ["--lang", lang, *common, *rest])
    if name == "--version":
        print(f"congbo {__version__}")
        return CLEAN
    asked = {"--help", "-h"} & set(words)
    print(usage(lang, __version__), file=sys.stdout if asked else sys.stderr)
    if not asked and name:
        raise _unknown(name)
    return CLEAN if asked else CANNOT_JUDGE


def _unknown(name: str) -> CongboError:
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, 1)
    return refuse("main.unknown_near", word=name, near=near[0]) if near else refuse("main.unknown", word=name)


def _split(words: list[str]) -> tuple[list[str], str, list[str]]:
    """Options that every command takes may stand before the command's name: ``congbo -C DIR check``."""
    common: list[str] = []
    rest = list(words)
    while rest and rest[0].partition("=")[0] in ("-C", "--lang"):
        option, given, value = rest[0].partition("=")
        value = value if given else "".join(rest[1:2])
        if option == "--lang" and value not in LANGUAGES:
            raise refuse("main.language", value=value, known=list(LANGUAGES))
        common += [option, value] if option == "-C" else []
        rest = rest[1:] if given else rest[2:]
    return common, rest[0] if rest else "", rest[1:]


if __name__ == "__main__":
    sys.exit(main())
