"""Edits a YAML file: what is not edited stays as it was written, comments and quotes too."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from ruamel.yaml import YAML

WIDE = 100_000  # a line is never broken: whoever compares two versions sees the edit alone


def edited(text: str, edit: Callable[[Any], None]) -> str:
    """Return the text after ``edit`` has changed the document (mappings and lists of ruamel's round trip).

    ``text`` has been read by ``compose`` before; what is written is read by it again before anybody relies on it.
    """
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    document = yaml.load(text)
    edit(document)
    buffer = io.StringIO()
    yaml.dump(document, buffer)
    return buffer.getvalue()


def flow(entries: dict[str, Any]) -> Any:
    """Return a mapping that is written on one line: ``{id: a, name: b}``."""
    from ruamel.yaml.comments import CommentedMap

    made = CommentedMap(entries)
    made.fa.set_flow_style()
    return made


def row(words: list[str]) -> Any:
    """Return a list that is written on one line: ``[a, b]``."""
    from ruamel.yaml.comments import CommentedSeq

    made = CommentedSeq(words)
    made.fa.set_flow_style()
    return made


def quoted(text: str) -> Any:
    """Return a text that is written between double quotes."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    return DoubleQuotedScalarString(text)
