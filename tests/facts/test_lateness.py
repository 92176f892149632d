"""DL-8.1b: what counts for readers is when a page was first seen, which may be later than its being merged."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from congbo.dates import VIETNAM
from congbo.facts.lateness import late
from support.items import corpus

PATH = "content/dl/van-ban-phuong/2019/903-tb-ubnd.md"
DOCUMENT = """---
id: dl-2019-9103
type: van_ban
title: Thông báo lịch tiếp công dân
summary: Tóm tắt một câu cho người đọc.
imported:
  published: 2019-10-25T15:00:00+07:00
  source: Cổng cũ
don_vi: ubnd-phuong-dong-lac
co_quan_ban_hanh: ubnd-phuong-dong-lac
so_ky_hieu: 903/TB-UBND
ngay_ban_hanh: 2019-10-25
ngay_ky: 2019-10-25
trich_yeu: Lịch tiếp công dân tháng 11
---
Nội dung.
"""


@pytest.mark.parametrize(
    ("seen", "rules"),
    [
        (datetime(2019, 10, 25, 16, 0, tzinfo=VIETNAM), []),
        (datetime(2019, 10, 28, 23, 59, tzinfo=VIETNAM), []),
        (datetime(2019, 10, 29, 0, 0, tzinfo=VIETNAM), ["DL-8.1b"]),
    ],
)
def test_a_page_that_is_first_seen_after_the_last_day_is_late(seen: datetime, rules: list[str]) -> None:
    known = corpus({PATH: DOCUMENT}, date(2019, 11, 5))
    (item,) = known.items
    assert [clause.id for clause, _ in late(known, item, seen)] == rules


def test_what_no_rule_gives_a_day_for_is_never_late() -> None:
    known = corpus({PATH: DOCUMENT.replace("ngay_ky: 2019-10-25\n", "")}, date(2019, 11, 5))
    (item,) = known.items
    assert list(late(known, item, datetime(2026, 1, 1, tzinfo=VIETNAM))) == []
