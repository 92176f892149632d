"""The standing pages that every portal has, written down: where each lies, its parts, and what each part rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct


class StandingPage(Struct, frozen=True):
    """A page of sentences: its address, and part -> the features of clauses that it rests on (none: the office's own).

    ``reached``: the part that ends with where to write.
    """

    url: str
    parts: Mapping[str, tuple[str, ...]]
    reached: str


PAGES: Final[Mapping[str, StandingPage]] = {
    "privacy": StandingPage(
        "quyen-rieng-tu/",
        {"readers": ("privacy_page",), "senders": ("privacy_page",), "named": ("privacy_page",), "ask": ("privacy_page",)},
        "ask",
    ),
    "terms": StandingPage(
        "dieu-khoan-su-dung/",
        {"official": ("footer",), "documents": ("effect_state",), "use": ("terms_page",), "links": (), "corrections": ()},
        "corrections",
    ),
    "licence": StandingPage(
        "giay-phep-noi-dung/", {"cite": ("source_line", "attribution"), "free": (), "not": ()}, "not"
    ),
    "access": StandingPage(
        "kha-nang-tiep-can/", {"aim": ("accessibility",), "tested": (), "lacks": (), "complain": ()}, "complain"
    ),
    "contact": StandingPage("lien-he/", {"write": (), "urgent": ()}, "write"),
}  # fmt: skip
