"""Strict YAML 1.2 for front matter and policies: what could be read in two ways is refused.

Refused: anchors, aliases, merge keys, tags, duplicate keys, tabs, control characters, several documents, deep nesting.
Every node keeps its line and column.
"""

from congbo.strict.compose import compose
from congbo.strict.nodes import Mapping, Node, Scalar, Sequence

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "compose"]
