"""Where the records of a change lie."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congbo.dates import VIETNAM
from congbo.errors import CongboError
from congbo.frozen import replace
from congbo.signed.folder import APPROVALS, ENDINGS, folder_of, stem_of, taken_apart
from support.records import NOW, STATEMENT

ID = STATEMENT.change_id
LONG = "a" * 60


@pytest.mark.parametrize(
    ("change", "issued", "folder"),
    [
        (ID, NOW, f"{APPROVALS}/2026/11/{ID}"),
        (ID, datetime(2030, 1, 1, tzinfo=UTC), f"{APPROVALS}/2026/11/{ID}"),
        ("gh-12", NOW, f"{APPROVALS}/2026/11/gh-12"),
        ("gh-12", datetime(2026, 11, 30, 16, 59, 59, tzinfo=UTC), f"{APPROVALS}/2026/11/gh-12"),
        ("gh-12", datetime(2026, 11, 30, 17, tzinfo=UTC), f"{APPROVALS}/2026/12/gh-12"),
        ("gh-12", datetime(2026, 12, 31, 17, tzinfo=UTC), f"{APPROVALS}/2027/01/gh-12"),
        ("gh-12", datetime(2027, 1, 1, tzinfo=VIETNAM), f"{APPROVALS}/2027/01/gh-12"),
    ],
)
def test_the_folder_of_a_change(change: str, issued: datetime, folder: str) -> None:
    assert folder_of(change, issued) == folder


@pytest.mark.parametrize("change", ["", "gh-", "gh-0", "../x", "20261301-a-12345678", f"{ID}/..", f"{ID}\n", f" {ID}"])
def test_what_is_no_change_has_no_folder(change: str) -> None:
    with pytest.raises(CongboError) as raised:
        folder_of(change, NOW)
    assert raised.value.message.key == "signed.not_a_change"


def test_the_names_of_a_statement() -> None:
    assert stem_of(STATEMENT) == "dl--phe_duyet--dl-truong-ban--01234567"
    longest = stem_of(replace(STATEMENT, board=LONG, step=LONG, person=LONG))
    assert len(f"{longest}.stmt") <= 200


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_path_is_taken_apart(ending: str) -> None:
    folder, stem = folder_of(ID, NOW), stem_of(STATEMENT)
    assert taken_apart(f"{folder}/{stem}.{ending}") == (folder, ID, stem, ending)
    assert taken_apart(f"{APPROVALS}/2027/01/gh-12/{stem}.{ending}") == (
        f"{APPROVALS}/2027/01/gh-12",
        "gh-12",
        stem,
        ending,
    )


@pytest.mark.parametrize(
    "path",
    [
        "",
        f"{APPROVALS}/x.stmt",
        f"{APPROVALS}/2026/11/{ID}/a--b--c--01234567",
        f"{APPROVALS}/2026/11/{ID}/a--b--c--01234567.exe",
        f"{APPROVALS}/2026/11/{ID}/a--b--c--01234567.stmt.bak",
        f"{APPROVALS}/2026/11/{ID}/a--b--01234567.stmt",
        f"{APPROVALS}/2026/11/{ID}/a--b--c--0123456.stmt",
        f"{APPROVALS}/2026/11/{ID}/a--b--c--0123456G.stmt",
        f"{APPROVALS}/2026/11/{ID}/A--b--c--01234567.stmt",
        f"{APPROVALS}/2026/11/{ID}/x/a--b--c--01234567.stmt",
        f"{APPROVALS}/2026/12/{ID}/a--b--c--01234567.stmt",
        f"{APPROVALS}/2025/11/{ID}/a--b--c--01234567.stmt",
        f"{APPROVALS}/2026/13/gh-12/a--b--c--01234567.stmt",
        f"{APPROVALS}/2026/00/gh-12/a--b--c--01234567.stmt",
        f"{APPROVALS}/2026/11/gh-012/a--b--c--01234567.stmt",
        f"{APPROVALS}/2026/11/{ID}/a--b--c--01234567.stmt\n",
        f"{APPROVALS}//2026/11/{ID}/a--b--c--01234567.stmt",
        f"./{APPROVALS}/2026/11/{ID}/a--b--c--01234567.stmt",
        f"content/{APPROVALS}/2026/11/{ID}/a--b--c--01234567.stmt",
        f"{APPROVALS}/2026/11/{ID}/{LONG}a--b--c--01234567.stmt",
    ],
)
def test_what_does_not_belong_there(path: str) -> None:
    assert taken_apart(path) is None


@given(st.text(max_size=120))
def test_any_path_is_judged(path: str) -> None:
    assert taken_apart(path) is None
    assert taken_apart(f"{APPROVALS}/2026/11/{ID}/{path}.exe") is None
