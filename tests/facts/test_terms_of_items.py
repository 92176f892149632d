"""What lists find an item by, as ``types.yml`` says."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congbo.dates import VIETNAM
from congbo.facts.terms import terms_of
from congbo.frozen import replace
from support.items import item
from support.trees import real_policy

TABLE = real_policy().types
SCHEDULE = "content/qn/lich-lanh-dao/2017/hop.md"


def test_a_document_is_found_by_issuer_form_day_of_issue_field_unit_and_what_it_cites() -> None:
    one = item(
        co_quan_ban_hanh="dl-ubnd",
        hinh_thuc="quyet_dinh",
        ngay_ban_hanh=date(2019, 9, 24),
        linh_vuc="y_te",
        don_vi="dl-ubnd",
        can_cu=("Căn cứ Luật Đất đai", "Căn cứ Nghị định số 43/2011/NĐ-CP và Quyết định số 05/QĐ-UBND, ngày 3/1"),
    )
    assert set(terms_of(TABLE, one)) == {
        ("issuer", "dl-ubnd"), ("form", "quyet_dinh"), ("year", "2019"), ("field", "y_te"), ("unit", "dl-ubnd"),
        ("issued", "2019-09-24"), ("cites", "43/2011/NĐ-CP"), ("cites", "05/QĐ-UBND"),
    }  # fmt: skip


def test_topics_are_the_theme_and_the_tags_each_once_as_words_of_addresses() -> None:
    one = replace(item(type_="tin_bai", chu_de="dat_dai"), tags=("giá đất", "Đất đai", "Giá đất", "中文"))
    assert terms_of(TABLE, one) == (("topic", "dat-dai"), ("topic", "gia-dat"))


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2018, 12, 30), "2018-W52"),
        (date(2018, 12, 31), "2019-W01"),
        (date(2021, 1, 3), "2020-W53"),
        (date(2017, 1, 1), "2016-W52"),
        (datetime(2017, 7, 2, 23, 59, tzinfo=VIETNAM), "2017-W26"),
    ],
)
def test_a_week_begins_on_monday_and_belongs_to_the_year_of_its_thursday(day: date, week: str) -> None:
    assert ("week", week) in terms_of(TABLE, item(SCHEDULE, "lich", ngay=day))


@given(st.dates())
def test_every_day_has_its_year_and_week(day: date) -> None:
    found = dict(terms_of(TABLE, item(SCHEDULE, "lich", ngay=day)))
    assert found["day"] == day.isoformat()
    year, _, week = found["week"].partition("-W")
    assert (int(year), int(week)) == day.isocalendar()[:2]


def test_an_item_without_these_fields_has_no_terms() -> None:
    assert terms_of(TABLE, item(type_="lich")) == ()
