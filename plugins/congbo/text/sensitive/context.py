"""The words before a number that say what it is. A label in the line must be the last thing before the number."""

from __future__ import annotations

from collections.abc import Mapping

from congbo.text.regex import regex

# After the label: at most these many characters without a digit, such as ": ", " của ông Nguyễn Văn A là ".
_GAP = r"[^\d\n;]{0,40}\Z"

_WORDS: Mapping[str, str] = {
    "citizen": r"cccd|căn cước|định danh(?: cá nhân)?|cmnd|cmtnd|cmt\b|cmtnn|chứng minh (?:thư|nhân dân)|giấy tờ tùy thân"
    r"|giấy tờ tuỳ thân|identity card|\bid (?:card|no)|身份证",
    "old_card": r"cmnd|cmtnd|\bcmt\b|cmtnn|chứng minh (?:thư|nhân dân)|căn cước|cccd|identity card|\bid (?:card|no)|身份证",
    "phone": r"điện thoại|đt|dđ|sđt|đtdđ|di động|zalo|viber|whatsapp|liên hệ|liên lạc|hotline|gọi|tel\b"
    r"|phone|mobile|cell|电话|手机",
    "home": r"nhà riêng|đt nhà|điện thoại nhà|đtnr",
    "account": r"số tài khoản|số tk|stk|tài khoản(?: số| ngân hàng)?|\btk|account(?: no| number)?|账号",
    "tax": r"mã số thuế|mst|\btin\b|tax code",
    "own_tax": r"(?:mã số thuế|mst)[^\d\n]{0,12}(?:cá nhân|tncn|thu nhập cá nhân)|personal tax",
    "insurance": r"(?:mã số|số sổ|số thẻ|mã thẻ|thẻ|mã)[ :]*(?:bhxh|bhyt|bảo hiểm xã hội|bảo hiểm y tế)",
    # Numbers of enterprises, projects, files and goods: public, whatever a telephone number may look like.
    "public": r"mã số thuế|mst|mã (?:số )?(?:doanh nghiệp|dn|dự án|hồ sơ|đơn vị|chứng khoán|vạch|sản phẩm|hàng)"
    r"|(?:đăng ký|đk) (?:kinh doanh|doanh nghiệp|kd|dn)|đkkd|sê-?ri|serial|số hiệu|số khung|số máy|hóa đơn|hoá đơn"
    r"|isbn|tax code|gtin",
}
_LABELS = {name: regex(rf"(?:{words}){_GAP}") for name, words in _WORDS.items()}
_LAST = regex("|".join(f"(?P<{name}>{words})" for name, words in _WORDS.items() if name in ("phone", "public")))
ANCHORS = regex("|".join(f"(?:{words})" for words in _WORDS.values()))


def labelled(before: str, name: str) -> bool:
    """Tell whether the text before a number (lower case) ends with a label of that name."""
    return _LABELS[name].search(before) is not None


def public(before: str) -> bool:
    """Tell whether the number is labelled as one of an enterprise, project, file or good, and not as a telephone number."""
    if not labelled(before, "public") or labelled(before, "own_tax"):
        return False
    return [found.lastgroup for found in _LAST.finditer(before)][-1:] == ["public"]
