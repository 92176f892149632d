"""Personal data: what must be found and what must be left alone, as people write it in an office.

Numbers are put together here from parts that no person has; a table row says which part goes where.
"""

from __future__ import annotations

import pytest

from congbo.text.sensitive import find
from congbo.text.sensitive.hit import masked

CITIZEN = "0011" + "99" + "000123"  # province, century and sex, year, number
OLD = "012" + "000" + "789"
MOBILE = "0912" + "000" + "678"
OTHER = "0987" + "000" + "321"
OWN_TAX = "8012" + "0000" + "0"  # its check digit is put behind it
ACCOUNT = "1234" + "0000" + "5678"
CARD = "4790" + "0000" + "12345"


def checked(digits: str) -> str:
    """Nine digits and the tenth that checks them."""
    weights = (31, 29, 23, 19, 17, 13, 7, 5, 3)
    return digits + str(10 - sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11)


PARTS = {
    "citizen": CITIZEN,
    "citizen_spaced": " ".join(CITIZEN[i : i + 3] for i in range(0, 12, 3)),
    "citizen_fours": " ".join(CITIZEN[i : i + 4] for i in range(0, 12, 4)),
    "citizen_dotted": ".".join(CITIZEN[i : i + 3] for i in range(0, 12, 3)),
    "citizen_singles": " ".join(CITIZEN),
    "citizen_wide": "".join(chr(ord(d) + 0xFEE0) for d in CITIZEN),
    "citizen_hidden": "\u200b".join(CITIZEN),
    "citizen_nbsp": CITIZEN[:6] + "\u00a0" + CITIZEN[6:],
    "citizen_ocr": CITIZEN.replace("0", "O", 1).replace("1", "l", 1),
    "citizen_bold": f"{CITIZEN[:6]}**{CITIZEN[6:]}**",
    "citizen_entities": "".join(f"&#{ord(d)};" for d in CITIZEN),
    "old": OLD,
    "old_spaced": f"{OLD[:3]} {OLD[3:6]} {OLD[6:]}",
    "mobile": MOBILE,
    "mobile_spaced": f"{MOBILE[:4]} {MOBILE[4:7]} {MOBILE[7:]}",
    "mobile_dotted": f"{MOBILE[:4]}.{MOBILE[4:7]}.{MOBILE[7:]}",
    "mobile_hyphens": f"{MOBILE[:4]}-{MOBILE[4:7]}-{MOBILE[7:]}",
    "mobile_pairs": " ".join((MOBILE[:4], MOBILE[4:6], MOBILE[6:8], MOBILE[8:])),
    "mobile_bracketed": f"({MOBILE[:4]}) {MOBILE[4:]}",
    "mobile_nbsp": f"{MOBILE[:4]}\u00a0{MOBILE[4:7]}\u00a0{MOBILE[7:]}",
    "mobile_dashes": f"{MOBILE[:4]}\u2013{MOBILE[4:7]}\u2013{MOBILE[7:]}",
    "mobile_wide": "".join(chr(ord(d) + 0xFEE0) for d in MOBILE),
    "mobile_zero_width": f"{MOBILE[:5]}\u200d{MOBILE[5:]}",
    "mobile_ocr": f"O{MOBILE[1:5]}O{MOBILE[6:]}",
    "mobile_comment": f"{MOBILE[:5]}<!-- -->{MOBILE[5:]}",
    "mobile_elements": f"{MOBILE[:5]}<b>{MOBILE[5:]}</b>",
    "mobile_escaped": f"{MOBILE[:4]}\\-{MOBILE[4:]}",
    "mobile_percent": "".join(f"%{ord(d):02x}" for d in MOBILE),
    "bare": MOBILE[1:],
    "bare_spaced": f"{MOBILE[1:4]} {MOBILE[4:7]} {MOBILE[7:]}",
    "other": OTHER,
    "tax": checked(OWN_TAX),
    "tax_wrong": OWN_TAX + str((int(checked(OWN_TAX)[-1]) + 1) % 10),
    "company": "03" + "12000456",
    "account": ACCOUNT,
    "account_spaced": f"{ACCOUNT[:4]} {ACCOUNT[4:8]} {ACCOUNT[8:]}",
    "card": CARD,
    "card_spaced": f"{CARD[0]} {CARD[1:3]} {CARD[3:5]} {CARD[5:8]} {CARD[8:]}",
    "insurance": "0123" + "000" + "456",
    "landline": "0220" + " 3000 " + "118",
    "passport": "C" + "1000" + "456",
    "mail": "nguyenvana1985" + "@" + "gmail.com",
}

