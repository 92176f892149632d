"""Marks of secrecy and limited circulation: stamps and lines of their own are found, sentences about them are not."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from congbo.text.sensitive import find

SECRET = [
    "MẬT",
    "TỐI MẬT",
    "TUYỆT MẬT",
    "M Ậ T",
    "T Ố I   M Ậ T",
    "TUYỆT  MẬT",
    "# MẬT",
    "## TUYỆT MẬT ##",
    "**MẬT**",
    "> TỐI MẬT",
    "[MẬT]",
    "( TỐI MẬT )",
    "*** MẬT ***",
    "★ MẬT ★",
    "┌─────┐\n│ MẬT │\n└─────┘",
    "+-----+\n| MẬT |\n+-----+",
    "| ỦY BAN NHÂN DÂN | MẬT |\n|---|---|",
    "ỦY BAN NHÂN DÂN TỈNH          MẬT",
    "Dòng đầu\n   TUYỆT MẬT\nDòng sau",
    "<b>MẬT</b>",
    "<center><font>TỐI MẬT</font></center>",
    "<td>MẬT</td>",
    "Báo cáo tình hình biên giới (MẬT)",
    "Kế hoạch diễn tập - TUYỆT MẬT",
    "MẬT - Báo cáo quý III",
    "TỐI MẬT\nBản số: 02",
    "TỐI MẬT Bản số 03",
    "Độ mật: Mật",
    "Mức độ mật: TỐI MẬT",
    "**Độ mật:** Tuyệt mật",
    "| Độ mật | Mật |",
    "TÀI LIỆU MẬT",
    "VĂN BẢN MẬT",
    "TUYET MAT",
    "TOP SECRET",
    "CONFIDENTIAL",
    "绝密",
    "机密★",
    normalize("NFD", "TUYỆT MẬT"),
    "T\u200bỐ\u200bI M\u200bẬT",
    "&#77;ẬT",
    "M<!-- -->ẬT",
]
NOT_SECRET = [
    "bí mật nhà nước",
    "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "Luật Bảo vệ bí mật nhà nước",
    "MẬT KHẨU",
    "Đổi MẬT khẩu định kỳ",
    "MẬT ONG rừng",
    "mật ong",
    "mật độ dân số",
    "MẬT ĐỘ DÂN SỐ",
    "Mật",
    "mật",
    "Ba cấp độ: tuyệt mật, tối mật và mật.",
    "Bí mật nhà nước chia thành TUYỆT MẬT, TỐI MẬT, MẬT theo luật.",
    "đóng dấu TUYỆT MẬT vào tài liệu theo mẫu",
    "Độ mật: Không",
    "độ mật của văn bản",
    "Độ mật: mật độ",
    "KHẨN",
    "THƯỢNG KHẨN",
    "HỎA TỐC",
    "trừ tài liệu mật",
    "thân mật, rậm rạp",
    "MÃ SỐ BÍ MẬT",
    "KHÓA MẬT MÃ",
    "keep it SECRET from nobody",
    "the top secret of the recipe",
]
INTERNAL = [
    "Tài liệu lưu hành nội bộ",
    "Lưu hành nội bộ",
    "LƯU HÀNH NỘI BỘ",
    "TÀI LIỆU LƯU HÀNH NỘI BỘ",
    "(Tài liệu lưu hành nội bộ)",
    "*(lưu hành nội bộ)*",
    "### Tài liệu này lưu hành nội bộ",
    "Tài liệu này chỉ lưu hành nội bộ.",
    "Kế hoạch số 12 (Lưu hành nội bộ)",
    "Đề cương sinh hoạt LƯU HÀNH NỘI BỘ tháng 8",
    "| Ghi chú | Lưu hành nội bộ |",
    "Tai lieu luu hanh noi bo",
    "Lưu hành nội bộ - không phổ biến",
    normalize("NFD", "Lưu hành nội bộ"),
    "FOR INTERNAL USE ONLY",
    "内部资料",
]
NOT_INTERNAL = [
    "Tài liệu lưu hành nội bộ không được đưa lên Cổng.",
    "quy định về tài liệu lưu hành nội bộ của cơ quan",
    "phần mềm lưu hành nội bộ được nâng cấp",
    "mạng nội bộ",
    "kiểm toán nội bộ, đoàn kết nội bộ",
    "lưu hành xe quá khổ",
    "giấy phép lưu hành",
    "for internal use of the staff only when needed",
]
NO_DISSEMINATION = [
    "Không phổ biến",
    "KHÔNG PHỔ BIẾN",
    "**Không phổ biến**",
    "(không phổ biến)",
    "Không được phổ biến",
    "Tài liệu không phổ biến",
    "Cấm phổ biến",
    "Báo cáo chuyên đề - KHÔNG PHỔ BIẾN ra ngoài",
    "> Không được phổ biến rộng rãi",
    "Khong pho bien",
    normalize("NFD", "Không phổ biến"),
]
DISSEMINATED = [
    "phổ biến, giáo dục pháp luật",
    "Bệnh này không phổ biến ở địa phương.",
    "Hình thức hỏi đáp trực tiếp không phổ biến bằng gửi thư.",
    "PHỔ BIẾN PHÁP LUẬT",
    "tài liệu không được phổ biến thì không đăng",
    "| Loại cây | Không phổ biến |",
]


def kinds(text: str, detector: str) -> set[str]:
    return {hit.kind for hit in find(text, [detector])[detector]}


@pytest.mark.parametrize("text", SECRET)
@pytest.mark.parametrize("around", ["{}", "Kính gửi: các đơn vị.\n\n{}\n\nNội dung."])
def test_secret_marks_are_found(text: str, around: str) -> None:
    assert kinds(around.format(text), "secret_marks") == {"secret"}


@pytest.mark.parametrize("text", NOT_SECRET)
def test_words_that_look_like_secret_marks_are_left_alone(text: str) -> None:
    assert kinds(text, "secret_marks") == set()


@pytest.mark.parametrize("text", INTERNAL)
def test_marks_of_internal_circulation_are_found(text: str) -> None:
    assert kinds(text, "internal_marks") == {"internal"}


@pytest.mark.parametrize("text", NOT_INTERNAL)
def test_sentences_about_internal_circulation_are_left_alone(text: str) -> None:
    assert kinds(text, "internal_marks") == set()


@pytest.mark.parametrize("text", NO_DISSEMINATION)
def test_marks_against_dissemination_are_found(text: str) -> None:
    assert kinds(text, "no_dissemination_marks") == {"no_dissemination"}


@pytest.mark.parametrize("text", DISSEMINATED)
def test_sentences_about_what_is_common_are_left_alone(text: str) -> None:
    assert kinds(text, "no_dissemination_marks") == set()


def test_a_mark_is_told_once_where_it_stands() -> None:
    text = "Dòng một\n\n  **TỐI MẬT**\n"
    (hit,) = find(text, ["secret_marks"])["secret_marks"]
    assert text[hit.start : hit.end] == hit.shown == "TỐI MẬT"


def test_marks_one_below_the_other_are_told_each() -> None:
    assert len(find("MẬT\nMẬT\nTỐI MẬT", ["secret_marks"])["secret_marks"]) == 3
