"""``congbo due``: the contract's JSON, the days in words, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from congbo.__main__ import main

ROOT = Path(__file__).parents[2]
KEYS = ["rule", "from", "due", "last_day", "counted", "provisional"]


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> dict:
    """Return the JSON document of a question."""
    assert main(["-C", str(ROOT), "due", *words, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return the answer in words."""
    assert main(["-C", str(ROOT), "due", *words]) == 0
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return the sentence of a refusal, which leaves nothing on stdout."""
    assert main(["-C", str(ROOT), "due", *words]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    return shown.err


def test_the_document_has_the_keys_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "DL-8.1a", "2019-10-04")
    assert list(found)[:6] == KEYS
    assert (found["rule"], found["from"]) == ("DL-8.1a", "2019-10-04")
    assert (found["due"], found["last_day"]) == ("2019-10-08T00:00+07:00", "2019-10-07")
    assert [(day["date"], day["counted"], day["why"]) for day in found["counted"]] == [
        ("2019-10-04", False, "first_day"),
        ("2019-10-05", False, "weekend"),
        ("2019-10-06", False, "weekend"),
        ("2019-10-07", True, "counted"),
    ]
    assert (found["provisional"], found["others"], found["in_force"]) == (False, [], True)


def test_clock_hours_have_no_last_day(capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "HD-9.2a#1", "2018-07-02T03:30:00Z")
    assert (found["due"], found["last_day"]) == ("2018-07-03T10:30+07:00", None)
    assert found["from"] == "2018-07-02T10:30:00+07:00"


def test_further_clocks_of_a_clause_stand_beside(capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "QN-20.1e/-2#1", "2017-08-22")
    assert found["last_day"] == "2017-09-13"
    assert [(one["due"], one["until"]) for one in found["others"]] == [(None, "han_tra_loi")]


def test_whose_figure_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    own = answer(capsys, "DL-8.1d", "2019-11-29", "--portal", "dl")
    assert (own["figure"], own["last_day"]) == ("portal", "2019-11-29")
    assert "05/QĐ-BBT" in own["figure_of"]
    assert answer(capsys, "DL-8.1d", "2019-11-29")["figure"] == "suggested"
    assert answer(capsys, "DL-8.1a", "2019-11-29")["figure"] == "regulation"


def test_a_forecast_is_provisional_and_an_old_event_is_not_judged(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "DL-8.1a", "2026-11-23")["provisional"] is True
    assert answer(capsys, "DL-8.1a", "2019-09-23")["in_force"] is False
    assert "quy chế có hiệu lực từ 24/9/2019" in told(capsys, "DL-8.1a", "2019-09-23")


def test_a_person_reads_each_day_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys, "QN-20.1d/-2", "2017-08-22")
    assert "thứ Bảy 02/9/2017  không tính: ngày lễ — Quốc khánh" in shown
    assert "thứ Hai 04/9/2017  không tính: nghỉ bù" in shown
    assert "thứ Tư 06/9/2017  tính, ngày thứ 10" in shown
    assert "Hạn: chậm nhất hết ngày 06/9/2017" in shown


def test_both_days_are_shown_where_the_civil_code_moved_the_last_one(capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys, "HD-9.2b", "2018-12-20")
    assert "24/12/2018" in shown
    assert "23/12/2018" in shown.split("Hạn:")[1]


def test_the_answer_is_there_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys, "DL-8.1a", "2019-10-04", "--lang", "en")
    assert "Monday 07/10/2019  counted, day 1" in shown


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("TQ-2.4b", "2012-01-02"), "không đặt thời hạn nào"),
        (("XX-1", "2012-01-02"), "XX-1"),
        (("DL-8.1a", "04/10/2019"), "không phải ngày"),
        (("DL-8.1a", "2019-02-30"), "không phải ngày"),
        (("DL-8.1a", "2019-10-04 16:30"), "không phải ngày"),
        (("DL-8.1a", "2019-Q4"), "không từ cả kỳ"),
        (("HD-4.1e", "2018-08-01"), "--portal"),
        (("DL-8.1a", "2019-10-04", "--portal", "qn"), "không theo quy chế DL"),
        (("DL-8.1a", "2019-10-04", "--portal", "khong"), "khong"),
        (("DL-8.1a", "2005-10-04"), "policies/calendar/2005.yml"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_a_sentence(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    shown = refused(capsys, *words)
    assert says in shown
    assert "Traceback" not in shown