# kind, text
FOUND = [
    ("citizen", "Ông Nguyễn Văn A, số CCCD {citizen}, trú tại thôn Đông."),
    ("citizen", "{citizen}"),
    ("citizen", "Căn cước công dân: {citizen_spaced}"),
    ("citizen", "Số định danh cá nhân {citizen_dotted} cấp ngày 01/7/2021"),
    ("citizen", "CCCD {citizen_fours}"),
    ("citizen", "số CCCD: {citizen_singles}"),
    ("citizen", "người nộp đơn ({citizen})"),
    ("citizen", "CCCD:{citizen};sinh 1999"),
    ("citizen", "Số: {citizen_wide}"),
    ("citizen", "Số {citizen_hidden}"),
    ("citizen", "Số {citizen_nbsp}"),
    ("citizen", "CCCD {citizen_ocr}"),
    ("citizen", "CCCD **{citizen}**"),
    ("citizen", "CCCD {citizen_bold}"),
    ("citizen", "Số {citizen_entities}"),
    ("citizen", "<!-- người gửi: {citizen} -->"),
    ("citizen", "[đơn](https://example.vn/don?cccd={citizen})"),
    ("citizen", "| STT | Họ tên | CCCD |\n|---|---|---|\n| 1 | Nguyễn Văn A | {citizen} |"),
    ("citizen", "1,Nguyễn Văn A,{citizen},Đồng Lạc"),
    ("citizen", "Mã số thuế cá nhân: {citizen}"),
    ("old_card", "CMND số {old} do Công an tỉnh cấp"),
    ("old_card", "chứng minh nhân dân: {old_spaced}"),
    ("old_card", "CMTND {old}"),
    ("old_card", "Số CMT: {old}"),
    ("old_card", "giấy chứng minh nhân dân của ông A là {old}"),
    ("old_card", "| Họ tên | Số CMND |\n|---|---|\n| Nguyễn Văn A | {old} |"),
    ("mobile", "Bà B, điện thoại {mobile}, đề nghị xem xét."),
    ("mobile", "{mobile}"),
    ("mobile", "ĐT: {mobile_spaced}"),
    ("mobile", "ĐT {mobile_dotted}"),
    ("mobile", "Liên hệ {mobile_hyphens} (anh A)"),
    ("mobile", "Di động {mobile_pairs}."),
    ("mobile", "gọi {mobile_bracketed}"),
    ("mobile", "SĐT {mobile_nbsp}"),
    ("mobile", "SĐT {mobile_dashes}"),
    ("mobile", "SĐT {mobile_wide}"),
    ("mobile", "SĐT {mobile_zero_width}"),
    ("mobile", "SĐT {mobile_ocr}"),
    ("mobile", "SĐT {mobile_comment}"),
    ("mobile", "SĐT {mobile_elements}"),
    ("mobile", "SĐT {mobile_escaped}"),
    ("mobile", "[Zalo](https://zalo.me/{mobile})"),
    ("mobile", "[gọi](tel:{mobile})"),
    ("mobile", "[gọi](tel:{mobile_percent})"),
    ("mobile", "+84{bare}"),
    ("mobile", "+84 {bare_spaced}"),
    ("mobile", "(+84) {bare_spaced}"),
    ("mobile", "+84 (0) {bare_spaced}"),
    ("mobile", "0084{bare}"),
    ("mobile", "Zalo: 84{bare}"),
    ("mobile", "ĐT{mobile}"),
    ("mobile", "{mobile}, {other}"),
    ("mobile", "{mobile}/{other}"),
    ("mobile", "{mobile_spaced} - {other}"),
    ("mobile", "1. {mobile}"),
    ("mobile", "| Họ tên | Điện thoại |\n|:--|--:|\n| Nguyễn Văn A | {bare} |"),
    ("tax_code", "MST cá nhân: {tax}"),
    ("tax_code", "Mã số thuế thu nhập cá nhân {tax}"),
    ("tax_code", "mã số thuế {tax}"),
    ("account", "số tài khoản {account} tại Ngân hàng A, chủ tài khoản Nguyễn Văn A"),
    ("account", "STK: {account_spaced}"),
    ("account", "TK {account} - NGUYEN VAN A"),
    ("account", "chuyển khoản vào tài khoản số {account}"),
    ("account", "| Tên | Số tài khoản |\n|---|---|\n| A | {account} |"),
    ("insurance", "thẻ BHYT DN{card}"),
    ("insurance", "Số thẻ: HT {card_spaced}"),
    ("insurance", "mã số BHXH {insurance}"),
    ("passport", "hộ chiếu số {passport}"),
    ("passport", "Passport No: {passport}"),
    ("passport", "| Hộ chiếu |\n|---|\n| {passport} |"),
    ("mailbox", "Thư: {mail}"),
    ("mailbox", "[thư](mailto:{mail})"),
    ("mailbox", "ten.ho (at) gmail (dot) com"),
    ("mailbox", "TENHO@YAHOO.COM.VN"),
    ("birth", "Ông A sinh ngày 01/02/1985, thường trú tại thôn Đông, xã Mẫu."),
    ("birth", "Trú tại tổ 3; bà B, sinh ngày 1 tháng 2 năm 1990"),
    ("home_address", "Địa chỉ thường trú: số 12 ngõ 3 phố Mẫu"),
    ("home_address", "HKTT: thôn 5, xã Mẫu"),
    ("home_phone", "Nhà riêng: {landline}"),
]

