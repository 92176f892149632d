"""Marks of secrecy and of limited circulation, as they are stamped or typed on documents.

A mark stands by itself: on its own line, in its own cell or brackets, or after its label. The same words in a sentence are
no mark, so an article about the protection of State secrets can be posted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from congbo.text.fold import fold
from congbo.text.regex import regex
from congbo.text.sensitive.hit import Hit
from congbo.text.sensitive.view import View

_LEVEL = r"(?:TUYỆT|TỐI)\s+MẬT|MẬT"
_SECRET = frozenset(
    ("MẬT", "TỐIMẬT", "TUYỆTMẬT", "TOIMAT", "TUYETMAT",
     "TÀILIỆUMẬT", "TÀILIỆUTỐIMẬT", "TÀILIỆUTUYỆTMẬT", "VĂNBẢNMẬT", "HỒSƠMẬT",
     "SECRET", "TOPSECRET", "STATESECRET", "CONFIDENTIAL", "绝密", "机密", "秘密")
)  # fmt: skip
_SECRET_ANCHOR = regex(r"Ậ\s*T(?!\w)|[IE]T? ?MAT\b|SECRET\b|CONFIDENTIAL\b|绝密|机密|秘密|(?i:độ\s+mật\b)")
_LABELLED = regex(
    rf"độ\s+mật[*_\s]*[:：|][*_\s|:：]*({_LEVEL})(?![^\W\d_]|\s+[a-zđ])",
    re.IGNORECASE,
)
_BRACKETED = regex(
    rf"[\[(【《「]\s*({_LEVEL})\s*[\])】》」]|(?<=[-–—])\s*({_LEVEL})\s*[.!]?$|^\s*({_LEVEL})\s*[-–—](?=\s)"
)

_CIRCULATION = regex(r"l\W{0,3}[uư]\W{0,3}u\s+h[aà]nh\s+n[oộ]i\s+b[oộ]|internal use only|内部资料", re.IGNORECASE)
_CIRCULATION_LINE = regex(
    r"\W*(?:(?:tai lieu|van ban)(?: nay)?(?: chi)?(?: duoc)? )?luu hanh noi bo(?:\W+(?:va )?khong pho bien)?\W*"
    r"|\W*(?:for )?internal use only\W*"
)
_CIRCULATION_SENTENCE = regex(
    r"(?:^|[.\n(\[“\"]\s*)((?:tài liệu|văn bản)(?: này)?(?: chỉ)?(?: được)? lưu hành nội bộ)\s*(?:[.;!)\]”\"]|$)",
    re.IGNORECASE,
)
_DISSEMINATION = regex(r"ph[oổ]\s+bi[eế]n", re.IGNORECASE)
_DISSEMINATION_LINE = regex(
    r"\W*(?:(?:tai lieu|van ban)(?: nay)? )?(?:khong(?: duoc)?|cam|chua duoc) pho bien"
    r"(?: (?:ra ngoai|rong rai|cong khai))?\W*"
)
_DISSEMINATION_UPPER = regex(r"(?:KHÔNG(?: ĐƯỢC)?|CẤM|CHƯA ĐƯỢC)\s+PHỔ\s+BIẾN")

_DECORATION = regex(
    r"<[^<>]*>|[\s#*_>~`+|\[\](){}【】《》「」«»\"“”'‘’=\-–—:.,!;\u2190-\u21ff\u2500-\u25ff\u2600-\u26ff]+"
)
_LEADING, _TRAILING = regex(rf"^(?:{_DECORATION.pattern})+"), regex(rf"(?:{_DECORATION.pattern})+$")
_COPY = regex(r"(?:bản\s+số|copy).{0,12}$", re.IGNORECASE)
_CELLS = regex(r"\||\t|<br ?/?>|</?t[dh][^>]*>| {3,}")


def secret_marks(view: View) -> Iterator[Hit]:
    """Yield marks of the three levels of State secrets, also spaced out, boxed, bracketed, or after "Độ mật:"."""
    if not ("ẬT" in view.text or "Ậ" in view.text or "độ mật" in view.low or _foreign(view.text)):
        return
    for start, line in _lines(view.text, _SECRET_ANCHOR):
        for found in _LABELLED.finditer(line):
            yield _mark("secret", start, found.start(1), found[1])
        for found in _BRACKETED.finditer(line):
            group = next(number for number in (1, 2, 3) if found[number])
            yield _mark("secret", start, found.start(group), found[group])
        for offset, cell in _cells(line):
            if _DECORATION.sub("", _COPY.sub("", cell)) in _SECRET:
                yield _mark("secret", start, offset, cell)


def internal_marks(view: View) -> Iterator[Hit]:
    """Yield "Lưu hành nội bộ" where it stands as a mark."""
    if not (
        "hành nội bộ" in view.low or "luu hanh" in view.low or "internal use" in view.low or "内部资料" in view.text
    ):
        return
    for start, line in _lines(view.text, _CIRCULATION):
        for offset, cell in _parts(line):
            if _CIRCULATION_LINE.fullmatch(_folded(cell)) or "内部资料" in cell:
                yield _mark("internal", start, offset, cell)
        for found in re.finditer(r"LƯU\s+HÀNH\s+NỘI\s+BỘ", line):
            yield _mark("internal", start, found.start(), found[0])
        for found in _CIRCULATION_SENTENCE.finditer(line):
            yield _mark("internal", start, found.start(1), found[1])


def no_dissemination_marks(view: View) -> Iterator[Hit]:
    """Yield "Không phổ biến" where it stands as a mark: a line of its own, or in capitals."""
    if not ("phổ biến" in view.low or "pho bien" in view.low):
        return
    for start, line in _lines(view.text, _DISSEMINATION):
        for offset, cell in _parts(line, cells=False):
            if _DISSEMINATION_LINE.fullmatch(_folded(cell)):
                yield _mark("no_dissemination", start, offset, cell)
        for found in _DISSEMINATION_UPPER.finditer(line):
            yield _mark("no_dissemination", start, found.start(), found[0])


def _foreign(text: str) -> bool:
    return any(word in text for word in ("MAT", "SECRET", "CONFIDENTIAL", "密"))


def _lines(text: str, anchor: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines in which an anchor occurs, with their offset, each once."""
    end = -1
    for found in anchor.finditer(text):
        if found.start() > end:
            start = text.rfind("\n", 0, found.start()) + 1
            end = text.find("\n", found.start())
            end = len(text) if end < 0 else end
            yield start, text[start:end]


def _cells(line: str) -> Iterator[tuple[int, str]]:
    """Yield a line as a whole, then its cells or columns if it has several."""
    yield 0, line
    last = 0
    for found in _CELLS.finditer(line):
        yield last, line[last : found.start()]
        last = found.end()
    if last:
        yield last, line[last:]


_BRACKETS = regex(r"\(([^()]*)\)|\[([^\[\]]*)\]")


def _parts(line: str, *, cells: bool = True) -> Iterator[tuple[int, str]]:
    """Yield a line, its cells, and what stands in brackets."""
    yield from _cells(line) if cells else [(0, line)]
    for found in _BRACKETS.finditer(line):
        yield found.start() + 1, found[1] or found[2] or ""


def _folded(cell: str) -> str:
    return " ".join(fold(re.sub(r"<[^<>]*>|[*_#>`|]", " ", cell)).split())


def _mark(kind: str, line: int, offset: int, text: str) -> Hit:
    """Return the find without the decoration around it."""
    lead = len(text) - len(_LEADING.sub("", text))
    shown = _TRAILING.sub("", text[lead:])
    return Hit(kind, line + offset + lead, shown[:40], line + offset + lead + len(shown))
