"""The clock of a question: days worked of the days that the clause gives, with the article."""

from __future__ import annotations

from datetime import date

import pytest

from congbo.site.by_view.question import clock
from congbo.site.index import Index
from support.items import corpus

TEXT = """---
id: {portal}-2019-1
type: hoi_dap
title: Lịch thu gom
summary: Tóm tắt.
imported:
  published: 2019-10-30T09:00:00+07:00
  source: Hệ thống cũ
ma: CH-1
ngay_tiep_nhan: 2019-10-07
cau_hoi: Hỏi gì?
{more}---
"""


@pytest.mark.parametrize(
    ("portal", "more", "says"),
    [
        ("dl", "ngay_tra_loi: 2019-10-08", "Trả lời trong 1 trên 15 ngày làm việc"),
        ("dl", "ngay_tra_loi: 2019-10-14", "Trả lời trong 5 trên 15 ngày làm việc"),
        ("dl", "ngay_tra_loi: 2019-10-28", "Trả lời trong 15 trên 15 ngày làm việc"),
        (
            "dl",
            "ngay_tra_loi: 2019-10-29",
            "Quá hạn: phải xong chậm nhất ngày 28/10/2019, 15 ngày làm việc kể từ khi tiếp nhận",
        ),
        ("dl", "", "Chậm nhất ngày 28/10/2019: 15 ngày làm việc kể từ khi tiếp nhận"),
        ("qn", "ngay_thong_bao: 2019-10-09", "Trả lời hoặc thông báo quá trình xử lý trong 2 trên 15 ngày làm việc"),
    ],
)
def test_the_clock_counts_working_days_and_names_the_article(portal: str, more: str, says: str) -> None:
    path = f"content/{portal}/hoi-dap/2019/lich.md"
    found = corpus({path: TEXT.format(portal=portal, more=f"{more}\n" if more else "")}, date(2026, 11, 22))
    index = Index(found, found.policy.portals[portal], "internet")
    said = clock(index, index.item(path))
    assert said is not None
    assert said.text == says
    assert (
        said.cite == {"dl": "điểm đ khoản 1 Điều 8", "qn": "câu 1 gạch đầu dòng thứ hai điểm e khoản 1 Điều 20"}[portal]
    )
