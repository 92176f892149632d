"""Who holds a role on a day, and since when it has been short of people."""

from __future__ import annotations

from datetime import date

import pytest

from congbo.facts.board import holding, left_before, name_of, short_since
from congbo.place import Place
from congbo.policy.holders import Board, Established, Holder
from support.trees import real_policy

HERE = Place("policies/boards/x.yml", 1, 1)
SET_UP = date(2020, 1, 1)


def board(*terms: tuple[str, str | None], role: str = "thu_ky") -> Board:
    holders = tuple(
        Holder(f"x-{n}", role, "Người mẫu", date.fromisoformat(start), HERE, date.fromisoformat(end) if end else None)
        for n, (start, end) in enumerate(terms)
    )
    return Board("x", Established("giam_doc", "1/QĐ", SET_UP, HERE), holders, HERE)


@pytest.mark.parametrize(
    ("terms", "least", "on", "since"),
    [
        ([], 1, "2020-06-01", "2020-01-01"),
        ([("2020-01-01", None)], 1, "2020-06-01", None),
        ([("2020-01-01", "2020-05-31")], 1, "2020-06-01", "2020-06-01"),
        ([("2020-01-01", "2020-05-31")], 1, "2020-05-31", None),
        ([("2020-01-01", "2020-05-31")], 1, "2021-03-04", "2020-06-01"),
        ([("2020-02-01", None)], 1, "2020-01-15", "2020-01-01"),
        ([("2020-01-01", "2020-03-31"), ("2020-04-01", None)], 1, "2020-06-01", None),
        ([("2020-01-01", "2020-03-31"), ("2020-04-02", "2020-04-30")], 1, "2020-06-01", "2020-05-01"),
        ([("2020-01-01", "2020-03-31"), ("2020-01-01", None)], 2, "2020-06-01", "2020-04-01"),
        ([("2020-01-01", None)], 2, "2020-06-01", "2020-01-01"),
        ([("2020-01-01", "2020-03-31"), ("2020-01-01", "2020-02-29")], 1, "2020-06-01", "2020-04-01"),
        ([], 0, "2020-06-01", None),
    ],
)
def test_since_when_a_role_is_short(
    terms: list[tuple[str, str | None]], least: int, on: str, since: str | None
) -> None:
    found = short_since(board(*terms), "thu_ky", least, date.fromisoformat(on))
    assert found == (date.fromisoformat(since) if since else None)


def test_a_board_that_is_set_up_later_is_short_today() -> None:
    assert short_since(board(), "thu_ky", 1, date(2019, 12, 1)) == date(2019, 12, 1)


def test_both_ends_of_a_term_count() -> None:
    one = board(("2020-02-01", "2020-02-10"))
    days = {day: bool(holding(one, "thu_ky", date(2020, 2, day))) for day in (1, 10, 11)}
    assert days == {1: True, 10: True, 11: False}
    assert not holding(one, "thu_ky", date(2020, 1, 31))
    assert not holding(one, "truong_ban", date(2020, 2, 1))


def test_whose_end_made_the_gap() -> None:
    one = board(("2020-02-01", "2020-02-10"))
    left = left_before(one, "thu_ky", date(2020, 2, 11))
    assert left
    assert left.id == "x-0"
    assert left_before(one, "thu_ky", date(2020, 2, 12)) is None


@pytest.mark.parametrize(
    ("one", "name"),
    [
        ("truong_ban", "Trưởng Ban Biên tập"),
        ("truong_dai_truyen_thanh", "Trưởng Đài Truyền thanh"),
        ("ubnd-phuong-dong-lac", "Ủy ban nhân dân phường Đồng Lạc"),
        ("ai_do", "ai_do"),
    ],
)
def test_roles_positions_and_units_have_names(one: str, name: str) -> None:
    assert name_of(real_policy(), "DL", one).vi == name
