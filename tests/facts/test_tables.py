"""Data files are read as people and programs write them, or not at all: nothing is guessed, and no bytes break the reader."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congbo.facts.tables import MOST_COLUMNS, MOST_ROWS, Table, read_table
from congbo.facts.unread import Unread


def numbers(text: str) -> tuple[Decimal | None, ...] | None:
    found = read_table(text.encode())
    assert isinstance(found, Table)
    return found.columns[1].numbers


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kỳ,A\n2017,1224.6\n2018,-3", ("1224.6", "-3")),
        ("\ufeffKỳ;A\r\n2017;1.224,6\r\n2018;1.000\r\n", ("1224.6", "1000")),
        ('Kỳ,A\n2017,"1.224,6"\n2018,"1.000"', ("1224.6", "1000")),
        ('Kỳ,A\n2017,"1,224.6"\n2018,"1,000"', ("1224.6", "1000")),
        ("Kỳ\tA\n2017\t1 224\n2018\t\u22125", ("1224", "-5")),
        ("Kỳ,A\n2017,12\n\n2018,...\n2019,90.0", ("12", None, "90.0")),
        ("Kỳ;A\n2017;8.8\n2018;9.25", ("8.8", "9.25")),
    ],
)
def test_numbers_are_read_in_the_way_in_which_their_column_is_written(
    text: str, wanted: tuple[str | None, ...]
) -> None:
    assert numbers(text) == tuple(None if one is None else Decimal(one) for one in wanted)


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("Kỳ,A\n2017,12\n2018,99.910\n2019,100.250", 3, "ambiguous"),
        ('Kỳ,A\n2017,"1,224"', 2, "ambiguous"),
        ("Kỳ,A\n2017,12\n2018,l3\n2019,14", 3, "word"),
    ],
)
def test_what_may_be_read_in_two_ways_is_no_number_and_is_told(text: str, line: int, key: str) -> None:
    found = read_table(text.encode())
    assert isinstance(found, Table)
    assert found.columns[1].numbers is None
    assert [(doubt.line, doubt.key) for doubt in found.doubts] == [(line, key)]


def test_words_are_words() -> None:
    found = read_table("Xã,Loại\nA,I\nB,12\nC,II".encode())
    assert isinstance(found, Table)
    assert found.columns[1].numbers is None
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("data", "line", "key"),
    [
        (b"", 1, "empty"),
        (b"A,B\n", 1, "empty"),
        (b"A,B\n1,2\n1,2,3\n", 3, "cells"),
        (b"A,,B\n1,2,3\n", 1, "unnamed"),
        (b"A,B,A\n1,2,3\n", 1, "twice"),
        (b'A,B\n1,"2\n', 2, "quotes"),
        (b"A,B\n1,\xe9\n", 2, "encoding"),
        (b"A,B\n" + b"1,2\n" * (MOST_ROWS + 1), MOST_ROWS + 2, "rows"),
        (",".join(f"c{n}" for n in range(MOST_COLUMNS + 1)).encode() + b"\n1\n", 1, "columns"),
        (b"A,B\n" + b"1" * 5_000_000, 1, "size"),
    ],
)
def test_a_file_that_is_no_table_says_where_and_why(data: bytes, line: int, key: str) -> None:
    found = read_table(data)
    assert isinstance(found, Unread)
    assert (found.line, found.key) == (line, key)


@given(st.binary(max_size=200) | st.text('0123456789.,;-"\n\tab ', max_size=200).map(str.encode))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    found = read_table(data)
    if isinstance(found, Table):
        lengths = {len(column.cells) for column in found.columns}
        assert len(lengths) == 1
        assert all(one is None or one.is_finite() for c in found.columns for one in c.numbers or ())
