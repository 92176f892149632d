"""How a command says that it failed: a sentence on stderr, and a JSON document on stdout for a program that asked for one."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from itertools import zip_longest

from congbo.errors import CongboError, refuse
from congbo.locale import sentence, told
from congbo.output.json import document
from congbo.output.report import Report
from congbo.place import Place

_FORMAT = "--format"


def failed(error: CongboError, words: Sequence[str], lang: str) -> int:
    """Tell an error and return its exit code."""
    print(told(error, lang), file=sys.stderr)
    if wants_json(words):
        sys.stdout.write(failure(error, lang))
    return error.code


def failure(error: CongboError, lang: str) -> str:
    """Return the document ``{"error": {...}, "code": 2}``; where content was found wrong, with what ``check`` says of it."""
    place, report = error.place, error.message.params.get("report")
    told_of: dict[str, object] = {"key": error.message.key, "message": sentence(error.message, lang)}
    told_of |= (place or Place(""))._asdict()
    found = document(report, lang) if isinstance(report, Report) else {}
    return json.dumps({"error": told_of, "code": error.code, **found}, ensure_ascii=False, indent=2) + "\n"


def of_system(error: OSError) -> CongboError:
    """Return what the system refused, which no command foresaw, as something that a person can mend."""
    if error.filename is None:
        return refuse("main.system", detail=error)
    return refuse("main.system_file", path=os.fsdecode(error.filename), detail=error)


def wants_json(words: Sequence[str]) -> bool:
    """Tell whether the words of a call ask for JSON, however the option is written."""
    for word, after in zip_longest(words, words[1:], fillvalue=""):
        name, _, value = word.partition("=")
        if len(name) > len("--") and _FORMAT.startswith(name) and (value or after) == "json":
            return True
    return False
