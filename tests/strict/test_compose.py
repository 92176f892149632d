"""Nodes with places, and what is refused on the way (the long list of refusals: tests/item/test_bad_front_matter.py)."""

from __future__ import annotations

import pytest

from congbo.errors import CongboError
from congbo.place import Place
from congbo.strict import Mapping, Node, Scalar, Sequence, compose
from congbo.strict.bytes import decode, position
from congbo.strict.compose import MAX_DEPTH

TEXT = """\
title: Quyết định
can_cu:
  - Luật A
  - "Luật B"
anh: {file: a.png, alt: 'Ảnh'}
summary: >-
  một
  hai
"""


def refusal(text: str, first_line: int = 1) -> tuple[str, int, int]:
    """Return the key, line and column with which a text is refused."""
    with pytest.raises(CongboError) as raised:
        compose(text, "x.yml", first_line)
    place = raised.value.place
    assert place is not None
    assert place.path == "x.yml"
    return raised.value.message.key, place.line, place.column


def child(node: Node, *steps: str | int) -> Node:
    """Return the node that lies along the steps."""
    for step in steps:
        if (isinstance(node, Mapping) and isinstance(step, str)) or (
            isinstance(node, Sequence) and isinstance(step, int)
        ):
            node = node.nodes[step]
    return node


@pytest.mark.parametrize(
    ("steps", "line", "column"),
    [
        (("title",), 1, 8),
        (("can_cu",), 3, 3),
        (("can_cu", 0), 3, 5),
        (("can_cu", 1), 4, 5),
        (("anh",), 5, 6),
        (("anh", "file"), 5, 13),
        (("anh", "alt"), 5, 25),
        (("summary",), 6, 10),
    ],
)
def test_every_value_keeps_its_place(steps: tuple[str | int, ...], line: int, column: int) -> None:
    assert child(compose(TEXT, "x.yml"), *steps).place == Place("x.yml", line, column)


@pytest.mark.parametrize(
    ("key", "line", "column"), [("title", 1, 1), ("can_cu", 2, 1), ("anh", 5, 1), ("summary", 6, 1)]
)
def test_every_key_keeps_its_place(key: str, line: int, column: int) -> None:
    assert compose(TEXT, "x.yml").at(key) == Place("x.yml", line, column)


def test_a_key_that_is_absent_stands_where_the_mapping_stands() -> None:
    assert compose(TEXT, "x.yml", first_line=2).at("status") == Place("x.yml", 2, 1)


def test_columns_count_letters_and_not_bytes() -> None:
    mapping = compose("đường: {đi: ở đâu, về: nhà}", "x.yml")
    assert child(mapping, "đường", "về").place.column == 24


def test_lines_count_from_the_first_line_of_the_file() -> None:
    assert compose("a: b\nc: d", "x.yml", first_line=2).nodes["c"].place.line == 3
    assert refusal("a: b\nc: &d e", first_line=2) == ("yaml.anchor", 3, 4)
    assert refusal("a: b\nc: d: e", first_line=2) == ("yaml.syntax", 3, 5)
    assert refusal("a: b\n\tc: d", first_line=2) == ("yaml.tab", 3, 1)


@pytest.mark.parametrize(
    ("written", "text", "plain"),
    [
        ("x", "x", True),
        ('"x"', "x", False),
        ("'x'", "x", False),
        ("|\n  x\n  y\n", "x\ny\n", False),
        (">-\n  x\n  y", "x y", False),
        ("", "", True),
        ("null", "null", True),
        ('"null"', "null", False),
        ("2019-10-01", "2019-10-01", True),
        ("12", "12", True),
        ("true", "true", True),
        ('"no"', "no", False),
        ("1.2.3", "1.2.3", True),
        ("901/QĐ-UBND", "901/QĐ-UBND", True),
        ("yes, no", "yes, no", True),
    ],
)
def test_a_value_is_its_text_and_whether_it_was_quoted(written: str, text: str, plain: bool) -> None:
    node = compose(f"a: {written}", "x.yml").nodes["a"]
    assert isinstance(node, Scalar)
    assert (node.text, node.plain) == (text, plain)


@pytest.mark.parametrize(
    "word",
    [
        "y",
        "N",
        "Yes",
        "NO",
        "on",
        "Off",
        "00",
        "07",
        "1:30",
        "-1:30:59.5",
        "1e3",
        "1.5E-2",
        "0x1F",
        "0b10",
        "1_0",
        ".Inf",
        "-.inf",
        "=",
    ],
)
def test_a_word_that_two_versions_of_yaml_read_in_two_ways_must_be_quoted(word: str) -> None:
    assert refusal(f"a: {word}") == ("yaml.ambiguous", 1, 4)
    assert refusal(f"a:\n  - {word}") == ("yaml.ambiguous", 2, 5)
    assert compose(f'a: "{word}"', "x.yml").nodes["a"] == Scalar(Place("x.yml", 1, 4), word, False)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\na: 2", 2),
        ("a: 1\nb: 2\nA: 3", 3),
        ("Đ: 1\nđ: 2", 2),
        ("hòa: 1\nho\u0300a: 2", 2),
        ("a: 1\n'a': 2", 2),
        ("x: {a: 1, a: 2}", 1),
        ("x:\n  - a: 1\n    a: 2", 3),
    ],
)
def test_a_key_may_stand_once_whatever_its_case_or_form(text: str, line: int) -> None:
    assert refusal(text)[:2] == ("yaml.duplicate_key", line)


