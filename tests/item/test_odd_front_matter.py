"""Front matter that looks odd and is good: each file is read, and to what it says."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from congbo.dates import VIETNAM
from congbo.item import Image, Item, Period, read_item
from support.trees import real_policy

PATH = "content/dl/van-ban-phuong/2019/901-qd-ubnd.md"
HEAD = "---\nid: dl-2019-9001\ntype: {type}\ntitle: {title}\nsummary: {summary}\n{more}---\n{body}"


def read(
    title: str = "Quyết định",
    summary: str = "Một câu.",
    more: str = "",
    body: str = "Nội dung.\n",
    type_: str = "van_ban",
) -> Item:
    """Return the item of a file; its faults fail the test."""
    return read_bytes(HEAD.format(type=type_, title=title, summary=summary, more=more, body=body).encode())


def read_bytes(data: bytes, path: str = PATH) -> Item:
    """Return the item of the bytes; its faults fail the test."""
    reading = read_item(data, path, real_policy())
    assert reading.faults == ()
    assert reading.item is not None
    return reading.item


def test_line_ends_of_windows_are_read_as_line_ends() -> None:
    unix = HEAD.format(type="van_ban", title="Quyết định", summary="Một câu.", more="", body="Một.\n\nHai.\n")
    one, other = read_bytes(unix.encode()), read_bytes(unix.replace("\n", "\r\n").encode())
    assert (one.title, one.body, one.body_line) == (other.title, other.body, other.body_line)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"Quyết định: số 901"', "Quyết định: số 901"),
        ("'Quyết định #901'", "Quyết định #901"),
        ("'Cục ''Mẫu'''", "Cục 'Mẫu'"),
        ('"Cục \\"Mẫu\\""', 'Cục "Mẫu"'),
        ("Quyết định#901", "Quyết định#901"),
        ("Quyết định # ghi chú", "Quyết định"),
        ('"2019"', "2019"),
        ('"no"', "no"),
        ('"012"', "012"),
        ("no đủ", "no đủ"),
        ("  Quyết định  ", "Quyết định"),
        ("Hoà bình, hòa bình, uỷ ban, ủy ban", "Hoà bình, hòa bình, uỷ ban, ủy ban"),
        ("Giá {{giá}} & 50%", "Giá {{giá}} & 50%"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_a_title_says_what_it_says(written: str, meant: str) -> None:
    assert read(title=written).title == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (">-\n  Một câu\n  dài.", "Một câu dài."),
        ("|\n  Một.\n  Hai.", "Một.\nHai."),
        ('"Một câu\n  dài."', "Một câu dài."),
        ('"Một câu \\\n  dài."', "Một câu dài."),
        ("Một câu\n  dài.", "Một câu dài."),
        ("|\n  ---\n  Hai.", "---\nHai."),
        ('"Một.\\nHai."', "Một.\nHai."),
    ],
)
def test_a_long_text_may_stand_in_several_lines(written: str, meant: str) -> None:
    assert read(summary=written).summary == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2028-02-29", date(2028, 2, 29)),
        ('"2019-10-01"', date(2019, 10, 1)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2199-12-31", date(2199, 12, 31)),
    ],
)
def test_a_date_is_an_iso_date(written: str, meant: date) -> None:
    assert read(more=f"ngay_ban_hanh: {written}\n").fields["ngay_ban_hanh"] == meant


@pytest.mark.parametrize(
    "written",
    [
        "2019-10-01T16:30:00+07:00",
        "2019-10-01T09:30:00Z",
        "2019-10-01T09:30:00+00:00",
        "2019-10-01T16:30",
        "2019-10-01T16:30:00",
        '"2019-10-01T16:30"',
    ],
)
def test_a_moment_without_offset_is_meant_in_vietnam(written: str) -> None:
    assert read(more=f"nhan_luc: {written}\n").fields["nhan_luc"] == datetime(2019, 10, 1, 16, 30, tzinfo=VIETNAM)


def test_a_bare_date_stays_a_day_because_nobody_said_at_what_time() -> None:
    assert read(more="nhan_luc: 2019-10-01\n").fields["nhan_luc"] == date(2019, 10, 1)
    assert not isinstance(read(more="nhan_luc: 2019-10-01\n").fields["nhan_luc"], datetime)


def test_a_bare_date_of_publication_is_the_first_moment_of_the_day() -> None:
    moment = read(more="publish_at: 2019-10-01\n").publish_at
    assert isinstance(moment, datetime)
    assert (moment.isoformat(), moment.utcoffset()) == ("2019-10-01T00:00:00+07:00", timedelta(hours=7))


def test_values_of_many_types_are_read() -> None:
    item = read(
        type_="du_an",
        more="kinh_phi: 2.100 tỷ đồng\n"
        'thoi_gian_thuc_hien: "2018/2021"\n'
        "anh: {file: cau.svg, alt: Cầu}\n"
        "authors: Chuyên viên\n",
    )
    assert item.fields["kinh_phi"] == "2.100 tỷ đồng"
    assert item.fields["thoi_gian_thuc_hien"] == Period("2018/2021", date(2018, 1, 1), date(2021, 12, 31))
    assert item.fields["anh"] == Image("cau.svg", "Cầu")
    assert item.fields["tac_gia"] == ("Chuyên viên",)
    assert item.fields["ten"] == item.title


def test_lists_may_be_written_in_both_ways() -> None:
    flow, block = read(more="can_cu: [Luật A, Luật B]\n"), read(more="can_cu:\n  - Luật A\n  - Luật B\n")
    assert flow.fields["can_cu"] == block.fields["can_cu"] == ("Luật A", "Luật B")


def test_the_parts_of_a_chart_keep_their_indent() -> None:
    item = read(type_="so_do", more='cac_bo_phan:\n  - Giám đốc\n  - "  Văn phòng"\n')
    assert item.fields["cac_bo_phan"] == ("Giám đốc", "  Văn phòng")


def test_a_flag_is_a_flag() -> None:
    assert read(more="pho_bien: false\n").fields["pho_bien"] is False


@pytest.mark.parametrize(
    ("body", "meant", "line"),
    [
        ("Nội dung.\n", "Nội dung.", 7),
        ("\n\nNội dung.\n", "Nội dung.", 9),
        ("Nội dung.", "Nội dung.", 7),
        ("", "", 7),
        ("Một.\n\n---\n\nHai.\n", "Một.\n\n---\n\nHai.", 7),
        ("Kiện toàn Ban biên tập.\n", "Kiện toàn Ban biên tập.", 7),
    ],
)
def test_the_body_begins_where_it_begins(body: str, meant: str, line: int) -> None:
    item = read(body=body)
    assert (item.body, item.body_line) == (meant, line)


def test_a_body_that_repeats_the_front_matter_is_found_below_it() -> None:
    item = read(title="Nội dung.", body="\nNội dung.\n")
    assert item.body_line == 8


def test_front_matter_may_end_the_file() -> None:
    item = read_bytes(HEAD.format(type="van_ban", title="A b", summary="c", more="", body="").encode().rstrip(b"\n"))
    assert item.body == ""


def test_comments_and_empty_lines_are_left_aside() -> None:
    assert read(more="# ghi chú\n\nngay_ban_hanh: 2019-10-01  # theo bản ký\n").fields["ngay_ban_hanh"] == date(
        2019, 10, 1
    )


def test_places_are_kept_for_every_key() -> None:
    item = read(more="\nngay_ban_hanh: 2019-10-01\n")
    places = [str(item.place(key)).removeprefix(PATH) for key in ("id", "ngay_ban_hanh", "no_such_key")]
    assert places == [":2:1", ":7:1", ":1:1"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_language_stands_in_path_and_front_matter(lang: str) -> None:
    data = HEAD.format(
        type="van_ban", title="Decision", summary="One.", more=f"lang: {lang}\n", body="Text.\n"
    ).encode()
    item = read_bytes(data, PATH.replace(".md", f".{lang}.md"))
    assert (item.lang, item.address.slug) == (lang, "901-qd-ubnd")


def test_an_item_without_editions_belongs_to_all() -> None:
    everywhere, wan = read(), read(more="editions: [wan]\n")
    assert everywhere.in_edition("wan")
    assert everywhere.in_edition("internet")
    assert wan.in_edition("wan")
    assert not wan.in_edition("internet")
