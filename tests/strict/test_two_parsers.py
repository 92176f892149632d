"""The C parser and the pure one read the accepted set alike (design, principle 3)."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from congbo.errors import CongboError
from congbo.item.front_matter import split
from congbo.strict import Mapping, Node, Scalar, compose
from support.documents import Document, documents
from support.trees import ROOT, real_policies

ITEMS = sorted((ROOT / "content").rglob("*.md"))
SMALL = sorted(path for path, data in real_policies().items() if len(data) < 12_000)


def plain(node: Node) -> Any:
    """Return a node as Python values, every scalar as its text."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.nodes.items()}
    return [plain(value) for value in node.nodes]


def by_the_pure_parser(text: str) -> Any:
    """Return the same by ruamel's own parser, without resolving any type."""
    yaml = YAML(typ="base", pure=True)
    return as_text(yaml.load(text))


def as_text(value: Any) -> Any:
    """Return what the pure parser made, with an empty value as an empty text."""
    if isinstance(value, dict):
        return {str(key): as_text(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_text(one) for one in value]
    return "" if value is None else str(value)


@pytest.mark.parametrize("file", random.Random(1).sample(ITEMS, min(80, len(ITEMS))), ids=lambda file: file.stem)  # noqa: S311
def test_both_read_the_front_matter_of_an_item_alike(file: Path) -> None:
    assert_read_alike(file.read_bytes(), file.name)


@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(document=documents())
def test_both_read_generated_front_matter_alike(document: Document) -> None:
    assert_read_alike(document.data, "generated.md")


def assert_read_alike(data: bytes, name: str) -> None:
    mapping, _, _ = split(data, name)
    front = data.decode().replace("\r\n", "\n").split("\n---", 1)[0].removeprefix("---\n")
    assert plain(mapping) == by_the_pure_parser(f"{front}\n")


@pytest.mark.parametrize("path", SMALL)
def test_both_read_a_policy_file_alike(path: str) -> None:
    text = real_policies()[path].decode()
    assert plain(compose(text, path)) == by_the_pure_parser(text)


@pytest.mark.parametrize("seed", range(200))
def test_a_spoilt_text_that_is_accepted_is_never_read_otherwise(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 -- the same texts in every run
    pieces = [
        "a: b",
        "c: [d, e]",
        "f: {g: h}",
        "i: |\n  j\n  k",
        'l: "m"',
        "n: 'o'",
        "p:\n  - q\n  - r: s",
        "# t",
        "",
        "u:",
        "v: w x # y",
    ]
    text = "\n".join(dice.sample(pieces, 6))
    spot = dice.randrange(len(text))
    text = (
        text[:spot]
        + dice.choice(["", ":", " ", "\n", "'", '"', "[", "]", "{", ",", "#", "-", "|", ">", "\\", "?"])
        + text[spot:]
    )
    try:
        accepted, other = plain(compose(text, "x.yml")), by_the_pure_parser(text)
    except (CongboError, YAMLError):  # refused by one: nobody reads it
        return
    assert accepted == other