def test_keys_of_two_mappings_are_no_duplicates() -> None:
    assert list(compose("a: {b: 1}\nb: {b: 2}", "x.yml").nodes) == ["a", "b"]


def test_hoa_with_the_mark_on_either_letter_is_two_keys() -> None:
    assert list(compose("hoà: 1\nhòa: 2", "x.yml").nodes) == ["hoà", "hòa"]


def nested(depth: int) -> str:
    """Return a mapping whose value lies under so many lists."""
    return "a: " + "[" * depth + "x" + "]" * depth


def test_depth_is_limited() -> None:
    assert compose(nested(MAX_DEPTH - 1), "x.yml")
    assert refusal(nested(MAX_DEPTH))[0] == "yaml.too_deep"


@pytest.mark.parametrize("text", ["a: *b", "a: [*b]", "*b : a"])
def test_an_alias_is_refused(text: str) -> None:
    assert refusal(text)[0] == "yaml.alias"


@pytest.mark.parametrize("text", ["a: &b c", "a: &b [c]", "a: &b {c: d}", "&b a: c", "&b {a: c}"])
def test_an_anchor_is_refused(text: str) -> None:
    assert refusal(text)[0] == "yaml.anchor"


@pytest.mark.parametrize(
    "text", ["a: !b c", "a: !!int 3", "a: !!binary YQ==", "a: ! b", "!!map {a: b}", "a: !<tag:x> b"]
)
def test_a_tag_is_refused(text: str) -> None:
    assert refusal(text)[0] == "yaml.tag"


@pytest.mark.parametrize(
    "escape",
    ["\\x41", "\\u0041", "\\U00000041", "\\e", "\\0", "\\t", "\\N", "\\_", "\\L", "\\P", "\\a", "\\r", "\\\\\\u0041"],
)
def test_an_escape_that_hides_a_character_is_refused(escape: str) -> None:
    assert refusal(f'a: "x{escape}"') == ("yaml.character", 1, 4)
    assert refusal(f'"x{escape}": a') == ("yaml.character", 1, 1)


@pytest.mark.parametrize(
    ("written", "text"),
    [("\\\\", "\\"), ('\\"', '"'), ("\\n", "\n"), ("\\/", "/"), ("\\\\u0041", "\\u0041"), ("\\\n ", "")],
)
def test_an_escape_that_hides_nothing_is_read(written: str, text: str) -> None:
    node = compose(f'a: "x{written}"', "x.yml").nodes["a"]
    assert isinstance(node, Scalar)
    assert node.text == f"x{text}"


def test_a_backslash_outside_double_quotes_is_a_backslash() -> None:
    mapping = compose("a: x\\u0041\nb: 'x\\u0041'", "x.yml")
    assert [node.text for node in mapping.nodes.values() if isinstance(node, Scalar)] == ["x\\u0041", "x\\u0041"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "yaml.empty_file"),
        ("# a", "yaml.empty_file"),
        ("- a", "yaml.not_a_mapping"),
        ("a", "yaml.not_a_mapping"),
        ("a: b\n--- \nc: d", "yaml.second_document"),
        ("%YAML 1.2\n---\na: b", "yaml.directive"),
        ("%TAG ! tag:x,2026:\n---\na: b", "yaml.directive"),
        ("<<: {a: b}", "yaml.merge_key"),
        ("{a: b}: c", "yaml.key_not_text"),
    ],
)
def test_a_text_that_is_no_plain_mapping_is_refused(text: str, key: str) -> None:
    assert refusal(text)[0] == key


def test_bytes_become_text_with_line_feeds() -> None:
    assert decode("một\r\nhai\n".encode(), "x") == "một\nhai\n"


def test_the_place_of_a_wrong_byte_is_its_line() -> None:
    with pytest.raises(CongboError) as raised:
        decode(b"a\nb\n\xff\n", "x")
    assert raised.value.place == Place("x", 3)


def test_a_file_that_is_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(CongboError) as raised:
        decode(b"\xff" * 11, "x", limit=10)
    assert raised.value.message.key == "text.too_large"


@pytest.mark.parametrize(("offset", "expected"), [(0, (1, 1)), (1, (1, 2)), (2, (2, 1)), (3, (3, 1)), (5, (3, 3))])
def test_a_position_counts_from_one(offset: int, expected: tuple[int, int]) -> None:
    assert position("a\n\nđe\n", offset) == expected
