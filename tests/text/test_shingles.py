"""Passages in common."""

from __future__ import annotations

from congbo.text.shingles import LENGTH, common_run, offset_of, shingles, words

TEXT = "Sáng nay, **tổ dân phố** số 3 tổ chức thu gom rác, trồng cây và tuyên truyền tới từng hộ gia đình trong toàn phường."


def test_words_are_told_without_markup_and_capitals() -> None:
    assert words("## Tổ dân phố\n\n- **SỐ 3**, ngày 05/10") == ["tổ", "dân", "phố", "số", "3", "ngày", "05", "10"]


def test_the_shingles_of_a_passage_do_not_depend_on_where_it_stands() -> None:
    alone = {shingle for shingle, _ in shingles(words(TEXT))}
    inside = {shingle for shingle, _ in shingles(words(f"Một mở đầu khác hẳn. {TEXT} Một đoạn kết."))}
    assert alone
    assert alone <= inside


def test_a_short_text_has_no_shingle() -> None:
    assert list(shingles(words("tổ dân phố"))) == []
    assert len(list(shingles(["t"] * LENGTH))) == 1


def test_a_common_passage_is_followed_to_both_ends() -> None:
    one, other = list("abcXdefgh"), list("zzzcXdefgy")
    assert common_run(one, 4, other, 5) == (2, 6)


def test_the_place_of_a_word() -> None:
    assert TEXT[offset_of(TEXT, 2) :].startswith("tổ dân phố")
