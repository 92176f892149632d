"""Rich texts (rtf): their words, objects and templates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congbo.attached.notes import Notes
from congbo.attached.text_parts import is_remote
from congbo.text.regex import regex

_TOKEN = regex(
    r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.IGNORECASE
)
_OBJECTS = {"objdata": "ole", "objocx": "activex", "objemb": "ole", "objlink": "ole", "objautlink": "dde"}
_SILENT = (
    "fonttbl", "colortbl", "stylesheet", "pict", "objdata", "themedata", "datastore", "listtable", "rsidtbl", "xmlnstbl",
)  # fmt: skip
_BREAKS = {"par": "\n", "line": "\n", "row": "\n", "tab": "\t", "cell": "\t", "page": "\n", "sect": "\n"}
_RUNS = regex(r"\b(?:DDE|DDEAUTO)\b|\b(?:INCLUDEPICTURE|INCLUDETEXT)\s+\"?(?:https?:|file:|\\\\)", re.IGNORECASE)
_TEMPLATE = regex(r"\{\s*\\\*\s*\\template\s+([^{}]*)", re.IGNORECASE)


def read(data: bytes, notes: Notes) -> None:
    """Note every word of a rich text, comments and properties too."""
    source = data.decode("latin-1")
    for found in _TEMPLATE.finditer(source):
        if is_remote(found[1].replace("\\\\", "\\")):
            notes.warn("external", found[1])
    text = "".join(_words(source, notes))
    if _RUNS.search(text):
        notes.warn("dde")
    notes.quote("text", text)


def _words(source: str, notes: Notes) -> Iterator[str]:
    silent: list[bool] = [False]
    skip = 0
    for word, number, byte, symbol, brace, text in _TOKEN.findall(source):
        if brace:
            _nest(silent, brace)
        elif word:
            if word in _OBJECTS:
                notes.warn(_OBJECTS[word], f"\\{word}")
            silent[-1] = silent[-1] or word in _SILENT
            if silent[-1]:
                continue
            if word == "u" and number:
                skip = 1
                yield chr(int(number) % 65536) if not 0xD800 <= int(number) % 65536 < 0xE000 else "\ufffd"
            elif word in _BREAKS:
                yield _BREAKS[word]
        elif not silent[-1]:
            plain = _plain(byte, symbol, text)
            yield plain[skip:]
            skip = 0 if plain else skip


def _nest(silent: list[bool], brace: str) -> None:
    if brace == "{":
        silent.append(silent[-1])
    elif len(silent) > 1:
        silent.pop()


def _plain(byte: str, symbol: str, text: str) -> str:
    if byte:
        return bytes.fromhex(byte).decode("cp1252", "replace")
    return (symbol if symbol in "\\{}" else "") if symbol else text