LEFT_ALONE = [
    "Điện thoại văn phòng: {landline}",
    "đường dây nóng 1900 0000 và 1800 0001",
    "Số: 137/QĐ-UBND ngày 24/9/2019",
    "ngày 24-9-2019 đến 30.9.2019",
    "từ 2019-09-24 08:30 đến 2019-09-25 17:00",
    "các năm 2015 2016 2017 2018 2019",
    "tổng thu 1.234.567.890.123 đồng",
    "84 912 000 678 đồng",
    "84.912.000.678 đồng",
    "0,912000678",
    "toạ độ 21.0356789012, 105.8412345678",
    "Doanh nghiệp có mã số thuế {company}",
    "MST: {company}, giám đốc ký",
    "mã số doanh nghiệp {company}",
    "giấy đăng ký kinh doanh số {company}",
    "Mã số thuế: 5700100256",
    "MST cá nhân {tax_wrong}",
    "9 chữ số: {old}",
    "012 trường hợp, 345 hồ sơ, 678 lượt",
    "Mã hồ sơ: 000.00.20.H17-220615-0001",
    "mã định danh H17.20.05",
    "tài khoản giáo viên và 400.000 học sinh",
    "12.345.678 tài khoản định danh điện tử",
    "đã tạo tài khoản thanh toán: 12.345.678 đồng",
    "mở tài khoản ngày 12-08-2019",
    "tài khoản 3713.0.1012345 tại Kho bạc Nhà nước tỉnh",
    "Số tài khoản {account}, chủ tài khoản: Ban Vận động cứu trợ tỉnh",
    "Ủng hộ qua số tài khoản {account} của Quỹ; tên tài khoản: Quỹ Vì người nghèo",
    "hướng dẫn đổi hộ chiếu cho 1.234 người",
    "ubnd@donglac.example, vanphong@haiduong.gov.vn",
    "hỏi về gmail của cơ quan",
    "Đại tướng sinh ngày 25/8/1911 tại Quảng Bình",
    "Đồng chí sinh ngày 01/02/1965, quê quán xã Mẫu",
    "Tờ khai ghi rõ địa chỉ thường trú: số nhà, thôn, xã",
    "học sinh thường trú trên địa bàn",
    "ISBN 978-604-0-00001-2",
    "dân số 1.337.600 người; diện tích 6.110,1 km2",
    "0 35 12 48 96 77 102",
    "2 4 6 8 10 12 14 16",
    "Hóa đơn số 0912000678",
    "số khung 0912000678",
    "a0912000678b4",
    "https://example.vn/tin-tuc/2017/ket-qua-20170612-0001.html",
    "Quyết định 2187/2017/QĐ-UBND, 12/2019/NQ-HĐND, 99/2018/NĐ-CP",
    "| Năm | Thu | Chi |\n|---|---|---|\n| 2017 | 12.345.678 | 91.200.067 |",
    "| Doanh nghiệp | Mã số thuế |\n|---|---|\n| Công ty A | {company} |",
    "| Số điện thoại hỗ trợ | 0220 3xxx 118 |",
    "kích thước 1200 x 800, 300 dpi",
    "điểm thi: 08 09 10 07 06 05",
    "giờ mở cửa 07:30-11:30, 13:30-17:00",
    "biển số 34A-000.12; số seri AA 0000123",
]


