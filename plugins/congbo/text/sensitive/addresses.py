"""Where a person can be reached at home: private mailboxes, passports, a day of birth with a home, a home address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congbo.text.regex import regex
from congbo.text.sensitive.hit import Hit, secret
from congbo.text.sensitive.view import View

_PROVIDERS = (
    "gmail", "googlemail", "yahoo", "ymail", "rocketmail", "hotmail", "outlook", "live", "msn", "icloud", "me", "aol",
    "proton", "protonmail", "zoho", "yandex", "gmx", "mail", "qq", "163", "126", "naver", "zing", "tutanota", "fastmail",
)  # fmt: skip
# These are also written without the sign: "ten (at) gmail (dot) com".
_SPOKEN = ("gmail", "yahoo", "hotmail", "outlook")
_AT = r"\s?(?:@|＠|\(at\)|\[at\]|\(a\)| at )\s?"
_DOT = r"\s?(?:\.|\(dot\)|\[dot\]| dot )\s?"
_MAIL = regex(
    rf"[A-Za-z0-9][A-Za-z0-9._%+-]{{0,60}}{_AT}(?:{'|'.join(_PROVIDERS)}){_DOT}(?:com(?:\.vn|\.hk|\.cn)?|vn|me|net|ru|de|co\.uk|fr|jp)\b",
    re.IGNORECASE,
)
_PASSPORT = regex(r"(?:hộ chiếu|passport|护照)[^\d\n;]{0,40}?(?<![A-Za-z])([A-Z] ?\d{7,8})(?!\d)", re.IGNORECASE)
_BIRTH = regex(
    r"sinh(?:\s+ngày)?\s*:?\s*(\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d"
    r"|\d{1,2} tháng \d{1,2} năm (?:19|20)\d\d)",
    re.IGNORECASE,
)
_HOME = (
    "thường trú", "tạm trú", "trú tại", "trú quán", "nơi cư trú", "chỗ ở", "nơi ở", "hktt", "đkhk", "ngụ tại", "nhà riêng",
)  # fmt: skip
_HOME_NEAR = 200
_ADDRESS_WORDS = ("địa chỉ nhà", "nhà riêng", "địa chỉ thường", "hộ khẩu", "nơi thường", "hktt", "nơi ở", "chỗ ở")
_ADDRESS = regex(
    r"(?:địa chỉ nhà riêng|nhà riêng|địa chỉ thường trú|hộ khẩu thường trú|nơi thường trú|hktt|(?:nơi|chỗ) ở hiện \w+)"
    r"[ *_]{0,4}:[ *_]{0,4}"
    r"((?:số|số nhà|thôn|xóm|tổ|khu|ấp|bản|ngõ|đường|phố|căn hộ|p\.)\s[^\n|;]{0,40}\d[^\n|;]{0,60}|\d[^\n|;]{4,80})",
    re.IGNORECASE,
)


def mailboxes(view: View) -> Iterator[Hit]:
    """Yield addresses at providers of private mailboxes; offices have mailboxes of their own."""
    if "@" in view.text or "＠" in view.text or any(name in view.low for name in _SPOKEN):
        for found in _MAIL.finditer(view.text):
            yield secret("mailbox", found.start(), found.end(), re.sub(r"\s", "", found[0]).lower())


def passports(view: View) -> Iterator[Hit]:
    """Yield passport numbers (a letter, seven or eight digits), under their name."""
    for found in view.matches(_PASSPORT, ("hộ chiếu", "passport", "护照")):
        if found[1][0].isupper():
            yield secret("passport", found.start(1), found.end(1), found[1].replace(" ", ""))


def homes(view: View) -> Iterator[Hit]:
    """Yield a full day of birth beside where the person lives, and home addresses down to the house."""
    if not any(word in view.low for word in _HOME):
        return
    for found in view.matches(_ADDRESS, _ADDRESS_WORDS):
        yield secret("home_address", found.start(1), found.end(1), found[1].strip())
    for found in view.matches(_BIRTH, ("sinh",)):
        if _home_near(view, found):
            yield secret("birth", found.start(1), found.end(1), found[1])


def _home_near(view: View, found: re.Match[str]) -> bool:
    text = view.text
    first = max(found.start() - _HOME_NEAR, text.rfind("\n", 0, found.start()) + 1)
    end = text.find("\n", found.end())
    near = text[first : min(found.end() + _HOME_NEAR, end if end >= 0 else len(text))].lower()
    return any(word in near for word in _HOME)
