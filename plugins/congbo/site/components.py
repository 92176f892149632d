"""The specimens of the page of components, written down: group -> template -> the sample that it is filled with.

A sample is an item ("gop-y/dang-mo") or a section's front ("tin-tuc"). What each specimen is called and when it is used
stands in ``locales/vi/components.md`` under the template's name; a test sees to it that no part of the theme is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PARTS: Final[Mapping[str, Mapping[str, str]]] = {
    "words": {
        "heading": "van-ban-phap-quy/van-ban", "links": "tin-tuc/tin", "buttons": "gop-y/dang-mo", "badges": "gop-y/dang-mo",
        "plates": "lich-lanh-dao", "icons": "tin-tuc/tin",
    },
    "lists": {
        "rows": "tin-tuc", "empty": "tin-tuc", "calls": "gop-y", "agenda": "lich-lanh-dao", "documents": "van-ban-phap-quy",
        "people": "lanh-dao", "directory": "lanh-dao", "figures": "thong-ke",
    },
    "item": {
        "facts": "dich-vu-cong/cap-phep-xay-dung", "picture": "tin-tuc/tin",
        "files": "thong-ke/chi-so-gia-tieu-dung-thang-7-2017",
        "byline": "tin-tuc/tin", "cite": "tin-tuc/tin", "changes": "tin-tuc/tin-khong-anh",
        "contact": "to-chuc-bo-may/hoi-dong-nhan-dan-tinh",
        "film": "tin-tuc/phim", "talk": "tin-tuc/phong-van",
    },
    "notices": {
        "open": "gop-y/dang-mo", "to-come": "gop-y/sap-mo", "over": "gop-y/da-co-ket-qua", "ceased": "tin-tuc/tin",
        "drift": "tin-tuc/tin",
    },
    "numbers": {
        "table": "thong-ke/chi-so-gia-tieu-dung-thang-7-2017", "line": "thong-ke/chi-so-gia-tieu-dung-thang-7-2017",
        "bars": "thong-ke/nhom-hang",
    },
    "finding": {"filter": "van-ban-phap-quy", "facets": "van-ban-phap-quy", "leaders": "lich-lanh-dao", "ways": "du-an"},
}  # fmt: skip