@pytest.mark.parametrize(("kind", "text"), FOUND)
def test_personal_data_is_found(kind: str, text: str) -> None:
    written = text.format(**PARTS)
    hits = find(written, ["personal_data"])["personal_data"]
    assert {hit.kind for hit in hits} == {kind}, hits


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_public_is_left_alone(text: str) -> None:
    assert find(text.format(**PARTS), ["personal_data"])["personal_data"] == ()


@pytest.mark.parametrize(("kind", "text"), FOUND)
def test_never_is_the_whole_of_it_shown(kind: str, text: str) -> None:
    for hit in find(text.format(**PARTS), ["personal_data"])["personal_data"]:
        assert hit.shown.count("*") >= len(hit.shown) - 3 > 0
        assert hit.value not in repr(hit)


def test_two_numbers_are_two_finds_at_their_places() -> None:
    text = f"Liên hệ {MOBILE} hoặc {PARTS['mobile_spaced'].replace('0912', '0987')}."
    first, second = find(text)["personal_data"]
    assert (text[first.start : first.end], first.value) == (MOBILE, MOBILE)
    assert (second.start, second.value) == (text.index("0987"), OTHER[:4] + MOBILE[4:])


@pytest.mark.parametrize(
    "part", ["citizen_entities", "citizen_hidden", "citizen_wide", "mobile_comment", "mobile_percent"]
)
def test_a_disguised_number_is_told_where_it_was_written(part: str) -> None:
    before = "Dòng một & hai %\n**ba** "
    (hit,) = find(before + PARTS[part])["personal_data"]
    assert hit.start == len(before)


def test_a_decomposed_text_is_read_as_the_composed_one() -> None:
    from unicodedata import normalize

    text = normalize("NFD", f"Chứng minh nhân dân: {OLD}")
    (hit,) = find(text)["personal_data"]
    assert (hit.kind, hit.start) == ("old_card", text.index(OLD))


@pytest.mark.parametrize(
    ("value", "shown"),
    [("012345678901", "*********901"), ("abcdefgh", "*****fgh"), ("abcdefg", "******g"), ("abc", "***"), ("", "")],
)
def test_masking(value: str, shown: str) -> None:
    assert masked(value) == shown
