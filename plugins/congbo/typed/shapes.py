"""What texts of certain field types look like as a whole."""

from __future__ import annotations

import re

from congbo.text.regex import regex

TYPED = regex(r"null|~|true|false|[-+]?\d+|[-+]?\d+\.\d*|[-+]?\.\d+", re.IGNORECASE)
URL = regex(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?(?:/[^\s<>\"'`\\]*)?", re.IGNORECASE)
# No "%": in the address of a link it could stand for a line end, and so begin a header of its own.
EMAIL = regex(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
PHONE = regex(r"\+?[0-9x][0-9x .()/-]{5,29}(?: \(.{2,40}\))?")
MONEY = regex(
    r"không|miễn phí|\d{1,3}(?:\.\d{3})*(?:,\d+)? (?:đồng|nghìn đồng|triệu đồng|tỷ đồng|USD|EUR)(?: .{1,200})?"
)
NUMBER = regex(r"-?\d{1,3}(?:\.\d{3})*(?:,\d+)?|-?\d+(?:,\d+)?")
FILE = regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
SHA256 = regex(r"[0-9a-f]{64}")
TARGETS = ("portal", "unit", "item", "file")
ID = regex(r"[a-z0-9][a-z0-9_-]*")
