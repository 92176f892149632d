"""The weight of a Markdown text: what is converted by itself counts by itself, and ordinary texts are light."""

from __future__ import annotations

import random
import time

import pytest

from congbo.checks.body import convertible
from congbo.text.weight import bound, weight

LINK = "[Trang chủ](/)"
ARTICLE = "**Điều 1.** Ủy ban nhân dân tỉnh ban hành quy chế này; xem [phụ lục](/phu-luc/).\n"


@pytest.mark.parametrize(
    "text",
    [
        (ARTICLE + "\n") * 900,
        "| Số | Lịch |\n|---|---|\n" + f"| 1 | {LINK} |\n" * 900,
        f"- Thôn 1: {LINK}\n" * 900,
        f"1. Thôn 1: {LINK}\n" * 900,
        "H<sub>2</sub>O và 3 < 5.\n\n" * 600,
        "Ủy ban nhân dân tỉnh ban hành quy chế này.\n" * 12_000,
    ],
    ids=["articles", "table", "list", "numbered list", "formulas", "lines"],
)
def test_a_long_ordinary_text_is_light(text: str) -> None:
    assert convertible(text)


def test_rows_and_entries_weigh_less_than_one_paragraph_of_the_same_links() -> None:
    rows = "| Số | Lịch |\n|---|---|\n" + f"| 1 | {LINK} |\n" * 300
    no_table = rows.replace("|---|---|", "|---|")
    entries = f"- {LINK}\n" * 300
    assert weight(rows) * 10 < weight(no_table)
    assert weight(entries) * 10 < weight("Lịch: " + entries)


def test_a_line_that_cuts_a_list_or_a_header_with_code_makes_it_one_paragraph() -> None:
    entries = f"- {LINK}\n" * 300
    assert weight(entries) * 10 < weight(f"{entries}***\n{entries}")
    rows = "| Số | Lịch |\n|---|---|\n" + f"| 1 | {LINK} |\n" * 300
    assert weight(rows) * 10 < weight(rows.replace("Số", "`Số|`"))


def test_a_sign_is_open_only_without_its_partner() -> None:
    assert weight("<a href='/'>x</a>" * 500) < weight("<a href='/' x /a " * 500) / 2


@pytest.mark.parametrize("piece", ["<a ", "a\n", "- a\n", "  \n", "\n \n", "-\n", "|", "[", "*_", "- - - ", "`<"])
def test_weighing_is_quick_whatever_the_text(piece: str) -> None:
    start = time.process_time()
    assert weight(piece * (900_000 // len(piece))) > 0
    assert time.process_time() - start < 1


@pytest.mark.parametrize("seed", range(40))
def test_the_bound_is_never_below_the_weight(seed: int) -> None:
    """It spares most texts the exact look, so it may not let one pass that this would refuse."""
    chance = random.Random(seed)  # noqa: S311
    pieces = [
        "[",
        "](",
        "<",
        "<b>",
        "`",
        "*",
        "__",
        "  \n",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "# ",
        "===",
        "---",
        "| a |",
        "|---|",
        "|",
        ">",
        "chữ ",
    ]
    text = "".join(chance.choices(pieces, k=400))
    assert bound(text) >= weight(text)
