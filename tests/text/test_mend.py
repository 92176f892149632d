"""What a program can mend in a text without a person, and what it leaves alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congbo.text.characters import flaws
from congbo.text.encodings import passages
from congbo.text.mend import mend
from support.legacy import ENCODINGS, stored, typed

TEXT = "Ủy ban nhân dân tỉnh thông báo lịch tiếp công dân.\nCông dân gửi phản ánh, kiến nghị đến bộ phận tiếp dân.\n"


def mended(text: str, *, table: bool = False) -> str:
    """The text after mending."""
    found = mend(text.encode(), table=table)
    assert found
    return found.after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ho\u0300a bi\u0300nh", "Hòa bình"),
        ("bô\u0301n mươi", "bốn mươi"),
        ("Ðồng Lạc, QÐ-UBND, HÐND, ðiện", "Đồng Lạc, QĐ-UBND, HĐND, điện"),
        ("Guðmundur Sigurðsson", "Guðmundur Sigurðsson"),
        ("tài\u00adliệu \u200bmới\u200e\ufeff", "tàiliệu mới"),
        ("a\U000e0041\U000e0042b\ufe0f", "ab"),
        ("1\u00a0000\u00a0000\u00a0đồng", "1\u00a0000\u00a0000 đồng"),
        ("2019\u202f:\u00a0năm", "2019 : năm"),
        ("một\r\nhai\rba\n", "một\nhai\nba\n"),
        ("\ufeffid: a", "id: a"),
        ("một\u2028hai\x0bba\x85bốn", "một hai ba bốn"),
        ("chuông\x07 báo", "chuông báo"),
        ("hoà, hòa, uỷ, ủy, thuý, thúy", "hoà, hòa, uỷ, ủy, thuý, thúy"),
        ("U\u0412ND, Ｕ, \ue000, \ufffd", "U\u0412ND, Ｕ, \ue000, \ufffd"),
        ("广宁省，第１条 👍", "广宁省，第１条 👍"),
    ],
)
def test_what_is_mended_and_what_is_not(before: str, after: str) -> None:
    assert mended(before) == after


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_passages_in_old_encodings_within_utf_8(encoding: str) -> None:
    before = f"Dòng một bằng chữ Việt Unicode.\n\n{typed(TEXT, encoding)}"
    assert mended(before).casefold() == f"dòng một bằng chữ việt unicode.\n\n{TEXT}".casefold()


@pytest.mark.parametrize("encoding", ENCODINGS[:4])
def test_files_in_the_bytes_of_old_encodings(encoding: str) -> None:
    found = mend(stored(TEXT, encoding))
    assert found
    assert found.after.casefold() == TEXT.casefold()
    assert found.done == {encoding: 2}


def test_utf_16_becomes_utf_8() -> None:
    found = mend(TEXT.encode("utf-16"))
    assert found
    assert (found.after, found.done) == (TEXT, {"utf16": 1})


@pytest.mark.parametrize(
    "data", [b"caf\xe9\n", b"\x00\x01\x02", b"GIF89a\x00\xff", b"PK\x03\x04\x00", bytes(range(128, 256))]
)
def test_what_is_no_text_or_of_unknown_encoding_is_left_alone(data: bytes) -> None:
    assert mend(data) is None


def test_a_table_keeps_what_spreadsheets_want() -> None:
    data = "\ufeffTên,Số\r\nHo\u0300a,1\r\n".encode()
    found = mend(data, table=True)
    assert found
    assert found.after == "\ufeffTên,Số\r\nHòa,1\r\n"
    assert found.done == {"nfc": 1}


def test_lines_whose_capitals_are_in_doubt_are_told() -> None:
    text = "Sở Nội vụ họp.\nỦy ban nhân dân tỉnh họp.\nXÃ HỘI CHỦ NGHĨA\nhọp bàn việc nước\n"
    found = mend(typed(text, "tcvn3").encode())
    assert found
    assert found.review == (2, 3)
    assert found.after.split("\n")[0] == "Sở Nội vụ họp."


@pytest.mark.parametrize("encoding", [one for one in ENCODINGS if one != "tcvn3"])
def test_other_encodings_leave_no_doubt(encoding: str) -> None:
    found = mend(typed(TEXT, encoding).encode())
    assert found
    assert found.review == ()


def test_lost_letters_are_told_and_kept() -> None:
    found = mend("Một.\nĐề nghị má»i tổ chức\n".encode())
    assert found
    assert (found.lost, found.changed) == ((2,), False)


def test_a_clean_text_is_not_changed() -> None:
    found = mend(TEXT.encode())
    assert found
    assert (found.changed, found.before, found.after) == (False, TEXT, TEXT)


def test_before_and_after_have_the_same_lines() -> None:
    for data in (
        typed(TEXT, "vni").encode(),
        stored(TEXT, "viscii"),
        "a\r\nb\rc\u2028d\n".encode(),
        TEXT.encode("utf-16"),
    ):
        found = mend(data)
        assert found
        assert found.before.count("\n") == found.after.count("\n")


LETTERS = st.sampled_from(
    "aàảãáạăâbcdđeêhinoôơuưyABÐðĐ ,.;:-/0123456789\n\r\t\u00a0\u00ad\u200b\u202e\u0300\u0301\u0309\u0323"
    "«»©®§¬µ¸¹öñø\u2028\x85\x93á»Ã¢"
)
MESSY = st.one_of(
    st.text(LETTERS, max_size=80),
    st.text(st.characters(exclude_characters="\0"), max_size=60),
    st.builds(typed, st.sampled_from(TEXT.split("\n")), st.sampled_from(ENCODINGS)),
)


@given(parts=st.lists(MESSY, max_size=4), table=st.booleans())
def test_mending_twice_is_mending_once(parts: list[str], table: bool) -> None:
    text = "".join(parts)
    once = mended(text.encode("utf-8", "replace").decode(), table=table)
    assert mended(once, table=table) == once


@given(data=st.binary(max_size=200))
def test_any_bytes_can_be_looked_at(data: bytes) -> None:
    found = mend(data)
    if found:
        again = mend(found.after.encode())
        assert again
        assert again.after == found.after


@given(parts=st.lists(MESSY, max_size=4))
def test_nothing_that_can_be_mended_is_left(parts: list[str]) -> None:
    text = mended("".join(parts).encode("utf-8", "replace").decode())
    kinds = {flaw.kind for flaw in flaws(text)}
    assert kinds <= {"private_use", "lost", "cyrillic", "greek", "full_width", "mathematical", "other_script"}
    assert all(guess.shown == guess.recovered for guess in passages(text))
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
