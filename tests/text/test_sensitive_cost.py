"""What detectors cost, and that no text of a stranger makes them slow."""

from __future__ import annotations

import time

import pytest

from congbo.policy.kinds import DETECTORS as NAMED
from congbo.text.sensitive import DETECTORS, find

BODY = (
    "Sáng ngày 24/7/2017, Ủy ban nhân dân tỉnh tổ chức hội nghị sơ kết 6 tháng đầu năm; tổng vốn 1.234.567 triệu đồng, "
    "đạt 98,5% kế hoạch. Theo Quyết định số 9187/2017/QĐ-UBND, các sở, ngành tiếp tục phổ biến, giáo dục pháp luật, giữ bí "
    "mật nhà nước và đổi mật khẩu định kỳ.\n\n"
)
LONG = 30_000
HOSTILE = [
    "0", "0 ", "0912 ", "<", "<a ", "<!--", "&", "&#48;", "%30", "mật khẩu ", "mật khẩu: ", "pass",
    "sinh ngày 01/01/1990 trú tại ",
    "hộ chiếu ", "key ", "token: ", "a@", "MẬT ", "MẬT\n", "Ậ ", "(lưu hành nội bộ ", "không phổ biến ",
    "|", "|--", "| Số CMND |\n|---|\n",
    "`", "~~~\n", "javascript:", "<a on", "\u200b", "a\u200b", "e\u0301",
    "tài khoản ", "độ mật |", "+84 (0) ", "a://", "eyJaaaaaaaa.", "( ",
    "Số CMND\t", "012345678\tSố CMND\n",
]  # fmt: skip


def test_a_body_of_four_kilobytes_costs_less_than_a_page_read() -> None:
    """On a quiet machine 0.3 ms; the bound leaves room for a busy one."""
    text = BODY * (4096 // len(BODY.encode()) + 1)
    spent = []
    for _ in range(20):
        start = time.process_time()
        assert not any(find(text).values())
        spent.append(time.process_time() - start)
    assert min(spent) < 0.0015


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_no_text_makes_a_detector_slow(unit: str) -> None:
    text = unit * (LONG // len(unit)) + " gmail <script mật khẩu"
    start = time.process_time()
    find(text, columns="\t")
    assert time.process_time() - start < 3


def test_rules_can_name_every_detector_and_no_other() -> None:
    assert {*DETECTORS, "copied_text"} == set(NAMED)
