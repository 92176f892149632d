"""The page on how the regulation is kept: what it counts, that it never says zero of what it does not know, and that a month
that is over stays as it is."""

from __future__ import annotations

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from congbo.dates import VIETNAM
from congbo.site.drawing.bars import Bars
from congbo.site.index import Index
from congbo.site.kinds_of.report import KINDS
from congbo.site.report_facts import month_report_facts, report_facts
from congbo.site.views.report import CountTable, ReportFacts
from support.histories import START, past_of, small_repository
from support.items import corpus
from support.renewed import Shown, differing

UNKNOWN = "không tính được"
PAGE = """---
id: {portal}-2019-{number:04}
type: {type}
title: Mục {number}
summary: Tóm tắt.
imported:
  published: {posted}
  source: Hệ thống cũ
{more}---
Nội dung.
"""


def text(number: int, posted: str, more: str = "", type_: str = "tin_bai", portal: str = "dl") -> str:
    return PAGE.format(number=number, posted=f"{posted}T09:00:00+07:00", more=more, type=type_, portal=portal)


def shown(*texts: str, today: date = date(2019, 12, 5), folder: str = "dl/tin-tuc-su-kien") -> Index:
    files = {f"content/{folder}/2019/muc-{number}.md": one for number, one in enumerate(texts)}
    found = corpus(files, today)
    portal = folder.split("/")[0]
    return Index(found, found.policy.portals[portal], "wan" if portal == "hd" else "internet")


def table(page: ReportFacts, id_: str) -> CountTable:
    return next(one for one in page.tables if one.id == id_)


def cells(page: ReportFacts, id_: str) -> dict[str, tuple[str, ...]]:
    """Return the figures of a table by the article, or by what is counted."""
    return {one.link.title if one.link else one.label: one.cells for one in table(page, id_).rows}


def test_items_are_counted_by_section_and_unit_in_the_month_in_which_they_were_posted() -> None:
    unit = "don_vi: dl-van-phong\n"
    index = shown(text(1, "2019-10-01", unit), text(2, "2019-10-31", unit), text(3, "2019-11-01", unit))
    page = month_report_facts(index, "vi", "2019-10")
    assert cells(page, "chuyen-muc") == {"Tin tức, sự kiện": ("2",)}
    assert list(cells(page, "don-vi").values()) == [("2",)]
    assert [one.title for one in report_facts(index, "vi").months[0].links] == ["Tháng 11/2019", "Tháng 10/2019"]


def test_what_was_withdrawn_or_has_expired_still_counts_where_it_was_posted() -> None:
    gone = text(1, "2019-10-01", 'rut_bai: {loai: nham, ngay: 2019-11-07, can_cu: "Chỉ đạo"}\n')
    over = text(2, "2019-10-02", "expires_at: 2019-10-20T00:00:00+07:00\n")
    index = shown(gone, over)
    assert cells(month_report_facts(index, "vi", "2019-10"), "chuyen-muc") == {"Tin tức, sự kiện": ("2",)}
    assert cells(month_report_facts(index, "vi", "2019-10"), "dinh-chinh")["Rút bài"] == ("0",)
    assert cells(month_report_facts(index, "vi", "2019-11"), "dinh-chinh")["Rút bài"] == ("1",)


def test_what_is_not_public_yet_is_not_counted() -> None:
    waits = text(1, "2020-01-01")
    assert KINDS[1].keys is not None
    assert list(KINDS[1].keys(shown(waits))) == []


def test_a_clock_is_kept_or_not_and_what_no_date_tells_is_unknown() -> None:
    """Tuesday 1 October: the working day after it is the 2nd."""
    kept, late = (
        text(n, day, "ket_thuc_luc: 2019-10-01T16:00:00+07:00\n") for n, day in ((1, "2019-10-02"), (2, "2019-10-04"))
    )
    page = month_report_facts(shown(kept, late, text(3, "2019-10-09")), "vi", "2019-10")
    found = cells(page, "thoi-han")
    assert found["điểm a khoản 1 Điều 8"] == ("1", "1", "2,0")
    others = {name: one for name, one in found.items() if name != "điểm a khoản 1 Điều 8"}
    assert others
    assert set(others.values()) == {(UNKNOWN, UNKNOWN, UNKNOWN)}


def test_a_clock_that_runs_stands_on_the_running_page_until_its_end_has_come() -> None:
    asked = text(1, "2019-11-20", "ma: HD-1\nngay_tiep_nhan: 2019-11-19\ncau_hoi: Hỏi.\n", "hoi_dap")
    found = {}
    for today in (date(2019, 12, 5), date(2019, 12, 31)):
        index = shown(asked, today=today, folder="dl/hoi-dap")
        found[today.day] = cells(report_facts(index, "vi"), "dang-chay")
        until = index.trace.until
        assert until is not None
        assert until.month == (12 if today.day == 5 else 1)
    assert found == {5: {"điểm đ khoản 1 Điều 8": ("1", "0")}, 31: {"điểm đ khoản 1 Điều 8": ("0", "1")}}


