"""Free values inside rules (conditions, parameters): text, flag, whole number, list or mapping of these."""

from __future__ import annotations

import re

from congbo.errors import refuse
from congbo.strict import Node, Scalar, Sequence

Free = str | bool | int | tuple["Free", ...] | dict[str, "Free"]


def free(node: Node) -> Free:
    """Read any nested value; an empty one is refused, since commas in unquoted text silently make such keys."""
    if isinstance(node, Scalar):
        return _scalar(node)
    if isinstance(node, Sequence):
        return tuple(free(child) for child in node.nodes)
    if not node.nodes:
        raise refuse("policy.empty_value", node.place)
    return {key: free(child) for key, child in node.nodes.items()}


def _scalar(node: Scalar) -> Free:
    if node.plain and node.text in ("true", "false"):
        return node.text == "true"
    if node.plain and re.fullmatch(r"0|[1-9]\d{0,8}", node.text):
        return int(node.text)
    if not node.text.strip() or (node.plain and node.text in ("null", "~")):
        raise refuse("policy.empty_value", node.place)
    return node.text.strip()
