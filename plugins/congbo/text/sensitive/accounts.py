"""Bank accounts and tax codes of persons."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.text.regex import regex
from congbo.text.sensitive.context import labelled, public
from congbo.text.sensitive.hit import Hit, secret
from congbo.text.sensitive.numbers import Run

_ACCOUNT = (8, 19)
_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_TAX_CODE = 10
# Codes of persons, given since 2007, begin with 8; those of enterprises are public.
_OF_A_PERSON = "8"
_COUNTED = regex(
    r"[\s*_)]*(?:đồng|đ\b|vnđ|vnd|usd|eur|triệu|tỷ|tỉ|nghìn|ngàn|người|lượt|tài khoản|hồ sơ|m2|m²|m3|ha\b|tấn|kg|%|giao dịch)"
)
# The treasury's accounts and those of bodies and funds are printed for payers and donors.
_OFFICIAL = regex(
    r"kho bạc|kbnn|(?:chủ|tên) tài khoản[ :\-*]*(?:ban|uỷ ban|ủy ban|ubnd|sở|chi cục|cục|trung tâm|quỹ|hội"
    r"|mặt trận|văn phòng|trường|bệnh viện|công ty|cty|đảng|tỉnh|huyện|phòng|đoàn)\b"
)
_AROUND = 160


def account(run: Run) -> Iterator[Hit]:
    """Yield a bank account under its name, unless it is a sum, or an account of the treasury or of a body."""
    digits = run.whole(_ACCOUNT[1])
    if len(digits) < _ACCOUNT[0] or not labelled(run.before, "account"):
        return
    end = _end(run, digits)
    if not _COUNTED.match(run.after(end)) and not _official(run, end):
        yield secret("account", run.start, end, digits)


def tax_code(run: Run) -> Iterator[Hit]:
    """Yield a tax code of a person: ten digits, the last of which checks the others, under its name."""
    digits = run.groups[0].digits
    if len(digits) != _TAX_CODE or not _checks(digits):
        return
    own = labelled(run.before, "own_tax")
    if own or (digits.startswith(_OF_A_PERSON) and labelled(run.before, "tax")):
        yield secret("tax_code", run.start, run.groups[0].end, digits)


def of_the_public(run: Run) -> Iterator[Hit]:
    """Yield, without a kind, a number that is an enterprise's, a project's or a file's: nothing else may claim it."""
    if public(run.before):
        yield Hit("", run.start, "", run.groups[-1].end)


def _checks(digits: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return int(digits[-1]) == 10 - total % 11


def _end(run: Run, digits: str) -> int:
    left = len(digits)
    for group in run.groups:
        left -= len(group.digits)
        if left <= 0:
            return group.end
    return run.groups[-1].end


def _official(run: Run, end: int) -> bool:
    text = run.view.text
    return _OFFICIAL.search(text[max(0, run.start - _AROUND) : end + _AROUND].lower()) is not None
