"""Passwords, keys and tokens, and what would run in a browser. Secrets are put together here at run time."""

from __future__ import annotations

import pytest

from congbo.text.sensitive import find

AWS = "AKIA" + "ABCDEFGHIJKLMNOP"
GITHUB = "ghp_" + "a1B2" * 9
SLACK = "xoxb-" + "123456789012-abcdefghij"
GOOGLE = "AIza" + "a1B2c" * 7
JWT = ".".join(("eyJ" + "hbGciOiJI", "eyJ" + "zdWIiOiIx", "c2lnbmF0dXJl"))
RANDOM = "f3A9" + "kQ7z" + "Lm2X" + "v8Rt" + "Yw5B" + "n1Hc"
BEGIN = "-----BEGIN "

FOUND = [
    ("password", "Mật khẩu: Abc@12345"),
    ("password", "mật khẩu đăng nhập là Hatinh2021"),
    ("password", "Mật khẩu mặc định: 12345678"),
    ("password", "**Mật khẩu:** `quantri#2019`"),
    ("password", "mật khẩu quản trị = admin"),
    ("password", "Tài khoản: bientap / Mật khẩu: Bbt!2024"),
    ("password", "mat khau: abc123"),
    ("password", "password: hunter2"),
    ("password", "Password = 'Tr0ub4dor'"),
    ("password", "pass: 123456"),
    ("password", "PWD: q1w2e3r4"),
    ("password", "mật khẩu wifi: donglac2019"),
    ("password", "Mật khẩu của Ban biên tập: portal2019"),
    ("password", "<!-- mật khẩu: Abc@12345 -->"),
    ("password", "mật khẩu：Abc@12345"),
    ("password", "密码: abc12345"),
    ("password", "| Tên đăng nhập | Mật khẩu |\n|---|---|\n| bientap | Abc@12345 |"),
    ("private_key", BEGIN + "PRIVATE KEY-----"),
    ("private_key", BEGIN + "RSA PRIVATE KEY-----\nMIIE"),
    ("private_key", BEGIN + "OPENSSH PRIVATE KEY-----"),
    ("private_key", BEGIN + "ENCRYPTED PRIVATE KEY-----"),
    ("private_key", BEGIN + "PGP PRIVATE KEY BLOCK-----"),
    ("private_key", "PuTTY-User-Key-File-3: ssh-ed25519"),
    ("token", AWS),
    ("token", f"khóa: {GITHUB}"),
    ("token", SLACK),
    ("token", f"https://maps.example/api?k={GOOGLE}"),
    ("token", JWT),
    ("token", "glpat-" + "a1B2c" * 4),
    ("token", f"api_key: {RANDOM}"),
    ("token", f"API key = '{RANDOM}'"),
    ("token", f"khóa bí mật: {RANDOM}"),
    ("token", f"client_secret={RANDOM}"),
    ("token", f"Token truy cập là {RANDOM}"),
    ("connection", "postgres://portal:s3cretpw@db.example/portal"),
    ("connection", "ftp://bientap:abc123@10.0.0.5"),
    ("connection", "Server=db;Database=cms;User=sa;Password=Abc12345;"),
]
LEFT_ALONE = [
    "giữ bí mật mật khẩu đăng nhập",
    "Mật khẩu: tối thiểu 8 ký tự, có chữ hoa, chữ số",
    "Mật khẩu: do quản trị cấp",
    "Mật khẩu là thông tin cá nhân, không chia sẻ.",
    "mật khẩu là bắt buộc",
    "Mật khẩu: ********",
    "mật khẩu: xxxxxxxx",
    "Mật khẩu: [đã ẩn]",
    "Mật khẩu: ......",
    "Quên mật khẩu: bấm vào liên kết",
    "Đổi mật khẩu: 6 tháng một lần",
    "Mật khẩu: 8 ký tự",
    "đổi mật khẩu định kỳ 90 ngày",
    "Password: required",
    "Passport: apply online",
    "The password is sent by post.",
    "khóa XIV, nhiệm kỳ 2016-2021",
    "khóa họp thứ 10",
    "token: chữ ký số của lãnh đạo",
    "Khóa đào tạo: Bồi dưỡng chuyên viên chính",
    "secret ballot: bỏ phiếu kín",
    "-----BEGIN PUBLIC KEY-----",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI khóa công khai",
    "https://quangninh.gov.vn:443/tin-tuc@2017",
    "thư gửi ubnd@quangninh.example",
    "key: van-ban-phap-quy-2017",
    "API key: liên hệ Sở để được cấp",
    "khoá bí mật: chuyen-muc-van-ban-phap-quy",
]
ACTIVE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//e.example/x.js>",
    "< script >",
    "<iframe src='https://e.example'></iframe>",
    "<img src=x onerror=alert(1)>",
    "<a href='#' onclick='x()'>",
    "<svg/onload=alert(1)>",
    "[bấm](javascript:alert(1))",
    "[bấm](JaVaScRiPt:alert(1))",
    "[bấm](java&#115;cript:alert(1))",
    "[bấm](javascript&#58;alert(1))",
    "[bấm][1]\n\n[1]: javascript:alert(1)",
    "[bấm](vbscript:msgbox)",
    "[bấm](data:text/html;base64,PHNjcmlwdD4=)",
    "<object data='x.swf'>",
    "<embed src='x.swf'>",
    "<form action='https://e.example'>",
    "<meta http-equiv=refresh content='0;url=https://e.example'>",
    "<base href='https://e.example'>",
    "&lt;b&gt; rồi <script>",
    "<!-- <script>x</script> -->",
]
STILL = [
    "Thẻ `<script>` bị loại bỏ khi dựng trang.",
    "```html\n<iframe src='x'></iframe>\n```",
    "giá trị x < y và y > z",
    "<https://quangninh.gov.vn>",
    "dòng trên<br>dòng dưới",
    "<b>đậm</b>, <sup>2</sup>",
    "JavaScript: ngôn ngữ lập trình",
    "dữ liệu: data: 2017",
    "mô tả: subscript và superscript",
    "nhiệt độ <on=5",
    "a<b onmouseover",
]


@pytest.mark.parametrize(("kind", "text"), FOUND)
def test_credentials_are_found_and_never_shown_whole(kind: str, text: str) -> None:
    hits = find(f"Hướng dẫn.\n\n{text}\n\nHết.", ["credentials"])["credentials"]
    assert {hit.kind for hit in hits} == {kind}, hits
    assert all(hit.kind == "private_key" or "*" in hit.shown for hit in hits)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_only_speaks_of_credentials_is_left_alone(text: str) -> None:
    assert find(text, ["credentials"])["credentials"] == ()


@pytest.mark.parametrize("text", ACTIVE)
def test_active_content_is_found(text: str) -> None:
    assert find(text, ["active_content"])["active_content"] != ()


@pytest.mark.parametrize("text", STILL)
def test_text_that_does_nothing_is_left_alone(text: str) -> None:
    assert find(text, ["active_content"])["active_content"] == ()
