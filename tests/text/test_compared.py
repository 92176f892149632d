"""Two texts side by side: nothing is lost on either side, and only what differs is marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from congbo.text.compared import GONE, MOST_WORDS, NEW, SAME, Piece, compared, words

PARAGRAPHS = st.lists(st.text(alphabet="ab \u1eaf,", max_size=20), max_size=6)


def text(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


@given(PARAGRAPHS, PARAGRAPHS)
def test_both_sides_are_whole_and_in_order(before: list[str], after: list[str]) -> None:
    rows = compared(before, after)
    assert "".join(text(row.before) for row in rows) == "".join(before)
    assert "".join(text(row.after) for row in rows) == "".join(after)
    assert {piece.kind for row in rows for piece in row.before} <= {SAME, GONE}
    assert {piece.kind for row in rows for piece in row.after} <= {SAME, NEW}
    assert all(text(row.before) == text(row.after) for row in rows if row.same)


def test_only_the_words_that_differ_are_marked() -> None:
    row = words("Khách hơn hai nghìn người", "Khách 1.946 người")
    assert [(piece.kind, piece.text) for piece in row.before if piece.kind == GONE] == [(GONE, "hơn hai nghìn")]
    assert [(piece.kind, piece.text) for piece in row.after if piece.kind == NEW] == [(NEW, "1.946")]


def test_what_is_not_there_has_no_pieces() -> None:
    assert words(None, "mới").before == ()
    assert words("cũ", None).after == ()
    assert compared((), ()) == ()


def test_a_paragraph_without_end_is_compared_at_once() -> None:
    long = " ".join(str(number) for number in range(MOST_WORDS))
    row = words(long, f"{long} thêm")
    assert [piece.kind for piece in row.before] == [GONE]
    assert [piece.kind for piece in row.after] == [NEW]
