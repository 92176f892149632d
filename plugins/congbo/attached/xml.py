"""XML of strangers: read as a stream, without entities, never more than a limit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from congbo.attached import limits
from congbo.attached.notes import ExcessError, Notes
from congbo.text.regex import regex

_CHUNK = 1 << 16
_NUMBERING = ("fmtid", "pid", "id", "itemID", "type", "size", "baseType", "version", "uri")
_PREFIXED = regex(r"^\{[^}]*\}")


class Target(Protocol):
    """What hears of the elements, named without their namespaces."""

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        """An element begins."""

    def end(self, name: str, /) -> None:
        """An element ends."""

    def data(self, text: str, /) -> None:
        """Some text."""


class _Local:
    """Takes the namespaces off: a document names them as it likes, and nothing here depends on two of one name."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self.data = target.data
        self._names: dict[str, str] = {}
        self._depth = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > limits.DEPTH:
            raise ExcessError(f"> {limits.DEPTH}")
        self._target.start(self._local(tag), {self._local(name): value for name, value in attributes.items()})

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._target.end(self._local(tag))

    def close(self) -> None:
        """Nothing is built."""

    def _local(self, tag: str) -> str:
        known = self._names.get(tag)
        if known is None:
            known = self._names[tag] = _PREFIXED.sub("", tag)
        return known


def walk(data: bytes, target: Target, notes: Notes) -> None:
    """Tell ``target`` of every element; entities are a danger and end the walk.

    Raises ExcessError for too much of it and ParseError for what is no XML.
    """
    if len(data) > limits.XML:
        raise ExcessError(f"XML > {limits.XML} B")
    parser = XMLParser(target=_Local(target))
    try:
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
        parser.close()
    except DefusedXmlException as error:
        notes.warn("entity", getattr(error, "name", "") or getattr(error, "sysid", "") or "DTD")


class Words:
    """All the text of a document, a line an element."""

    def __init__(self) -> None:
        self._words: list[str] = []

    def start(self, _: str, attributes: Mapping[str, str]) -> None:
        """Keep the attributes' values too: properties stand there."""
        self._words += [
            f"{key} {value}" for key, value in attributes.items() if value.strip() and key not in _NUMBERING
        ]

    def end(self, name: str) -> None:
        """Nothing more."""

    def data(self, text: str) -> None:
        """Keep a text that is not blank."""
        if text.strip():
            self._words.append(text.strip())

    @property
    def text(self) -> str:
        """Return the words, a line each."""
        return "\n".join(self._words)
