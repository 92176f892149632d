"""Open data say what pages say, to programs: nothing more, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from congbo.frozen import replace
from congbo.site.index import Index
from congbo.site.kinds import BY_NAME
from congbo.site.open_data_facts import as_csv, as_json, data_facts, package_facts, schema_facts, sets
from congbo.site.open_data_rows import Column, columns
from support.items import corpus

TODAY = date(2026, 11, 22)
TEXT = """---
id: qn-2017-90{number:02}
type: {type}
title: {title}
summary: Tóm tắt.
{more}imported:
  published: 2017-0{month}-01T09:00:00+07:00
  source: Hệ thống cũ
---
Nội dung.
"""
FIGURE = "chi_tieu: Thu ngân sách\ngia_tri: '-1.250,5'\ndon_vi_tinh: tỷ đồng\nky_so_lieu: 2017-Q2\nphan_loai_mat: khong_mat\n"


def one(number: int, type_: str = "tin_bai", title: str = "Tin", month: int = 7, more: str = "") -> str:
    return TEXT.format(number=number, type=type_, title=title, month=month, more=more)


IMPORTED = "imported:\n  published: 2017-07-01T09:00:00+07:00\n  source: Hệ thống cũ\n"
TO_COME = one(5, title="Tin ngày mai", more="publish_at: 2026-11-23T08:00:00+07:00\n").replace(IMPORTED, "")


def shown(files: dict[str, str], edition: str = "internet") -> Index:
    found = corpus({f"content/{path}": text for path, text in files.items()}, TODAY)
    portal = next(iter(files)).partition("/")[0]
    return Index(found, found.policy.portals[portal], edition)


@pytest.fixture(scope="module")
def index() -> Index:
    return shown(
        {
            "qn/tin-tuc/2017/a.md": one(1, title="Tin bảy", more="tags: [a, b]\n"),
            "qn/tin-tuc/2017/b.md": one(2, title="Tin tám", month=8),
            "qn/thong-ke/2017/c.md": one(3, "thong_ke", "Thu ngân sách", more=FIGURE),
            "qn/lanh-dao/2017/d.md": one(4, "nhan_su", "Chủ tịch", more="ho_ten: Chủ tịch\n"),
            "qn/tin-tuc/2017/e.md": TO_COME,
            "qn/tin-tuc/2017/g.md": one(6, title="Tin đã hết hạn", more="expires_at: 2018-01-01T00:00:00+07:00\n"),
        }
    )


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_sets_are_by_type_and_month_and_persons_are_in_none(index: Index) -> None:
    assert sets(index) == {"tin_bai": ["2017-08", "2017-07"], "thong_ke": ["2017-07"]}
    assert ("tin_bai", "2017-07", "csv") in set(BY_NAME["data"].keys(index))


def test_nothing_that_is_not_shown_is_in_any_file(index: Index) -> None:
    keys = list(BY_NAME["data"].keys(index))
    text = "".join(data_facts(index, *key).text for key in keys)
    assert "Tin bảy" in text
    assert "ngày mai" not in text
    assert "hết hạn" not in text
    assert "khong_mat" not in text  # said of no page


def test_of_a_closed_network_only_its_own_items_are_there() -> None:
    files = {
        "hd/lanh-dao-chi-dao/2018/a.md": one(1, title="Tin chung"),
        "hd/lanh-dao-chi-dao/2018/b.md": one(2, title="Tin nội bộ", more="editions: [wan]\n"),
    }
    inside, outside = (
        data_facts(shown(files, name), "tin_bai", "2017-07", "json").text for name in ("wan", "internet")
    )
    assert "nội bộ" in inside
    assert "nội bộ" not in outside
    assert "Tin chung" in outside


def test_both_forms_say_the_same(index: Index) -> None:
    (row,) = table(data_facts(index, "thong_ke", "2017-07", "csv").text)
    (item,) = json.loads(data_facts(index, "thong_ke", "2017-07", "json").text)
    assert item["gia_tri"] == -1250.5
    assert item["ky_so_lieu"] == "2017-04-01/2017-06-30"
    assert item["url"] == "https://www.quangninh.gov.vn/thong-ke/2017/c/"
    assert {name: str(value) for name, value in item.items()} == {name: cell for name, cell in row.items() if cell}


def test_a_file_keeps_its_schema(index: Index) -> None:
    for type_id, month, form in BY_NAME["data"].keys(index):
        if form == "json":
            schema = json.loads(schema_facts(index, type_id).text)
            Draft202012Validator.check_schema(schema)
            items = json.loads(data_facts(index, type_id, month, form).text)
            assert not list(Draft202012Validator(schema).iter_errors(items))
            assert list(Draft202012Validator(schema).iter_errors([{**items[0], "khac": 1}]))


def test_programs_find_all_files_in_one_list(index: Index) -> None:
    package: dict[str, Any] = json.loads(package_facts(index).text)
    paths = {one["name"]: one["path"] for one in package["resources"]}
    assert paths == {"tin-bai": ["tin-bai/2017-07.csv", "tin-bai/2017-08.csv"], "thong-ke": ["thong-ke/2017-07.csv"]}
    fields = [one["name"] for one in package["resources"][0]["schema"]["fields"]]
    (row, *_) = table(data_facts(index, "tin_bai", "2017-07", "csv").text)
    assert fields == list(row)


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]))
COLUMN = (Column("a", "text"), Column("b", "text"), Column("c", "number"))


@given(st.lists(st.tuples(TEXTS, TEXTS, st.integers()), min_size=1))
def test_whatever_texts_say_comes_back_and_none_begins_a_formula(rows: list[tuple[str, str, int]]) -> None:
    text = as_csv(COLUMN, [list(row) for row in rows])
    back = list(csv.reader(io.StringIO(text, newline="")))
    assert back[0] == ["a", "b", "c"]
    for cells, (first, second, number) in zip(back[1:], rows, strict=True):
        for cell, said in ((cells[0], first), (cells[1], second)):
            assert cell in (said, f"'{said}")
            assert cell[:1] not in ("=", "+", "-", "@")
        assert cells[2] == str(number)
    assert [tuple(one.values()) for one in json.loads(as_json(COLUMN, [list(row) for row in rows]))] == rows


def test_a_preview_has_no_open_data(index: Index) -> None:
    kinds = [BY_NAME[name] for name in ("open_data", "data_set", "data", "data_schema", "data_package")]
    seen = replace(index, corpus=replace(index.corpus, previewed=frozenset()))
    for kind in kinds:
        assert kind.keys is not None
        assert list(kind.keys(index))
        assert not list(kind.keys(seen))


def test_a_column_is_named_in_both_languages(index: Index) -> None:
    schema = json.loads(schema_facts(index, "thong_ke").text)
    assert schema["items"]["properties"]["gia_tri"]["title"] == "Giá trị / Value"
    assert [one.id for one in columns(index, "thong_ke")][:3] == ["id", "language", "section"]
