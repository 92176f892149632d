"""The refusal pass over the bytes, before any parser sees them."""

from __future__ import annotations

import re

from congbo.errors import CongboError, refuse
from congbo.place import Place
from congbo.text.encodings.octets import of_wide

MAX_BYTES = 6_000_000

# C0 and C1 controls, the Unicode line breaks that PyYAML and ruamel split lines at differently, noncharacters.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def decode(data: bytes, path: str, limit: int = MAX_BYTES) -> str:
    """Return the text of a UTF-8 file with LF line ends.

    Raises CongboError for another encoding, a byte-order mark, a lone CR, a control character or too large a file.
    """
    if len(data) > limit:
        raise refuse("text.too_large", Place(path), size=len(data), limit=limit)
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise refuse("text.byte_order_mark", Place(path, 1, 1))
    try:
        text = data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, path, error.start) from error
    if "\0" in text and of_wide(data) is None:  # UTF-16 without a mark, full of these, can be mended by a program
        raise refuse("text.nul", Place(path, *position(text, text.index("\0"))))
    _refuse_match(_CONTROL.search(text), text, path, "text.control_character")
    _refuse_match(re.search("\r", text), text, path, "text.lone_carriage_return")
    return text


def refuse_tabs(text: str, path: str, first_line: int = 1) -> None:
    """Refuse a tab anywhere in a YAML text, because indentation by tabs cannot be judged by eye."""
    found = re.search("\t", text)
    if found:
        line, column = position(text, found.start())
        raise refuse("yaml.tab", Place(path, line + first_line - 1, column))


def position(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, both from 1, of an offset."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - text.rfind("\n", 0, offset)


def _refuse_match(found: re.Match[str] | None, text: str, path: str, key: str) -> None:
    if found:
        raise refuse(key, Place(path, *position(text, found.start())), shown=f"U+{ord(found[0]):04X}")


def _not_utf8(data: bytes, path: str, offset: int) -> CongboError:
    line = data.count(b"\n", 0, offset) + 1
    return refuse("text.not_utf8", Place(path, line), byte=f"0x{data[offset]:02X}")
