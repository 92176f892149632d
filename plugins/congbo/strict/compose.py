"""Text to nodes, through the events of ruamel.yaml's C parser.

Events and not constructed values: a parser resolves an alias, a merge key or a tag before anybody can refuse it.
The C parser is required (0.36 ms against 1.05 ms an item); the pure one in its place is a fault of the installation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from congbo.errors import CongboError, refuse
from congbo.message import say
from congbo.place import Place
from congbo.strict.bytes import refuse_tabs
from congbo.strict.nodes import Mapping, Node, Scalar, Sequence
from congbo.strict.problems import AT_THE_START, name_of

try:
    from ruamel.yaml.clib._ruamel_yaml import CParser
except ImportError:  # said in a sentence by the first file that is read
    CParser = None

MAX_DEPTH = 12
MAX_NODES = 200_000

# Plain words that YAML 1.1 readers take for something else than YAML 1.2 readers do: they must stand in quotes.
_AMBIGUOUS = re.compile(
    r"(?i:y|n|yes|no|on|off)|0[0-9]+|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?|[-+]?\d[\d_.]*[eE][-+]?\d+"
    r"|0[xob][0-9a-fA-F_]+|[-+]?\d+_[\d_]*|[-+]?\.(?i:inf)|\.(?i:nan)|=|<<"
)

# Escapes that would put characters into a value which a reviewer of the file does not see; ``\n`` and a line's end are plain.
_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\[^\\\"n/ \n]")


def compose(text: str, path: str, first_line: int = 1) -> Mapping:
    """Return the mapping that the YAML text holds.

    ``first_line`` is the file's line on which the text begins. Raises CongboError with the place of the fault.
    """
    refuse_tabs(text, path, first_line)
    return _Composer(text, path, first_line).document()


class _Composer:
    """Builds nodes from events, refusing on the way; holds the depth and the number of nodes so far."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self._text = text
        self._path = path
        self._shift = first_line
        self._escapes = "\\" in text
        self._count = 0

    def document(self) -> Mapping:
        if CParser is None:
            raise refuse("installation.no_c_parser")
        try:
            return self._parsed(CParser(self._text))
        except MarkedYAMLError as error:
            raise self._syntax(error) from error
        except YAMLError as error:
            raise _unreadable(Place(self._path), "other") from error

    def _parsed(self, parser: Any) -> Mapping:
        self._next: Callable[[], Any] = parser.get_event
        try:
            return self._document()
        finally:
            parser.dispose()

    def _document(self) -> Mapping:
        self._next()
        start = self._next()
        if type(start) is StreamEndEvent:
            raise refuse(
                "yaml.empty_file" if self._path.endswith(".yml") else "yaml.empty", Place(self._path, self._shift)
            )
        if getattr(start, "version", None) or getattr(start, "tags", None):
            raise refuse("yaml.directive", self._place(start))
        node = self._node(self._next(), 0)
        self._next()
        after = self._next()
        if type(after) is not StreamEndEvent:
            raise refuse("yaml.second_document", self._place(after))
        if not isinstance(node, Mapping):
            raise refuse("yaml.not_a_mapping", node.place)
        return node

    def _node(self, event: Any, depth: int) -> Node:
        self._refuse_event(event, depth)
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is SequenceStartEvent:
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _refuse_event(self, event: Any, depth: int) -> None:
        self._count += 1
        if event.anchor or event.tag or depth > MAX_DEPTH or self._count > MAX_NODES:
            self._refuse(event, depth)
        if self._escapes and type(event) is ScalarEvent and event.style == '"' and self._escaped(event):
            raise refuse("yaml.character", self._place(event))

    def _refuse(self, event: Any, depth: int) -> None:
        if type(event) is AliasEvent:  # its anchor is what it names
            raise refuse("yaml.alias", self._place(event))
        if event.anchor:
            raise refuse("yaml.anchor", self._place(event))
        if event.tag:
            raise refuse("yaml.tag", self._place(event), tag=event.tag)
        if depth > MAX_DEPTH:
            raise refuse("yaml.too_deep", self._place(event), limit=MAX_DEPTH)
        raise refuse("yaml.too_many", self._place(event), limit=MAX_NODES)

    def _escaped(self, event: Any) -> bool:
        return bool(_ESCAPE.search(self._text, event.start_mark.index, event.end_mark.index))

    def _scalar(self, event: Any) -> Scalar:
        plain = not event.style
        value = event.value
        if plain and _AMBIGUOUS.fullmatch(value):
            raise refuse("yaml.ambiguous", self._place(event), value=value)
        return Scalar(self._place(event), value, plain)

    def _sequence(self, event: Any, depth: int) -> Sequence:
        nodes = []
        while type(child := self._next()) is not SequenceEndEvent:
            nodes.append(self._node(child, depth + 1))
        return Sequence(self._place(event), tuple(nodes))

    def _mapping(self, event: Any, depth: int) -> Mapping:
        nodes: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        folded: set[str] = set()
        while type(child := self._next()) is not MappingEndEvent:
            key = self._key(child, depth, folded)
            keys[key] = self._place(child)
            nodes[key] = self._node(self._next(), depth + 1)
        return Mapping(self._place(event), nodes, keys)

    def _key(self, event: Any, depth: int, folded: set[str]) -> str:
        self._refuse_event(event, depth)
        if type(event) is not ScalarEvent:
            raise refuse("yaml.key_not_text", self._place(event))
        if event.value == "<<" and not event.style:
            raise refuse("yaml.merge_key", self._place(event))
        # Keys that differ only in case or in composed marks would look the same to a reviewer.
        value: str = event.value
        mark = value if value.isascii() and value.islower() else unicodedata.normalize("NFC", value).casefold()
        if mark in folded:
            raise refuse("yaml.duplicate_key", self._place(event), key=value)
        folded.add(mark)
        return value

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self._path, mark.line + self._shift, mark.column + 1)

    def _syntax(self, error: MarkedYAMLError) -> CongboError:
        name = name_of(str(error.problem))
        marks = (error.problem_mark, error.context_mark)
        mark = next(filter(None, reversed(marks) if name in AT_THE_START else marks), None)
        line = (mark.line if mark else 0) + self._shift
        return _unreadable(Place(self._path, line, mark.column + 1 if mark else 0), name)


def _unreadable(place: Place, name: str) -> CongboError:
    detail, cure = say(f"yaml.problem.{name}"), say(f"yaml.problem.{name}.fix")
    return refuse("yaml.syntax", place, detail=detail, cure=cure)
