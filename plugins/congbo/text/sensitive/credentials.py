"""Passwords, keys, tokens and connection strings. Only the shape tells: nothing is tried out."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

from congbo.text.regex import regex
from congbo.text.sensitive.hit import Hit, secret
from congbo.text.sensitive.view import View

_PASSWORD_WORDS = ("mật khẩu", "mat khau", "matkhau", "pass", "pwd", "mã pin", "密码")
_PASSWORD = regex(
    r"(?:mật khẩu|mat khau|matkhau|password|passwd|passphrase|pass|pwd|mã pin|密码)"
    r"(?:[ ](?:đăng nhập|quản trị|truy cập|mặc định|mới|cũ|hiện tại|tạm thời|wifi|hệ thống"
    r"|thư điện tử|email|admin|của \S+(?: \S+){0,3})){0,3}"
    r"[*_` ]*(?P<sign>\blà\b:?|is\b:?|[:：=]|->|→)[*_`\"'“‘ ]*(?P<value>[^\s|<>\"'“”‘’`]{4,64})",
    re.IGNORECASE,
)
_END = regex(r"[*_`\"'“”‘’ ]*(?:$|[.;,|)\n<]|/|-)")
_TAIL = ".,;:)]}*_"
_HIDDEN = regex(r"[xX*•.…_\-#?]+|\[.*|<.*|\{.*|\(.*")
_KNOWN = frozenset(
    ("admin", "root", "guest", "qwerty", "abcdef", "secret", "letmein", "welcome", "matkhau", "iloveyou")
)
_NO_PASSWORD = frozenset(
    ("required", "optional", "hidden", "unknown", "expired", "invalid", "policy", "reset", "forgot", "forgotten", "change",
     "minimum", "strength", "protected", "confirm", "confirmation", "characters", "manager", "incorrect")
)  # fmt: skip

_KEY = regex(
    r"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d|-----BEGIN OPENSSH PRIVATE"
)
_TOKEN = regex(
    r"(?<![A-Za-z0-9])(?:(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{22,255}"
    r"|glpat-[\w-]{20,}|xox[abeoprs]-[A-Za-z0-9-]{10,}|AIza[\w-]{35}|[sr]k_live_[A-Za-z0-9]{16,}|sk-(?:proj-|ant-)?[\w-]{32,}"
    r"|npm_[A-Za-z0-9]{36}|pypi-[\w-]{40,}|hf_[A-Za-z0-9]{30,}|SG\.[\w-]{16,}\.[\w-]{16,}|ya29\.[\w-]{20,}|EAA[A-Za-z0-9]{60,}"
    r"|eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}|\d{8,10}:AA[\w-]{33})(?![A-Za-z0-9])"
)
# Signs of tokens by a letter that Vietnamese prose has seldom: to look for one letter is ten times as quick as for a word.
_TOKEN_SIGNS = {
    "_": ("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "k_live_", "npm_", "hf_"),
    "J": ("eyJ",),
    "z": ("AIza",),
    ".": ("SG.", "ya29."),
    "A": ("AKIA", "ASIA", "EAA", ":AA"),
    "-": ("glpat-", "xox", "sk-", "pypi-"),
}
_CONNECTION = regex(
    r"\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@<>\"']{1,64}:(?P<url>[^\s/@<>\"']{3,64})@[\w.-]+"
    r"|\b(?:password|pwd)\s*=\s*(?P<pair>[^\s;\"'<>]{3,64})\s*(?=;|\"|'|$)",
    re.IGNORECASE | re.MULTILINE,
)
_RANDOM_WORDS = ("key", "secret", "token", "credential", "khóa", "khoá", "mã bí mật", "chuỗi bí mật")
_RANDOM = regex(
    r"(?:key|secret|token|credential|kh(?:óa|oá)(?: (?:bí mật|api|truy cập|mật mã))?"
    r"|mã bí mật|chuỗi bí mật)[\w ]{0,20}[*_`\" ]*(?:[:：=]|là)[*_`\"' ]*(?P<value>[A-Za-z0-9+/_=.\-]{20,200})",
    re.IGNORECASE,
)
# Bits a sign: prose and identifiers stay below, keys lie above.
_RANDOM_ENOUGH = 3.5


def passwords(view: View) -> Iterator[Hit]:
    """Yield what stands as a value after "mật khẩu:" or "password =", unless it is a word of the sentence."""
    for found in view.matches(_PASSWORD, _PASSWORD_WORDS):
        value = found["value"].rstrip(_TAIL) or found["value"]
        ends = _END.match(view.text, found.start("value") + len(value)) is not None
        if _is_password(value, found["sign"], ends=ends):
            yield secret("password", found.start("value"), found.start("value") + len(value), value)


def keys(view: View) -> Iterator[Hit]:
    """Yield private keys; only the head line is looked at, and nothing of the key is shown."""
    if "PRIVATE" in view.text or "PuTTY" in view.text:
        for found in _KEY.finditer(view.text):
            yield Hit("private_key", found.start(), found[0][:40], found.end())


def tokens(view: View) -> Iterator[Hit]:
    """Yield access tokens whose issuers gave them a shape of their own."""
    text = view.text
    if any(letter in text and any(sign in text for sign in signs) for letter, signs in _TOKEN_SIGNS.items()):
        for found in _TOKEN.finditer(view.text):
            yield secret("token", found.start(), found.end(), found[0])


def connections(view: View) -> Iterator[Hit]:
    """Yield passwords inside addresses and connection strings."""
    if ("://" in view.text and "@" in view.text) or (("pass" in view.low or "pwd" in view.low) and "=" in view.text):
        for found in _CONNECTION.finditer(view.text):
            part = "url" if found["url"] else "pair"
            if not _HIDDEN.fullmatch(found[part]):
                yield secret("connection", found.start(part), found.end(part), found[part])


def random_values(view: View) -> Iterator[Hit]:
    """Yield long random strings after words such as "api key" and "khóa bí mật"."""
    for found in view.matches(_RANDOM, _RANDOM_WORDS):
        if _random(found["value"]):
            yield secret("token", found.start("value"), found.end("value"), found["value"])


def _is_password(value: str, sign: str, *, ends: bool) -> bool:
    """A word of the sentence is no password; a value has a digit or sign in it, or is a foreign word and ends there."""
    if _HIDDEN.fullmatch(value) or value.lower() in _NO_PASSWORD:
        return False
    if value.lower() in _KNOWN:
        return ends
    letters, digits = any(c.isalpha() for c in value), any(c.isdigit() for c in value)
    signs = any(c in "@#$%^&*!?~+=" for c in value)
    if not value.isascii():
        return digits and signs
    if sign.lower().startswith(("là", "is")):
        return letters and (digits or signs)
    return (
        (letters and (digits or signs))
        or (digits and len(value) >= 4 and ends)
        or (value.isalpha() and len(value) >= 8 and ends)
    )


def _random(value: str) -> bool:
    if all(part.isalpha() or part.isdigit() for part in re.split(r"[-_.=+/]", value) if part):
        return False
    counts = Counter(value)
    return -sum(n / len(value) * math.log2(n / len(value)) for n in counts.values()) >= _RANDOM_ENOUGH
