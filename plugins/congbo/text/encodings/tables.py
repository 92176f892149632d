"""The tables of the old encodings: what is seen, and the letter that was meant. Data files beside this module."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from congbo.text.encodings.shown import as_windows, dresses


@cache
def letters(name: str) -> Mapping[str, str]:
    """Return the letters of an encoding by what is seen in their place: one character, in VNI often two."""
    return {seen: letter for data, letter in _rows(name) for seen in dresses(data)}


@cache
def windows_1258() -> Mapping[str, str]:
    """Return the letters and the combining tones of Windows-1258 where they differ from Windows-1252."""
    pairs = ((as_windows(byte), bytes([byte]).decode("cp1258", "ignore")) for byte in range(0xC0, 0x100))
    return {seen: letter for seen, letter in pairs if letter != seen and unicodedata.category(letter)[0] in "LM"}


def _rows(name: str) -> Iterator[tuple[bytes, str]]:
    text = Path(__file__).with_name("data").joinpath(f"{name}.tsv").read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            data, letter = line.split("\t")
            yield bytes.fromhex(data), letter
