"""The keys that every item has beside its type's fields."""

from __future__ import annotations

from congbo.facts.schema.values import ID, LINE, MOMENT, TEXT, Schema, many
from congbo.item.read import HOUSE, MAX_TITLE, REQUIRED
from congbo.policy.portals import EDITIONS, LANGUAGES

_SAID = {
    "id": ("Mã", "Mã vĩnh viễn, không trùng, không dùng lại."),
    "type": ("Kiểu nội dung", "Kiểu của mục tin, khai báo trong policies/types.yml."),
    "title": ("Tiêu đề", "Tiêu đề, một dòng."),
    "summary": ("Tóm tắt", "Một, hai câu cho người đọc."),
    "tags": ("Từ khoá", "Danh sách từ khoá."),
    "lang": ("Ngôn ngữ", "Phải giống phần đuôi của tên tệp; tiếng Việt thì bỏ dòng này."),
    "translation": ("Bản gốc", "Mã của mục tin gốc mà đây là bản dịch."),
    "editions": ("Bản cho mạng", "Chỉ đăng trên các mạng này; bỏ dòng này thì đăng ở mọi mạng."),
    "publish_at": ("Hẹn giờ đăng", "Ngày giờ, dạng 2018-07-31T16:30:00+07:00."),
    "expires_at": ("Hết hạn đăng", "Ngày giờ thôi đăng."),
    "imported": ("Chuyển từ hệ thống cũ", "Lúc đăng lần đầu và tên hệ thống cũ."),
}


def house_keys() -> dict[str, Schema]:
    """Return the schema of each key of our own."""
    values: dict[str, Schema] = {
        "id": ID,
        "type": ID,
        "title": LINE | {"maxLength": MAX_TITLE},
        "summary": TEXT,
        "tags": many(LINE),
        "lang": {"enum": list(LANGUAGES)},
        "translation": ID,
        "editions": many({"enum": list(EDITIONS)}),
        "publish_at": MOMENT,
        "expires_at": MOMENT,
        "imported": {
            "type": "object",
            "properties": {"published": MOMENT, "source": LINE},
            "required": ["published", "source"],
            "additionalProperties": False,
        },
    }
    return {key: {"title": _SAID[key][0], "description": _SAID[key][1]} | values[key] for key in HOUSE}


def required() -> list[str]:
    """Return the keys without which no item is read."""
    return list(REQUIRED)