def test_days_to_an_answer_run_from_receipt_to_reply() -> None:
    said = "ma: HD-{n}\nngay_tiep_nhan: 2019-10-{day}\ncau_hoi: Hỏi.\nngay_tra_loi: 2019-10-21\ntra_loi: Đáp.\n"
    some = [text(n, "2019-10-21", said.format(n=n, day=day), "hoi_dap") for n, day in ((1, "14"), (2, "18"))]
    page = month_report_facts(shown(*some, folder="dl/hoi-dap"), "vi", "2019-10")
    assert cells(page, "tra-loi") == {"Hỏi đáp": ("2", "5,0")}


def test_a_quota_counts_whole_weeks_a_week_later_and_is_unknown_where_nothing_came() -> None:
    """Hải Dương asks for two news items a unit and week. The week of 1 October 2018 is reckoned on the 14th."""
    more = "don_vi: hd-ban-to-chuc\nthe_loai: tin\nnhan_luc: 2018-10-0{day}T08:00:00+07:00\n"
    some = [text(n, f"2018-10-0{day}", more.format(day=day), portal="hd") for n, day in ((1, 2), (2, 4))]
    index = shown(*some, today=date(2018, 12, 5), folder="hd/tin-dia-phuong")
    page = month_report_facts(index, "vi", "2018-10")
    name = index.corpus.policy.units["hd-ban-to-chuc"].name_in("vi")
    found = cells(page, "chi-tieu")
    assert found[name] == ("4", "1")
    assert {one for unit, one in found.items() if unit != name} == {("4", "0")}
    assert isinstance(table(page, "chi-tieu").chart, Bars)
    without = shown(text(3, "2018-10-30", portal="hd"), today=date(2018, 12, 5), folder="hd/tin-dia-phuong")
    assert {one[1] for one in cells(month_report_facts(without, "vi", "2018-10"), "chi-tieu").values()} == {UNKNOWN}


def test_a_regulation_without_deadlines_and_quotas_gets_none() -> None:
    some = text(1, "2011-10-05", portal="tq", type_="tin_bai")
    page = month_report_facts(shown(some, today=date(2012, 1, 1), folder="tq/tin-tuc"), "vi", "2011-10")
    assert (table(page, "thoi-han").rows, table(page, "chi-tieu").rows) == ((), ())
    assert "không đặt thời hạn" in table(page, "thoi-han").none


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_month_that_is_over_is_the_same_after_twenty_later_items(lang: str) -> None:
    """Whenever they were written about: what is told later belongs to the month in which it is told."""
    old = [text(n, f"2019-10-{n:02}", "ket_thuc_luc: 2019-10-01T16:00:00+07:00\n") for n in range(1, 10)]
    later = [text(n, "2019-11-05", "ket_thuc_luc: 2019-10-15T16:00:00+07:00\n") for n in range(20, 40)]
    before = month_report_facts(shown(*old, today=date(2019, 11, 1)), lang, "2019-10")
    after = month_report_facts(shown(*old, *later, today=date(2019, 12, 5)), lang, "2019-10")
    assert before == after
    assert before.tables[0].rows != ()


def test_a_new_item_touches_the_running_page_alone_and_the_turn_of_the_month_closes_it(tmp_path: Path) -> None:
    root = small_repository(tmp_path / "kho")
    past, readers = past_of(root, 0), Shown()
    readers.publish(root, START)
    page = next((root / "content/qn/tin-tuc").rglob("*.md"))
    to = root / "content/qn/tin-tuc/2026/moi.md"
    shutil.copytree(page.with_suffix(""), to.with_suffix(""))
    lines = page.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(("imported:", "  published:", "  source:", "id:"))]
    to.write_text("".join([kept[0], "id: qn-2026-7001\n", *kept[1:]]), "utf-8")
    past.at = START + timedelta(hours=1)
    past.commit("tin mới")
    assert readers.publish(root, past.at) is False
    ours = {path for path in readers.written if "/cong-khai-hoat-dong/" in path}
    assert ours == {f"qn/internet/{lang}cong-khai-hoat-dong/index.html" for lang in ("", "en/", "zh/")}
    assert "qn/internet/cong-khai-hoat-dong/2026-11/index.html" not in readers.files
    turned = datetime(2026, 12, 1, 0, 0, 1, tzinfo=VIETNAM)
    assert readers.publish(root, turned) is False
    assert "qn/internet/cong-khai-hoat-dong/2026-11/index.html" in readers.files
    assert differing(root, readers, turned) == []
