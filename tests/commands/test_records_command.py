"""``congbo records``: what is kept and what is missing, in three forms."""

from __future__ import annotations

import json
from typing import Any

import pytest

from congbo.__main__ import main
from congbo.errors import CANNOT_JUDGE, CLEAN
from congbo.locale import LANGUAGES
from support.trees import ROOT, real_policy


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return what the command prints about this repository; it prints nothing on stderr."""
    assert main(["-C", str(ROOT), "records", "--today", "2026-11-22", *words]) == CLEAN
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


def documents(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(told(capsys, "--format", "json", *words))
    return found


def test_every_record_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    found = documents(capsys)
    assert [one["id"] for one in found] == [record.id for record in real_policy().records]
    assert all(list(one) == ["id", "type", "portal", "day", "path", "meets", "lacks", "ended"] for one in found)


def test_one_type_of_one_portal(capsys: pytest.CaptureFixture[str]) -> None:
    found = documents(capsys, "su_co", "--portal", "hd")
    assert {(one["type"], one["portal"]) for one in found} == {("su_co", "hd")}
    assert {"HD-13.1", "HD-4.1a"} <= {clause for one in found for clause in one["meets"]}


def test_a_waiver_that_has_run_out_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    ended = {one["id"]: one["ended"] for one in documents(capsys, "mien_tru")}
    assert ended["mt-hd-tet-2019"]
    assert not ended["mt-ht-hop"]
    assert "đã hết hạn" in told(capsys, "mien_tru", "--portal", "hd")


def test_what_is_missing_says_for_when_by_which_article_and_who(capsys: pytest.CaptureFixture[str]) -> None:
    (gap,) = [one for one in documents(capsys, "--missing", "--portal", "qn") if one["clause"] == "QN-10.7a#2"]
    assert gap["citation"].startswith("đoạn 1 điểm a khoản 7 Điều 10")
    assert gap["periods"] == [{"from": "2020", "to": "2025"}]
    assert gap["running"] == "2026"
    assert gap["answerable"][0]["role"].startswith("Trung tâm Thông tin")
    text = told(capsys, "--missing", "--portal", "qn")
    assert "Thiếu cho: 2020 – 2025. Kỳ 2026 đang chạy, chưa có hồ sơ" in text
    assert gap["citation"] in text


def test_what_is_missing_depends_on_the_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["-C", str(ROOT), "records", "--missing", "--portal", "qn", "--today", "2018-05-01", "--format", "json"])
        == CLEAN
    )
    assert "QN-10.7a#2" not in [one["clause"] for one in json.loads(capsys.readouterr().out)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("words", [(), ("--missing",)])
def test_the_table_has_as_many_cells_in_each_row(
    words: tuple[str, ...], lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = told(capsys, "--format", "md", "--lang", lang, *words).splitlines()
    assert len(rows) > 3
    assert {row.count(" | ") for row in rows if "---" not in row} == {4}


def test_nothing_kept_is_said_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "ra_soat_ban_dich", "--portal", "dl") == "0 hồ sơ.\n"
    assert documents(capsys, "ra_soat_ban_dich", "--portal", "dl") == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["tai_nan"], "Không có loại hồ sơ nào tên là `tai_nan`"),
        (["--portal", "hn"], "Không có cổng nào tên là `hn`"),
        (["--today", "31/7/2018"], "2018-07-31"),
    ],
)
def test_what_does_not_exist_is_refused(words: list[str], expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(ROOT), "records", *words]) == CANNOT_JUDGE
    printed = capsys.readouterr()
    assert printed.out == ""
    assert expected in printed.err
